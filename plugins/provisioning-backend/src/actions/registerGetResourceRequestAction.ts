import { parseInput } from '@atrium/common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { idParametersSchema } from '../routes/createReadRouter';
import {
  type ProvisioningActionOptions,
  requirePerson,
} from './ProvisioningActionOptions';

/** Lets agents follow a request. */
export function registerGetResourceRequestAction(
  registry: ActionsRegistryService,
  {
    auth,
    requestReads,
  }: Pick<ProvisioningActionOptions, 'auth' | 'requestReads'>,
): void {
  registry.register({
    name: 'get-resource-request',
    title: 'Get a request for a resource',
    description:
      'How far a request for a database, queue or the like is, who has to agree, and what has happened. request-resource gives its id.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({ id: z.string().describe('The id of it.') }),
      output: z =>
        z.object({
          kind: z
            .string()
            .describe('create, update, rotate, extend or delete.'),
          state: z.string().describe('How far the request is.'),
          stateReason: z.string().optional().describe('Why.'),
          resourceId: z.string().describe('The id of the resource.'),
          catalogRef: z.string().describe('Its entity, once it is ready.'),
          resourceState: z.string().describe('Where the resource is.'),
          approvers: z.array(z.string()).describe('Who may agree.'),
          timeline: z
            .array(z.string())
            .describe('What has happened, the oldest first.'),
        }),
    },
    examples: [
      {
        title: 'How far a request is',
        input: { id: '3f0c1b1e-6a52-4b0e-9f43-0f6f4d1f7f10' },
      },
    ],
    action: async ({ input, credentials }) => {
      const { id } = parseInput(idParametersSchema, input);
      const request = await requestReads.get(id, {
        credentials: requirePerson(auth, credentials),
      });
      const { resource } = request;
      return {
        output: {
          kind: request.kind,
          state: request.state,
          stateReason: request.stateReason,
          resourceId: resource.id,
          catalogRef: resource.catalogRef,
          resourceState: resource.state,
          approvers: request.approverRefs,
          timeline: request.timeline.map(({ at, title, detail }) =>
            detail ? `${at} ${title}: ${detail}` : `${at} ${title}`,
          ),
        },
      };
    },
  });
}
