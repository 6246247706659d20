import { entityRefSchema, parseInput } from '@atrium/common';
import { podStatus } from '@atrium/plugin-workloads-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { EntityReads } from '../services/EntityReads';

/** What the action asks. */
export interface GetEntityWorkloadsOptions {
  entityReads: Pick<EntityReads, 'getWorkloads'>;
}

/** Lets agents ask what runs for an entity, and what is wrong with it. */
export function registerGetEntityWorkloadsAction(
  registry: ActionsRegistryService,
  { entityReads }: GetEntityWorkloadsOptions,
): void {
  registry.register({
    name: 'get-entity-workloads',
    title: 'Get workloads of an entity',
    description:
      'What runs in Kubernetes for a component: its workloads per cluster with health, replicas, versions against what delivery says was deployed, pods in trouble, warnings explained in words, and the state of Argo CD and Flux. Says which clusters could not be read.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe(
              'The full entity ref, for example component:default/payment-service.',
            ),
        }),
      output: z =>
        z.object({
          workloads: z
            .array(
              z.object({
                cluster: z.string().describe('The cluster it runs in.'),
                namespace: z.string().describe('Its namespace.'),
                kind: z
                  .string()
                  .describe('Deployment, StatefulSet, DaemonSet or CronJob.'),
                name: z.string().describe('Its name.'),
                environment: z
                  .string()
                  .optional()
                  .describe('The environment that the cluster stands for.'),
                health: z
                  .string()
                  .describe('healthy, progressing, degraded or stopped.'),
                healthReason: z.string().describe('Why, in a sentence.'),
                runningVersions: z
                  .array(z.string())
                  .describe('The versions in its pods.'),
                deployedVersion: z
                  .string()
                  .optional()
                  .describe('What delivery says was deployed.'),
                versionVerdict: z
                  .string()
                  .describe('same, different or unknown.'),
                podsInTrouble: z
                  .array(
                    z.object({
                      name: z.string().describe('The pod.'),
                      status: z.string().describe('As kubectl shows it.'),
                      message: z
                        .string()
                        .optional()
                        .describe('Why, as the cluster says it.'),
                      restarts: z.number().describe('How often it restarted.'),
                    }),
                  )
                  .describe(
                    'Pods that are not ready, except those that have just started or are shutting down. An evicted pod stays listed until Kubernetes removes it, but does not count as running.',
                  ),
              }),
            )
            .describe('The worst first.'),
          warnings: z
            .array(
              z.object({
                cluster: z.string().describe('The cluster it happened in.'),
                reason: z.string().describe('As Kubernetes names it.'),
                count: z.number().describe('How often.'),
                lastAt: z.string().describe('When it was seen last.'),
                meaning: z.string().describe('What it means.'),
                message: z.string().describe('What the newest event says.'),
              }),
            )
            .describe('The newest first.'),
          gitOps: z
            .array(
              z.object({
                kind: z
                  .string()
                  .describe('Application, Kustomization or HelmRelease.'),
                name: z.string().describe('Its name.'),
                sync: z.string().describe('Whether git is applied.'),
                health: z.string().describe('How what it applied is.'),
                revision: z.string().optional().describe('What is applied.'),
              }),
            )
            .describe('What brings the manifests.'),
          unread: z
            .array(z.string())
            .describe('What could not be read, in sentences.'),
          runbooks: z.array(z.string()).describe('Addresses of runbooks.'),
        }),
    },
    examples: [
      {
        title: 'What runs for a service',
        input: { entityRef: 'component:default/payment-service' },
      },
    ],
    action: async ({ input, credentials }) => {
      const entityRef = parseInput(entityRefSchema, input.entityRef);
      const answer = await entityReads.getWorkloads(entityRef, {
        credentials,
      });
      const now = new Date();
      return {
        output: {
          workloads: answer.items.map(workload => ({
            cluster: workload.cluster,
            namespace: workload.namespace,
            kind: workload.kind,
            name: workload.name,
            environment: workload.version.environment,
            health: workload.health,
            healthReason: workload.healthReason,
            runningVersions: workload.version.running,
            deployedVersion: workload.version.deployed?.version,
            versionVerdict: workload.version.verdict,
            podsInTrouble: workload.pods
              .filter(pod => podStatus(pod, now) === 'bad')
              .map(({ name, status, message, restarts }) => ({
                name,
                status,
                message,
                restarts,
              })),
          })),
          warnings: answer.warnings.map(
            ({ cluster, reason, count, lastAt, meaning, message }) => ({
              cluster,
              reason,
              count,
              lastAt,
              meaning,
              message,
            }),
          ),
          gitOps: answer.gitOps.map(
            ({ kind, name, sync, health, revision }) => ({
              kind,
              name,
              sync,
              health,
              revision,
            }),
          ),
          unread: answer.clusters.flatMap(({ problems }) =>
            problems.map(({ message }) => message),
          ),
          runbooks: answer.runbooks.map(({ url }) => url),
        },
      };
    },
  });
}
