import { parseInput } from '@atrium/common';
import { createRequestSchema } from '@atrium/plugin-provisioning-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { catalogRefOf } from '../services/catalogRefOf';
import { requestResource } from '../services/requests/requestResource';
import {
  type ProvisioningActionOptions,
  requirePerson,
} from './ProvisioningActionOptions';
import { resourceInputFields } from './resourceInputFields';

/** Lets agents ask for a resource in the name of a person. */
export function registerRequestResourceAction(
  registry: ActionsRegistryService,
  options: ProvisioningActionOptions,
): void {
  registry.register({
    name: 'request-resource',
    title: 'Request a resource',
    description:
      'Asks for a database, queue or the like in the name of the person. It is made at once, or once somebody agrees; get-resource-request says how far it is. It may cost money: show preview-resource first, and give its planHash. Credentials are never answered: the person takes them in the portal.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z.object({
          ...resourceInputFields(z),
          planHash: z.string().optional().describe('Of the preview.'),
          idempotencyKey: z
            .string()
            .optional()
            .describe('The same key with the same input asks once.'),
        }),
      output: z =>
        z.object({
          requestId: z.string().describe('For get-resource-request.'),
          resourceId: z.string().describe('The id of the resource.'),
          catalogRef: z.string().describe('Its entity, once it is ready.'),
          state: z.string().describe('awaiting-approval, approved or done.'),
        }),
    },
    examples: [
      {
        title: 'A database for a service',
        input: {
          type: 'postgres',
          name: 'ledger',
          environment: 'dev',
          entityRef: 'component:default/payment-service',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { idempotencyKey, ...rest } = input;
      const { request, resource } = await requestResource(
        options,
        parseInput(createRequestSchema, rest),
        {
          credentials: requirePerson(options.auth, credentials),
          idempotencyKey,
        },
      );
      return {
        output: {
          requestId: request.id,
          resourceId: resource.id,
          catalogRef: catalogRefOf(resource),
          state: request.state,
        },
      };
    },
  });
}
