import { parseInput } from '@atrium/common';
import { breakdownQuerySchema } from '@atrium/plugin-cost-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CostActionOptions } from './CostActionOptions';

/** Lets agents take a cost apart. */
export function registerGetCostBreakdownAction(
  registry: ActionsRegistryService,
  { breakdown }: Pick<CostActionOptions, 'breakdown'>,
): void {
  registry.register({
    name: 'get-cost-breakdown',
    title: 'Get cost breakdown',
    description:
      'Takes the cost of an entity, a system, a team or the organisation apart by one dimension, the most expensive first, and compares it with another period where one is given. Amounts are decimal strings in the currency that is given; together they are the total.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe('The full entity ref. Leave it out for everything.'),
          groupBy: z
            .enum([
              'entity',
              'system',
              'team',
              'provider',
              'subAccount',
              'service',
              'serviceCategory',
              'region',
              'chargeCategory',
              'pricingCategory',
              'origin',
            ])
            .optional()
            .describe('By what. Default: service.'),
          from: z
            .string()
            .optional()
            .describe('The first day. Default: of the current month.'),
          to: z.string().optional().describe('The day after the last.'),
          compareFrom: z.string().optional().describe('Of another period.'),
          compareTo: z.string().optional().describe('The day after its last.'),
        }),
      output: z =>
        z.object({
          currency: z.string().describe('Of all amounts.'),
          from: z.string().describe('The first day.'),
          to: z.string().describe('The day after the last.'),
          total: z.string().describe('Of all groups.'),
          comparisonTotal: z.string().optional().describe('The same before.'),
          items: z
            .array(
              z.object({
                key: z
                  .string()
                  .describe('none without a value; unallocated for nobody.'),
                label: z.string().describe('What people call it.'),
                amount: z.string().describe('In the period.'),
                comparisonAmount: z.string().optional().describe('Before.'),
              }),
            )
            .describe('At most 100.'),
        }),
    },
    examples: [
      {
        title: 'The teams of the organisation, this month',
        input: { groupBy: 'team' },
      },
    ],
    action: async ({ input, credentials }) => {
      const query = parseInput(breakdownQuerySchema, input);
      const answer = await breakdown.get(query, { credentials });
      return {
        output: {
          currency: answer.currency,
          ...answer.period,
          total: answer.total,
          comparisonTotal: answer.comparisonTotal,
          items: answer.items.map(
            ({ amount, comparisonAmount, key, label }) => ({
              key,
              label,
              amount,
              comparisonAmount,
            }),
          ),
        },
      };
    },
  });
}
