import { parseInput } from '@atrium/common';
import { anomaliesQuerySchema } from '@atrium/plugin-cost-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CostActionOptions } from './CostActionOptions';

/** Lets agents find what costs more than usual. */
export function registerListCostAnomaliesAction(
  registry: ActionsRegistryService,
  { anomalies }: Pick<CostActionOptions, 'anomalies'>,
): void {
  registry.register({
    name: 'list-cost-anomalies',
    title: 'List cost anomalies',
    description:
      'Days on which entities cost more than their weekdays usually do, the newest first, with what rose most. An anomaly is open until cost is usual again or an owner says why.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe('An entity, or a system or group for what it has.'),
          state: z
            .enum(['open', 'acknowledged', 'over'])
            .optional()
            .describe('Default: any.'),
          cursor: z
            .string()
            .optional()
            .describe('The nextCursor of the page before.'),
        }),
      output: z =>
        z.object({
          totalItems: z.number().describe('How many there are.'),
          nextCursor: z.string().optional().describe('Where there are more.'),
          anomalies: z
            .array(
              z.object({
                id: z.string().describe('Its id.'),
                entityRef: z.string().describe('What costs more.'),
                firstDay: z.string().describe('In UTC.'),
                lastDay: z.string().describe('In UTC.'),
                currency: z.string().describe('Of the amounts.'),
                amount: z.string().describe('Of these days together.'),
                excess: z.string().describe('Of it, more than usual.'),
                drivers: z
                  .array(
                    z.object({
                      serviceName: z.string().describe('Of the provider.'),
                      resourceName: z.string().optional(),
                      excess: z.string().describe('More than usual.'),
                    }),
                  )
                  .describe('What rose most.'),
                state: z.string().describe('open, acknowledged or over.'),
                reason: z.string().optional().describe('As an owner said.'),
              }),
            )
            .describe('At most 50.'),
        }),
    },
    examples: [{ title: 'What goes on now', input: { state: 'open' } }],
    action: async ({ input, credentials }) => {
      const query = parseInput(anomaliesQuerySchema, input);
      const page = await anomalies.list(query, { credentials });
      return {
        output: {
          totalItems: page.totalItems,
          nextCursor: page.nextCursor,
          anomalies: page.items.map(item => ({
            id: item.id,
            entityRef: item.entityRef,
            firstDay: item.firstDay,
            lastDay: item.lastDay,
            currency: item.currency,
            amount: item.amount,
            excess: item.excess,
            drivers: item.drivers.map(
              ({ excess, resourceId, resourceName, serviceName }) => ({
                serviceName,
                resourceName: resourceName ?? resourceId,
                excess,
              }),
            ),
            state: item.state,
            reason: item.acknowledgement?.reason,
          })),
        },
      };
    },
  });
}
