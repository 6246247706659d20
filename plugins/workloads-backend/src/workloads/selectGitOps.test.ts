import {
  applicationSchema,
  helmReleaseSchema,
  kustomizationSchema,
} from '../kubernetes/schemas/gitOps';
import { deploymentSchema } from '../kubernetes/schemas/workloads';
import { deployment } from '../__testUtils__/sampleObjects';
import { fromDeployment } from './WorkloadObject';
import { describeApplication } from './describeApplication';
import { describeHelmRelease, describeKustomization } from './describeFlux';
import type { GitOpsCandidate } from './GitOpsCandidate';
import { selectGitOps } from './selectGitOps';

function workload(cluster: string, labels: Record<string, string> = {}) {
  return fromDeployment(
    cluster,
    deploymentSchema.parse(
      deployment({ name: 'web', namespace: 'shop', labels }),
    ),
  );
}

function select(candidate: GitOpsCandidate, workloads = [workload('east')]) {
  return selectGitOps([candidate], {
    labelSelector: 'backstage.io/kubernetes-id=web',
    workloads,
  });
}

function application(fields: {
  metadata?: object;
  spec?: object;
  status?: object;
}) {
  return describeApplication(
    'east',
    applicationSchema.parse({
      spec: {},
      ...fields,
      metadata: { name: 'web', namespace: 'argocd', ...fields.metadata },
    }),
  );
}

const resources = [{ kind: 'Deployment', namespace: 'shop', name: 'web' }];
const id = { 'backstage.io/kubernetes-id': 'web' };

describe('Argo CD', () => {
  it('says how an Application does', () => {
    const [object] = select(
      application({
        metadata: { labels: id },
        spec: {
          source: { repoURL: 'https://git.example/web.git', path: 'deploy' },
          destination: { server: 'https://kubernetes.default.svc' },
        },
        status: {
          sync: { status: 'OutOfSync', revision: 'abc' },
          health: { status: 'Degraded' },
          operationState: {
            phase: 'Failed',
            message: 'one or more objects failed to apply',
            finishedAt: '2026-11-25T08:00:00Z',
          },
        },
      }),
    );

    expect(object).toMatchObject({
      tool: 'argo-cd',
      sync: 'out-of-sync',
      health: 'degraded',
      revision: 'abc',
      source: 'https://git.example/web.git',
      path: 'deploy',
      lastSyncedAt: '2026-11-25T08:00:00Z',
      message: 'one or more objects failed to apply',
      matchedBy: 'label',
    });
  });

  it('belongs by annotation, by resource and by what it marks', () => {
    const inCluster = { destination: { name: 'in-cluster' } };
    const byResource = application({ spec: inCluster, status: { resources } });

    expect(select(application({ metadata: { annotations: id } }))).toHaveLength(
      1,
    );
    expect(select(byResource)).toMatchObject([{ matchedBy: 'resource' }]);
    expect(
      select(application({}), [
        workload('east', { 'argocd.argoproj.io/instance': 'web' }),
      ]),
    ).toHaveLength(1);
    // The same names in another cluster are something else.
    expect(select(byResource, [workload('west')])).toEqual([]);
    expect(select(application({}))).toEqual([]);
  });

  it('is shown where its workloads are, also when it lives in another cluster', () => {
    const both = [workload('west'), workload('north')];
    const clustersOf = (candidate: GitOpsCandidate, workloads = both) =>
      select(candidate, workloads).map(
        ({ cluster, workloadClusters }) => `${cluster}: ${workloadClusters}`,
      );
    const to = (name: string, more: object = {}) =>
      application({ spec: { destination: { name } }, ...more });
    const labelled = { metadata: { labels: id } };

    expect(clustersOf(to('west', { status: { resources } }))).toEqual([
      'east: west',
    ]);
    expect(clustersOf(to('west', labelled))).toEqual(['east: west']);
    // Argo CD may call a cluster otherwise than the portal does.
    expect(clustersOf(to('prod', labelled))).toEqual(['east: west,north']);
    expect(
      clustersOf(to('prod', labelled), [...both, workload('east')]),
    ).toEqual(['east: east']);
  });
});

describe('Flux', () => {
  it('says how a Kustomization does', () => {
    const candidate = describeKustomization(
      'east',
      kustomizationSchema.parse({
        metadata: { name: 'shop', namespace: 'flux-system' },
        spec: { path: './shop', sourceRef: { name: 'fleet' } },
        status: {
          lastAppliedRevision: 'main@sha1:a',
          lastAttemptedRevision: 'main@sha1:b',
          conditions: [
            {
              type: 'Ready',
              status: 'False',
              reason: 'BuildFailed',
              message: 'kustomize build failed',
            },
          ],
          inventory: { entries: [{ id: 'shop_web_apps_Deployment' }] },
        },
      }),
    );

    expect(select(candidate)).toMatchObject([
      {
        tool: 'flux',
        sync: 'out-of-sync',
        health: 'degraded',
        revision: 'main@sha1:a',
        attemptedRevision: 'main@sha1:b',
        source: 'fleet',
        message: 'kustomize build failed',
        matchedBy: 'resource',
      },
    ]);
  });

  it('names what was tried of a HelmRelease only where it is another version', () => {
    const attempted = (lastAttemptedRevision: string) =>
      describeHelmRelease(
        'east',
        helmReleaseSchema.parse({
          metadata: { name: 'web', namespace: 'shop' },
          spec: {},
          // As version 2 of its API has it, without lastAppliedRevision.
          status: {
            lastAttemptedRevision,
            history: [{ chartName: 'web', chartVersion: '2.1.0' }],
          },
        }),
      ).object;

    expect(attempted('2.1.0')).toMatchObject({
      revision: '2.1.0',
      attemptedRevision: undefined,
    });
    expect(attempted('2.2.0')).toMatchObject({
      revision: '2.1.0',
      attemptedRevision: '2.2.0',
    });
  });

  it('finds a HelmRelease by its marks, and tells that it is suspended', () => {
    const candidate = describeHelmRelease(
      'east',
      helmReleaseSchema.parse({
        metadata: { name: 'web', namespace: 'shop' },
        spec: { suspend: true, chart: { spec: { chart: 'web' } } },
        status: { history: [{ chartName: 'web', chartVersion: '2.1.0' }] },
      }),
    );
    const marked = workload('east', {
      'helm.toolkit.fluxcd.io/name': 'web',
      'helm.toolkit.fluxcd.io/namespace': 'shop',
    });

    expect(select(candidate, [marked])).toMatchObject([
      { sync: 'suspended', health: 'suspended', revision: '2.1.0' },
    ]);
    expect(select(candidate)).toEqual([]);
  });
});
