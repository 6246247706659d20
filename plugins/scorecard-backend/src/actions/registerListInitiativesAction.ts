import { parseInput } from '@atrium/common';
import { initiativeQuerySchema } from '@atrium/plugin-scorecard-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ScorecardActionOptions } from './ScorecardActionOptions';

/** Lets agents ask what is to be reached by when. */
export function registerListInitiativesAction(
  registry: ActionsRegistryService,
  { initiatives }: Pick<ScorecardActionOptions, 'initiatives'>,
): void {
  registry.register({
    name: 'list-initiatives',
    title: 'List initiatives',
    description:
      'What services shall reach by a day, and how far that is. Those that go on come first, the one due first at the top. Give an entity for those that it still has to do something for, or an owner for those that they lead or have services in.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().optional().describe('The full entity ref.'),
          ownerRef: z.string().optional().describe('A group or a user.'),
          state: z
            .enum(['scheduled', 'running', 'done', 'missed', 'cancelled'])
            .optional()
            .describe('Default: any.'),
        }),
      output: z =>
        z.object({
          totalItems: z.number().describe('How many there are.'),
          initiatives: z
            .array(
              z.object({
                id: z.string().describe('Its id.'),
                title: z.string().describe('What people call it.'),
                scorecard: z.string().describe('Whose checks it is about.'),
                goal: z.string().describe('What it wants, in words.'),
                state: z.string().describe('Where it stands.'),
                dueOn: z.string().describe('The last day, in UTC.'),
                total: z.number().describe('Entities that it is about.'),
                done: z.number().describe('Those that reached the goal.'),
                exempt: z.number().describe('Those that are passed over.'),
                unknown: z.number().describe('Those that are not known.'),
              }),
            )
            .describe('The first 50.'),
        }),
    },
    examples: [{ title: 'What runs now', input: { state: 'running' } }],
    action: async ({ input, credentials }) => {
      const query = parseInput(initiativeQuerySchema, input);
      const page = await initiatives.list(query, { credentials });
      return {
        output: {
          totalItems: page.totalItems,
          initiatives: page.items.map(one => ({
            id: one.id,
            title: one.title,
            scorecard: one.scorecard,
            goal: one.goalTitle,
            state: one.state,
            dueOn: one.dueOn,
            total: one.total,
            done: one.done,
            exempt: one.exempt,
            unknown: one.unknown,
          })),
        },
      };
    },
  });
}
