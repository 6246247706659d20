import { parseInput } from '@atrium/common';
import { resultQuerySchema } from '@atrium/plugin-scorecard-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ScorecardActionOptions } from './ScorecardActionOptions';

/** Lets agents ask how something is rated, why, and what would help. */
export function registerGetScorecardResultsAction(
  registry: ActionsRegistryService,
  { resultReads }: Pick<ScorecardActionOptions, 'resultReads'>,
): void {
  registry.register({
    name: 'get-scorecard-results',
    title: 'Get scorecard results',
    description:
      'How entities stand in scorecards: level, score, and each check with its outcome, the facts that decided and how to pass. Give an entity for all of its scorecards, or an owner for what a group and the groups below it own. An unknown outcome means that a fact is missing or too old: it is neither a pass nor a failure.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe(
              'The full entity ref, for example component:default/payment-service.',
            ),
          ownerRef: z
            .string()
            .optional()
            .describe('A group or a user, for example group:default/team-a.'),
          scorecard: z
            .string()
            .optional()
            .describe('The name of one scorecard. Leave it out for all.'),
          text: z
            .string()
            .optional()
            .describe('A part of the name or title of entities.'),
          cursor: z
            .string()
            .optional()
            .describe('The nextCursor of the page before.'),
        }),
      output: z => {
        const check = z.object({
          check: z.string().describe('Its name.'),
          title: z.string().describe('What it looks at.'),
          level: z.string().optional().describe('The level that needs it.'),
          outcome: z
            .string()
            .describe('pass, fail, not-applicable, exempt or unknown.'),
          reason: z.string().optional().describe('Why it is unknown.'),
          isCounted: z
            .boolean()
            .describe('False while it is announced but does not count.'),
          effort: z.string().describe('minutes, hours or days.'),
          fix: z.string().optional().describe('How to pass, in Markdown.'),
          facts: z
            .array(
              z.object({
                fact: z.string().describe('Its name.'),
                state: z.string().describe('fresh, stale or missing.'),
                value: z.unknown().describe('Absent where it is missing.'),
                observedAt: z.string().optional().describe('When that was.'),
              }),
            )
            .optional()
            .describe('The facts that decided.'),
        });
        return z.object({
          totalItems: z.number().describe('How many results there are.'),
          nextCursor: z.string().optional().describe('Where there are more.'),
          results: z
            .array(
              z.object({
                entityRef: z.string().describe('What is rated.'),
                scorecard: z.string().describe('By which scorecard.'),
                level: z.string().optional().describe('Absent for none.'),
                score: z.number().optional().describe('From 0 to 1.'),
                checks: z.array(check).describe('In the order of the file.'),
              }),
            )
            .describe('At most 50.'),
        });
      },
    },
    examples: [
      {
        title: 'How a service is rated, and what is left to do',
        input: { entityRef: 'component:default/payment-service' },
      },
    ],
    action: async ({ input, credentials }) => {
      const query = parseInput(resultQuerySchema, {
        ...input,
        detail: input.entityRef === undefined ? 'checks' : 'evidence',
      });
      const page = await resultReads.list(query, { credentials });
      return {
        output: {
          totalItems: page.totalItems,
          nextCursor: page.nextCursor,
          results: page.items.map(result => ({
            entityRef: result.entityRef,
            scorecard: result.scorecard,
            level: result.level,
            score: result.score,
            checks: (result.checks ?? []).map(one => ({
              check: one.check,
              title: one.title,
              level: one.level,
              outcome: one.outcome,
              reason: one.reason,
              isCounted: one.isCounted,
              effort: one.effort,
              fix: one.fix?.text,
              facts: one.evidence?.map(
                ({ fact, observedAt, state, value }) => ({
                  fact,
                  observedAt,
                  state,
                  value,
                }),
              ),
            })),
          })),
        },
      };
    },
  });
}
