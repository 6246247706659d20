import type { WorkloadSettings } from '@atrium/plugin-workloads-common';
import { mockServices } from '@backstage/backend-test-utils';
import { collectFacts } from '../../__testUtils__/collectFacts';
import { sampleComponent } from '../../__testUtils__/sampleEntities';
import { createKubernetesProvider } from './createKubernetesProvider';

const app: WorkloadSettings['containers'][number] = {
  name: 'app',
  image: 'shop:1',
  hasDigest: true,
  hasLivenessProbe: true,
  hasReadinessProbe: true,
  requests: ['cpu', 'memory'],
  limits: ['memory'],
  isNonRootEnforced: true,
};
const sidecar = {
  ...app,
  name: 'sidecar',
  hasDigest: false,
  hasLivenessProbe: false,
  hasReadinessProbe: false,
};

function workload(change: Partial<WorkloadSettings>): WorkloadSettings {
  return {
    id: 'w',
    cluster: 'production',
    namespace: 'shop',
    kind: 'Deployment',
    name: 'shop',
    environment: 'production',
    replicas: 3,
    containers: [app],
    restarts: 0,
    ...change,
  };
}

async function collect(
  workloads: Record<string, WorkloadSettings[]>,
  unreadClusters: string[] = [],
) {
  const provider = createKubernetesProvider({
    auth: mockServices.auth(),
    workloads: {
      getSettings: async entityRefs => ({
        unreadClusters,
        items: entityRefs.map(entityRef => ({
          entityRef,
          workloads: workloads[entityRef.replace(/.*\//, '')] ?? [],
        })),
      }),
    },
  });
  const facts = await collectFacts(
    provider,
    [...Object.keys(workloads), 'bare'].map(name => sampleComponent(name)),
  );
  return (name: string) => facts.get(`component:default/${name}`)?.values;
}

describe('createKubernetesProvider', () => {
  it('judges what is in production, and a container with its sidecar', async () => {
    const of = await collect({
      shop: [
        workload({ containers: [app, sidecar], restarts: 2 }),
        workload({
          replicas: 1,
          environment: 'staging',
          containers: [sidecar],
        }),
        workload({ kind: 'DaemonSet', replicas: 1, restarts: 1 }),
        workload({
          kind: 'CronJob',
          replicas: undefined,
          containers: [{ ...app, hasLivenessProbe: false }],
          deprecation: {
            apiVersion: 'batch/v1beta1',
            kind: 'CronJob',
            deprecatedIn: '1.21',
            isRemoved: true,
          },
        }),
      ],
      tests: [workload({ environment: undefined, replicas: 1 })],
    });
    expect(of('shop')).toEqual({
      workloads: 4,
      minReplicas: 3,
      hasLivenessProbes: true,
      hasReadinessProbes: true,
      hasRequests: true,
      hasMemoryLimits: true,
      hasCpuLimits: false,
      imagesPinned: false,
      nonRootEnforced: true,
      deprecatedApis: 1,
      restarts: 3,
    });
    expect(of('tests')).toMatchObject({ workloads: 1, minReplicas: 1 });
    expect(of('bare')).toEqual({ workloads: 0, deprecatedApis: 0 });
  });

  it('takes what could not be read for unknown', async () => {
    const of = await collect({ shop: [workload({ restarts: undefined })] }, [
      'staging',
    ]);
    expect(of('bare')).toBeUndefined();
    const values = of('shop');
    expect(values).toMatchObject({ minReplicas: 3 });
    for (const name of ['workloads', 'deprecatedApis', 'restarts']) {
      expect(values).not.toHaveProperty(name);
    }
  });
});
