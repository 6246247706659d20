import { entityRefSchema, parseInput } from '@atrium/common';
import {
  deliveryStatusSchema,
  describeProductionVersion,
  isFailedOutcome,
} from '@atrium/plugin-delivery-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DeliveryReads } from '../services/reads/DeliveryReads';

const MAX_SERVICES = 100;

/** Lets agents ask which services need a look. */
export function registerListServicesAction(
  registry: ActionsRegistryService,
  { reads }: { reads: DeliveryReads },
): void {
  registry.register({
    name: 'list-services-by-delivery',
    title: 'List services by how their delivery stands',
    description:
      'The services of a group, user, system or domain, or all of them, worst first: those with an open incident in production, then those whose newest run on a main branch failed.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          ownerRef: z
            .string()
            .optional()
            .describe(
              'The full entity ref, for example group:default/team-payments. All services without it.',
            ),
        }),
      output: z =>
        z.object({
          services: z
            .array(
              z.object({
                entityRef: z.string().describe('The service.'),
                status: z
                  .string()
                  .describe(deliveryStatusSchema.options.join(', ')),
                openIncidents: z.number().describe('In production.'),
                failedPipelines: z
                  .array(z.string())
                  .describe('Pipelines whose newest main run failed.'),
                productionVersion: z
                  .string()
                  .optional()
                  .describe(
                    'What runs in production, such as 2.0.0; several services with their names, such as api 2.0.0, worker 7.1.0.',
                  ),
              }),
            )
            .describe(`The worst ${MAX_SERVICES} of them.`),
          totalServices: z.number().describe('How many there are.'),
        }),
    },
    examples: [
      {
        title: 'Which services of my team are red',
        input: { ownerRef: 'group:default/team-payments' },
      },
    ],
    action: async ({ input, credentials }) => {
      const ownerRef =
        input.ownerRef === undefined
          ? undefined
          : parseInput(entityRefSchema, input.ownerRef);
      const { items, totalItems } = await reads.getOverview(
        { ownerRef, limit: MAX_SERVICES },
        { credentials },
      );
      return {
        output: {
          services: items.map(item => ({
            entityRef: item.entityRef,
            status: item.status,
            openIncidents: item.openIncidents,
            failedPipelines: item.runs
              .filter(({ outcome }) => isFailedOutcome(outcome))
              .map(({ pipeline }) => pipeline),
            productionVersion: describeProductionVersion(item),
          })),
          totalServices: totalItems,
        },
      };
    },
  });
}
