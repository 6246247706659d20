import { describeProvider } from '../../facts/describeProvider';
import { DAY_MS } from '../../facts/elapsed';

/** What is known of the documentation of an entity. */
export const docsDescription = describeProvider({
  id: 'docs',
  title: 'Documentation',
  description: 'Whether there is documentation, and how it is kept.',
  freshnessMs: 2 * DAY_MS,
  facts: {
    present: {
      type: 'boolean',
      title: 'Has documentation',
      description: 'Whether its catalog file says where its documentation is.',
      example: true,
    },
    built: {
      type: 'boolean',
      title: 'Documentation is built',
      description:
        'Whether the last build succeeded. Left out without documentation, and before the first build.',
      example: true,
    },
    builtAt: {
      type: 'instant',
      title: 'Last successful build',
      description: 'When it was last found built and up to date.',
      example: '2026-11-28T05:12:00.000Z',
    },
    pages: {
      type: 'integer',
      title: 'Pages',
      description: 'How many pages it has.',
      unit: 'pages',
      example: 7,
    },
    brokenLinks: {
      type: 'integer',
      title: 'Broken links',
      description:
        'Links, anchors and images that lead nowhere inside the documentation.',
      unit: 'links',
      example: 0,
    },
    lastChangedAt: {
      type: 'instant',
      title: 'Last change',
      description:
        'When a page was changed last. Left out where the git host did not say.',
      example: '2026-10-30T13:21:00.000Z',
    },
    daysSinceChange: {
      type: 'integer',
      title: 'Days since the last change',
      description: 'Left out as the time is.',
      unit: 'days',
      example: 29,
    },
  },
});
