import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type { WorkloadSettings } from '@atrium/plugin-workloads-common';
import type { WorkloadsService } from '@atrium/plugin-workloads-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { valuesOf } from '../../facts/describeProvider';
import { HOUR_MS } from '../../facts/elapsed';
import { entityPage, urlsFor } from '../../facts/links';
import { kubernetesDescription } from './kubernetesDescription';

interface KubernetesProviderOptions {
  auth: AuthService;
  workloads: Pick<WorkloadsService, 'getSettings'>;
}

type Container = WorkloadSettings['containers'][number];

const PRODUCTION = /^prod/i;

/** Tells how the workloads of components are set up. */
export function createKubernetesProvider(
  options: KubernetesProviderOptions,
): FactProvider {
  const { auth, workloads } = options;
  return {
    description: kubernetesDescription,
    refreshMs: HOUR_MS / 2,
    needs: 'ref',
    // All clusters are read for a batch.
    batchSize: 1_000,
    async collect(entities) {
      // Nobody asks: facts are kept for everybody who may see the entity.
      const credentials = await auth.getOwnServiceCredentials();
      const { items, unreadClusters } = await workloads.getSettings(
        entities.map(entity => stringifyEntityRef(entity)),
        { credentials },
      );
      const isComplete = unreadClusters.length === 0;
      return new Map(
        items
          // What was not read, may be there.
          .filter(item => isComplete || item.workloads.length > 0)
          .map(item => [
            item.entityRef,
            toFacts(item.entityRef, { isComplete, all: item.workloads }),
          ]),
      );
    },
  };
}

function toFacts(
  entityRef: string,
  { isComplete, all }: { isComplete: boolean; all: WorkloadSettings[] },
): EntityFacts {
  const inProduction = all.filter(({ environment }) =>
    PRODUCTION.test(environment ?? ''),
  );
  const counted = inProduction.length > 0 ? inProduction : all;
  const serving = counted.filter(({ kind }) => kind !== 'CronJob');
  const replicas = serving.flatMap(workload =>
    // A DaemonSet has as many as there are nodes.
    workload.kind === 'DaemonSet' ? [] : workload.replicas ?? [],
  );
  const containers = counted.flatMap(workload => workload.containers);
  const restarts = counted.flatMap(workload => workload.restarts ?? []);
  const every = (test: (container: Container) => boolean) =>
    containers.length > 0 ? containers.every(test) : undefined;
  const someEach = (test: (container: Container) => boolean) =>
    serving.length > 0
      ? serving.every(workload => workload.containers.some(test))
      : undefined;
  const values = valuesOf(kubernetesDescription, {
    workloads: isComplete ? all.length : undefined,
    minReplicas: replicas.length > 0 ? Math.min(...replicas) : undefined,
    hasLivenessProbes: someEach(({ hasLivenessProbe }) => hasLivenessProbe),
    hasReadinessProbes: someEach(({ hasReadinessProbe }) => hasReadinessProbe),
    hasRequests: every(({ requests }) => requests.length === 2),
    hasMemoryLimits: every(({ limits }) => limits.includes('memory')),
    hasCpuLimits: every(({ limits }) => limits.includes('cpu')),
    imagesPinned: every(({ hasDigest }) => hasDigest),
    nonRootEnforced: every(({ isNonRootEnforced }) => isNonRootEnforced),
    deprecatedApis: isComplete
      ? all.filter(({ deprecation }) => deprecation).length
      : undefined,
    restarts:
      counted.length > 0 && restarts.length === counted.length
        ? restarts.reduce((sum, count) => sum + count, 0)
        : undefined,
  });
  const page = entityPage(entityRef, 'runtime');
  return { values, urls: urlsFor(Object.keys(values), page) };
}
