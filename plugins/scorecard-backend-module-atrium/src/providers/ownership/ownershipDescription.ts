import { describeProvider } from '../../facts/describeProvider';
import { DAY_MS } from '../../facts/elapsed';

/** What is known of who owns an entity. */
export const ownershipDescription = describeProvider({
  id: 'ownership',
  title: 'Ownership',
  description:
    'Whether the owner of an entity has lately said that it is still theirs, and who they are.',
  freshnessMs: 2 * DAY_MS,
  facts: {
    confirmed: {
      type: 'boolean',
      title: 'Confirmed by its owner',
      description: 'Whether its present owner has ever confirmed it.',
      example: true,
    },
    confirmedAt: {
      type: 'instant',
      title: 'Last confirmation',
      description:
        'When somebody of its present owner confirmed it. Left out before the first time, and once the owner has changed.',
      example: '2026-11-02T08:15:00.000Z',
    },
    daysSinceConfirmed: {
      type: 'integer',
      title: 'Days since the last confirmation',
      description: 'Left out as the time is.',
      unit: 'days',
      example: 26,
    },
    members: {
      type: 'integer',
      title: 'Members of the owner',
      description:
        'How many members the group has that owns it; 1 where a user owns it. Left out without a valid owner.',
      unit: 'people',
      example: 5,
    },
  },
});
