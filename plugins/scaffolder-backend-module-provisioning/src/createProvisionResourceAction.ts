import { parseInput } from '@atrium/common';
import {
  resourceInputSchema,
  type ResourceState,
} from '@atrium/plugin-provisioning-common';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { describeCredentials } from './describeCredentials';
import { waitForResource } from './waitForResource';

const DEFAULT_TIMEOUT_SECONDS = 300;

export interface CreateProvisionResourceActionOptions {
  provisioning: Pick<
    ProvisioningService,
    'createRequest' | 'getRequest' | 'getResource'
  >;
}

/** In these nobody works on it, and it is not there. */
const FAILED_STATES: ResourceState[] = [
  'failed',
  'needs-attention',
  'withdrawn',
  'deleted',
];

/**
 * Creates `provision:resource`, which asks for a resource as the person who runs
 * the template and waits until it is ready.
 */
export function createProvisionResourceAction({
  provisioning,
}: CreateProvisionResourceActionOptions) {
  return createTemplateAction({
    id: 'provision:resource',
    description:
      'Asks for a database, a queue or the like for the user who runs the template, and waits until it is ready. Answers no secrets.',
    examples: [
      {
        description: 'A database for a new service',
        example: [
          'steps:',
          '  - id: database',
          '    name: Database',
          '    action: provision:resource',
          '    input:',
          '      type: postgres',
          '      name: ${{ parameters.name }}',
          '      environment: dev',
          '      ownerRef: ${{ parameters.owner }}',
        ].join('\n'),
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        type: z => z.string({ description: 'A resource type: postgres' }),
        class: z => z.string({ description: 'Default: `default`' }).optional(),
        name: z =>
          z.string({
            description: 'Lower-case letters, digits and dashes, at most 40',
          }),
        sharedId: z =>
          z
            .string({
              description: 'Components with the same one share one resource',
            })
            .optional(),
        environment: z => z.string({ description: 'An environment: dev' }),
        entityRef: z =>
          z.string({ description: 'The component that needs it' }).optional(),
        ownerRef: z =>
          z
            .string({
              description: 'Whose it is. Default: the owner of the component',
            })
            .optional(),
        plan: z =>
          z
            .string({ description: 'Default: that of the definition' })
            .optional(),
        parameters: z =>
          z
            .record(z.any(), { description: 'By the schema of the type' })
            .optional(),
        leaseDays: z =>
          z
            .number({ description: 'Default: that of the definition' })
            .optional(),
        reason: z =>
          z.string({ description: 'Why, for whoever has to agree' }).optional(),
        timeoutSeconds: z =>
          z
            .number({
              description: `How long to wait. Default: ${DEFAULT_TIMEOUT_SECONDS}`,
            })
            .min(1)
            .max(3_600)
            .optional(),
      },
      output: {
        resourceId: z => z.string({ description: 'Its id' }),
        requestId: z => z.string({ description: 'The id of the request' }),
        catalogRef: z =>
          z.string({ description: 'Its entity, once it is ready' }),
        state: z =>
          z.string({
            description: 'ready, or awaiting-approval where nobody has agreed',
          }),
        outputs: z =>
          z.record(z.any(), {
            description: 'What a workload needs, without secrets',
          }),
        credentialsReference: z =>
          z.string({ description: 'Where its owner gets the credentials' }),
      },
    },
    async handler(ctx) {
      const { timeoutSeconds = DEFAULT_TIMEOUT_SECONDS, ...rest } = ctx.input;
      const input = parseInput(resourceInputSchema, rest);
      const { environment, name, type } = input;
      if (ctx.isDryRun) {
        ctx.logger.info(
          `Dry run: not asking for '${name}' (${type}) in ${environment}`,
        );
        return;
      }
      const credentials = await ctx.getInitiatorCredentials();
      const key = `${type}/${environment}/${name}`;
      const requestId = await ctx.checkpoint({
        key: `provision:resource:${key}`,
        fn: async () => {
          const request = await provisioning.createRequest(input, {
            credentials,
            // A run that ended before it could note the id asks with it again.
            idempotencyKey: `scaffolder/${ctx.task.id}/${key}`,
          });
          return request.id;
        },
      });
      ctx.output('requestId', requestId);
      const { resource, isAwaitingApproval } = await waitForResource(
        requestId,
        {
          provisioning,
          credentials,
          timeoutMs: timeoutSeconds * 1_000,
          log: message => ctx.logger.info(message),
          signal: ctx.signal,
        },
      );
      ctx.output('resourceId', resource.id);
      ctx.output('catalogRef', resource.catalogRef);
      ctx.output(
        'state',
        isAwaitingApproval ? 'awaiting-approval' : resource.state,
      );
      if (isAwaitingApproval) {
        return;
      }
      if (FAILED_STATES.includes(resource.state)) {
        throw new Error(
          `'${name}' is ${resource.state}: ${
            resource.stateReason ?? 'its page says more'
          }`,
        );
      }
      ctx.output('outputs', resource.outputs);
      ctx.output('credentialsReference', describeCredentials(resource));
    },
  });
}
