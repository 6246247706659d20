import { parseInput } from '@atrium/common';
import { summaryQuerySchema } from '@atrium/plugin-cost-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CostActionOptions } from './CostActionOptions';

/** Lets agents ask what something costs. */
export function registerGetCostSummaryAction(
  registry: ActionsRegistryService,
  { summary }: Pick<CostActionOptions, 'summary'>,
): void {
  registry.register({
    name: 'get-cost-summary',
    title: 'Get cost summary',
    description:
      'What an entity, a system, a team or the whole organisation costs in a month: so far, in the same days of the month before, expected at its end, and against its budget. Amounts are decimal strings in the currency that is given. Where isMeasured is false there is no charge at all: the cost is not known, and not zero.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe(
              'The full entity ref, for example component:default/payment-service or group:default/team-a. Leave it out for the organisation.',
            ),
          month: z
            .string()
            .optional()
            .describe('Such as 2026-11. Default: the current one.'),
        }),
      output: z =>
        z.object({
          currency: z.string().describe('Of all amounts.'),
          month: z.string().describe('The month.'),
          from: z.string().describe('The first day that counts.'),
          to: z.string().describe('The day after the last complete one.'),
          isMeasured: z.boolean().describe('Whether there is any charge.'),
          monthToDate: z.string().describe('Of the complete days.'),
          sameDaysLastMonth: z.string().optional().describe('To compare.'),
          lastMonth: z.string().optional().describe('All of the month before.'),
          forecast: z
            .object({
              amount: z.string().describe('Expected at the end.'),
              low: z.string().describe('Four of five months end above.'),
              high: z.string().describe('And below.'),
            })
            .optional(),
          budget: z
            .object({
              amount: z.string().describe('For the month.'),
              state: z.string().describe('within, at-risk or over.'),
            })
            .optional(),
          shared: z.string().describe('Of monthToDate, parts of shared cost.'),
          openAnomalyCount: z.number().describe('Unusual cost that goes on.'),
        }),
    },
    examples: [
      {
        title: 'What a service costs',
        input: { entityRef: 'component:default/payment-service' },
      },
    ],
    action: async ({ input, credentials }) => {
      const query = parseInput(summaryQuerySchema, input);
      const answer = await summary.get(query, { credentials });
      const { budget, forecast } = answer;
      return {
        output: {
          currency: answer.currency,
          month: answer.month,
          ...answer.period,
          isMeasured: answer.isMeasured,
          monthToDate: answer.monthToDate,
          sameDaysLastMonth: answer.sameDaysLastMonth,
          lastMonth: answer.lastMonth,
          forecast: forecast && {
            amount: forecast.amount,
            low: forecast.low,
            high: forecast.high,
          },
          budget: budget && { amount: budget.amount, state: budget.state },
          shared: answer.shared,
          openAnomalyCount: answer.openAnomalyCount,
        },
      };
    },
  });
}
