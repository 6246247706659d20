import { parseInput } from '@atrium/common';
import { resourceQuerySchema } from '@atrium/plugin-provisioning-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ProvisioningActionOptions } from './ProvisioningActionOptions';

/** Lets agents see what was provisioned. */
export function registerListResourcesAction(
  registry: ActionsRegistryService,
  { resourceReads }: Pick<ProvisioningActionOptions, 'resourceReads'>,
): void {
  registry.register({
    name: 'list-provisioned-resources',
    title: 'List provisioned resources',
    description:
      'Databases, queues and the like that the portal made: those of a component, of an owner (of a person also those of their groups and the groups below), or all. What changed last comes first.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().optional().describe('Of this component.'),
          ownerRef: z.string().optional().describe('Of this group or user.'),
          state: z.string().optional().describe('Such as ready or failed.'),
          environment: z.string().optional().describe('Such as production.'),
        }),
      output: z =>
        z.object({
          totalItems: z.number().describe('How many there are.'),
          resources: z
            .array(
              z.object({
                id: z.string().describe('Its id.'),
                catalogRef: z.string().describe('Its entity, once ready.'),
                name: z.string().describe('Its name.'),
                type: z.string().describe('postgres, queue and so on.'),
                environment: z.string().describe('Where it is.'),
                ownerRef: z.string().describe('Whose it is.'),
                plan: z.string().describe('Its size.'),
                state: z.string().describe('Where it is in its life.'),
                leaseEndsAt: z
                  .string()
                  .optional()
                  .describe('When access ends; absent: it stays.'),
                differences: z
                  .array(z.string())
                  .describe('What somebody changed by hand.'),
              }),
            )
            .describe('The first 50.'),
        }),
    },
    examples: [
      {
        title: 'What a service has',
        input: { entityRef: 'component:default/payment-service' },
      },
    ],
    action: async ({ input, credentials }) => {
      const page = await resourceReads.list(
        parseInput(resourceQuerySchema, input),
        { credentials },
      );
      return {
        output: {
          totalItems: page.totalItems,
          resources: page.items.map(resource => ({
            id: resource.id,
            catalogRef: resource.catalogRef,
            name: resource.name,
            type: resource.type,
            environment: resource.environment,
            ownerRef: resource.ownerRef,
            plan: resource.plan,
            state: resource.state,
            leaseEndsAt: resource.lease?.endsAt,
            differences: resource.drift.differences,
          })),
        },
      };
    },
  });
}
