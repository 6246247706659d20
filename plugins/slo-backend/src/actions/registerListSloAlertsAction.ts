import { parseInput } from '@atrium/common';
import { alertQuerySchema } from '@atrium/plugin-slo-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { SloActionOptions } from './registerGetSloStatusAction';

/** Lets agents ask what burns. */
export function registerListSloAlertsAction(
  registry: ActionsRegistryService,
  { reads }: Pick<SloActionOptions, 'reads'>,
): void {
  registry.register({
    name: 'list-slo-alerts',
    title: 'List SLO alerts',
    description:
      'Alerts about error budgets that burn too fast and about missing data, newest first: those of an entity, of all that a system, domain, group or user stands for, or of everything.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe('The full entity ref. Leave it out for all entities.'),
          state: z
            .enum(['pending', 'firing', 'resolved'])
            .optional()
            .describe('Default: any.'),
        }),
      output: z =>
        z.object({
          totalItems: z.number().describe('How many there are.'),
          alerts: z
            .array(
              z.object({
                entityRef: z.string().describe('Whose SLO it is about.'),
                slo: z.string().describe('The name of the SLO.'),
                severity: z.string().describe('page, ticket, or as defined.'),
                state: z.string().describe('pending, firing or resolved.'),
                reason: z.string().describe('burn-rate or no-data.'),
                startedAt: z.string().describe('When it began.'),
                resolvedAt: z.string().optional().describe('When it ended.'),
                longBurnRate: z
                  .number()
                  .optional()
                  .describe('How many times too fast the budget burnt.'),
              }),
            )
            .describe('The newest 50.'),
        }),
    },
    examples: [{ title: 'What is firing now', input: { state: 'firing' } }],
    action: async ({ input, credentials }) => {
      const query = parseInput(alertQuerySchema, input);
      const page = await reads.listAlerts(query, { credentials });
      return {
        output: {
          totalItems: page.totalItems,
          alerts: page.items.map(alert => ({
            entityRef: alert.entityRef,
            slo: alert.sloName,
            severity: alert.severity,
            state: alert.state,
            reason: alert.reason,
            startedAt: alert.startedAt,
            resolvedAt: alert.resolvedAt,
            longBurnRate: alert.longBurnRate,
          })),
        },
      };
    },
  });
}
