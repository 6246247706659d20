import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ScorecardActionOptions } from './ScorecardActionOptions';

/** Lets agents find out by which rules services are rated. */
export function registerListScorecardsAction(
  registry: ActionsRegistryService,
  { scorecardReads }: Pick<ScorecardActionOptions, 'scorecardReads'>,
): void {
  registry.register({
    name: 'list-scorecards',
    title: 'List scorecards',
    description:
      'The scorecards that rate services and other entities: who owns each, its levels from the lowest to the highest, and how many entities hold which. Use it to find the name of a scorecard for get-scorecard-results.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          scorecards: z
            .array(
              z.object({
                name: z.string().describe('What other actions call it.'),
                title: z.string().describe('What people call it.'),
                description: z.string().optional().describe('What it is for.'),
                ownerRef: z
                  .string()
                  .describe('Who owns it and decides about exemptions.'),
                levels: z
                  .array(z.string())
                  .describe('Names, from the lowest to the highest.'),
                entityCount: z.number().describe('How many it rates.'),
                levelCounts: z
                  .array(
                    z.object({
                      level: z
                        .string()
                        .optional()
                        .describe('Absent for those that hold none.'),
                      count: z.number().describe('How many hold it.'),
                    }),
                  )
                  .describe('How many hold which level.'),
                averageScore: z
                  .number()
                  .optional()
                  .describe('From 0 to 1, of what is known.'),
              }),
            )
            .describe('All of them.'),
        }),
    },
    examples: [{ title: 'Which scorecards there are', input: {} }],
    action: async ({ credentials }) => {
      const { items } = await scorecardReads.list({ credentials });
      return {
        output: {
          scorecards: items.map(one => ({
            name: one.name,
            title: one.title,
            description: one.description,
            ownerRef: one.ownerRef,
            levels: one.levels.map(({ name }) => name),
            entityCount: one.entityCount,
            levelCounts: one.levelCounts,
            averageScore: one.averageScore,
          })),
        },
      };
    },
  });
}
