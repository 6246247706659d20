import { describeProvider } from '../../facts/describeProvider';
import { DAY_MS } from '../../facts/elapsed';

/** What is known of the template that an entity was made from. */
export const templateDescription = describeProvider({
  id: 'template',
  title: 'Software template',
  description:
    'Which template an entity was made from, as its catalog file says.',
  freshnessMs: 2 * DAY_MS,
  facts: {
    fromTemplate: {
      type: 'boolean',
      title: 'Made from a template',
      description: 'Whether its catalog file names a template.',
      example: true,
    },
    template: {
      type: 'text',
      title: 'Template',
      description: 'Left out where it was made without one.',
      example: 'template:default/node-service',
    },
    version: {
      type: 'text',
      title: 'Version of the template',
      description: 'The version it was made from, where its file says it.',
      example: '1.0.0',
    },
    currentVersion: {
      type: 'text',
      title: 'Current version of the template',
      description: 'Left out where the template is gone or has no version.',
      example: '1.2.0',
    },
    isBehind: {
      type: 'boolean',
      title: 'Behind its template',
      description:
        'Whether the template has a newer version. Left out where one of the two versions is not known.',
      example: false,
    },
  },
});
