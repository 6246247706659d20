import { describeProvider } from '../../facts/describeProvider';
import { DAY_MS } from '../../facts/elapsed';

/** What is known of the definition of an API. */
export const apiDescription = describeProvider({
  id: 'api',
  title: 'API definitions',
  description:
    'The history of an API; of a component, of all APIs that it provides together. Nothing is there for one without a definition.',
  freshnessMs: DAY_MS,
  facts: {
    version: {
      type: 'text',
      title: 'Version',
      description:
        'What the newest definition calls itself. Of an API only; left out where it says none.',
      example: '2.1.0',
    },
    isValid: {
      type: 'boolean',
      title: 'Definition is valid',
      description: 'Whether the newest definition can be read; of each API.',
      example: true,
    },
    lastChangedAt: {
      type: 'instant',
      title: 'Last change',
      description: 'When the portal noticed the newest definition.',
      example: '2026-11-12T07:40:00.000Z',
    },
    daysSinceChange: {
      type: 'integer',
      title: 'Days since the last change',
      description: 'Of the API that changed last.',
      unit: 'days',
      example: 16,
    },
    breakingChanges: {
      type: 'integer',
      title: 'Versions that broke something',
      description: 'Versions with breaking changes in the last 90 days.',
      unit: 'versions',
      example: 0,
    },
    breakingWithoutMajor: {
      type: 'integer',
      title: 'Broken without a new major version',
      description:
        'How many of these did not raise the major version; before 1.0, the minor version. Those that name no version are not counted.',
      unit: 'versions',
      example: 0,
    },
  },
});
