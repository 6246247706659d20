import { entityRefSchema, parseInput } from '@atrium/common';
import { restartWorkloadSchema } from '@atrium/plugin-workloads-common';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotAllowedError } from '@backstage/errors';
import type { RestartService } from '../services/RestartService';

/** What the action asks. */
export interface RestartWorkloadOptions {
  auth: AuthService;
  restarts: Pick<RestartService, 'restartWorkload'>;
}

/** Lets agents restart a workload, with the rights of the person they act for. */
export function registerRestartWorkloadAction(
  registry: ActionsRegistryService,
  { auth, restarts }: RestartWorkloadOptions,
): void {
  registry.register({
    name: 'restart-workload',
    title: 'Restart a workload',
    description:
      'Rolls out a Deployment, StatefulSet or DaemonSet of a component anew, pod by pod, with the version that runs already. Only owners of the component may; a paused Deployment is refused, and so is what is updated by OnDelete. Ask the person before you use it.',
    attributes: { readOnly: false, destructive: true, idempotent: false },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('The full entity ref of the component.'),
          cluster: z.string().describe('The cluster it runs in.'),
          namespace: z.string().describe('Its namespace.'),
          workloadKind: z
            .enum(['Deployment', 'StatefulSet', 'DaemonSet'])
            .describe('Its kind.'),
          name: z.string().describe('Its name.'),
        }),
      output: z =>
        z.object({
          requestedAt: z.string().describe('When the cluster accepted it.'),
        }),
    },
    examples: [
      {
        title: 'Restart a service in production',
        input: {
          entityRef: 'component:default/payment-service',
          cluster: 'acme-production',
          namespace: 'billing',
          workloadKind: 'Deployment',
          name: 'payment-service',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { entityRef: ref, ...place } = input;
      const entityRef = parseInput(entityRefSchema, ref);
      const workload = parseInput(restartWorkloadSchema, place);
      if (!auth.isPrincipal(credentials, 'user')) {
        throw new NotAllowedError('Only people can restart workloads');
      }
      return {
        output: await restarts.restartWorkload(entityRef, workload, {
          credentials,
        }),
      };
    },
  });
}
