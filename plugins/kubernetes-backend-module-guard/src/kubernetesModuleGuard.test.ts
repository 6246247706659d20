import type { ClusterObject } from '@atrium/plugin-workloads-common';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import type { TestBackend } from '@backstage/backend-test-utils';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import Router from 'express-promise-router';
import request from 'supertest';
import { standInKubernetes } from './__testUtils__/standInKubernetes';
import kubernetesModuleGuard from './index';

const owner = 'user:default/payments-dev';
const rival = 'user:default/rival-dev';
const other = 'user:default/new-hire';
const admin = 'user:default/platform-admin';

function idOf(id: string) {
  return { labels: { 'backstage.io/kubernetes-id': id } };
}

/** A pod that only its workload says whose it is, and that meets a selector. */
function bare(kind: string, name: string) {
  return {
    labels: { app: 'rival', 'pod-template-hash': '7d9f' },
    ownerReferences: [{ kind, name, controller: true }],
  };
}

const objects: Record<string, object> = {
  'pods/payment-service-7d9f': idOf('payment-service'),
  'pods/shared-5c4d': idOf('shared'),
  'pods/dns-1a2b': { labels: { 'k8s-app': 'dns' } },
  'pods/odd-3e4f': idOf('Payment-Service'),
  'pods/broken-5a6b': idOf('broken'),
  'deployments/ours': idOf('payment-service'),
  'pods/ours-7d9f-bcdfg': bare('ReplicaSet', 'ours-7d9f'),
  'statefulsets/ours': idOf('payment-service'),
  'pods/ours-0': bare('StatefulSet', 'ours'),
  'cronjobs/ours': idOf('payment-service'),
  'pods/ours-28700000-bcdfg': bare('Job', 'ours-28700000'),
  'daemonsets/hidden': { isForbidden: true },
  'pods/hidden-bcdfg': bare('DaemonSet', 'hidden'),
  'pods/byhand-1-bcdfg': bare('Job', 'byhand-1'),
};
const pod = '/api/v1/namespaces/billing/pods/payment-service-7d9f';

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payment-service', title: 'Payment Service' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team-payments' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: 'team-payments',
      title: 'Payments',
      links: [{ url: 'https://chat.example/payments', title: '#payments' }],
    },
  },
];

/** What workloads says: by cluster, namespace and id, or else the label "app". */
const holders: Record<string, string[]> = {
  'acme-production/billing/payment-service': [
    'component:default/payment-service',
  ],
  'acme-production/billing/shared': ['component:default/shared-theirs'],
  'acme-production/billing/rival': ['component:default/rival'],
  // Claims of one cluster do not count where none is named, so a rival is left.
  '/billing/shared': ['component:default/shared-ours'],
};

/** Answers as the workloads plugin does. */
const standInWorkloads = createBackendPlugin({
  pluginId: 'workloads',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        const router = Router();
        router.use(express.json());
        router.post('/claims/holders', async (req, res) => {
          await httpAuth.credentials(req, { allow: ['service'] });
          const keys: string[] = req.body.objects.map(
            ({ cluster, namespace, labels }: ClusterObject) =>
              `${cluster}/${namespace}/${
                labels['backstage.io/kubernetes-id'] ?? labels.app
              }`,
          );
          if (keys[0].endsWith('/broken')) {
            throw new Error('The database does not answer');
          }
          res.json({
            items: keys.map(key => ({ holders: holders[key] ?? [] })),
          });
        });
        httpRouter.use(router);
      },
    });
  },
});

/** What people own. */
const owned: Record<string, string[]> = {
  [owner]: [
    'component:default/payment-service',
    'component:default/shared-ours',
  ],
  [rival]: ['component:default/rival'],
};

describe('kubernetesModuleGuard', () => {
  let backend: TestBackend;
  /** What came through to the proxy. */
  const reached: string[] = [];

  function send(
    caller: string | undefined,
    path: string,
    options: { method?: 'get' | 'delete'; cluster?: string | string[] } = {},
  ) {
    const { method = 'get', cluster } = {
      cluster: 'acme-production',
      ...options,
    };
    const sent = request(backend.server)
      [method](`/api/kubernetes${path}`)
      .set(
        'Authorization',
        caller
          ? mockCredentials.user.header(caller)
          : mockCredentials.none.header(),
      );
    return cluster === undefined
      ? sent
      : sent.set({ 'Backstage-Kubernetes-Cluster': cluster });
  }

  beforeAll(async () => {
    // Answers as the Atrium policy does.
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockImplementation(async (requests, options) => {
      const { principal } = options?.credentials as {
        principal: { type: string; userEntityRef: string };
      };
      const isAdmin =
        principal.type === 'service' || principal.userEntityRef === admin;
      return requests.map(({ permission, ...rest }) => {
        const ref = 'resourceRef' in rest ? rest.resourceRef : undefined;
        const isAllowed =
          permission.name === 'kubernetes.logs.read'
            ? (owned[principal.userEntityRef] ?? []).includes(String(ref))
            : permission.name !== 'kubernetes.proxy.unrestricted';
        return {
          result:
            isAdmin || isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        };
      });
    });

    backend = await startTestBackend({
      features: [
        standInKubernetes(objects, reached),
        kubernetesModuleGuard,
        permissions.factory,
        standInWorkloads,
        catalogServiceMock.factory({ entities }),
      ],
    });
  });

  beforeEach(() => {
    reached.length = 0;
  });

  it('lets owners read the logs of their pods, and nobody else', async () => {
    const path = `/proxy${pod}/log?container=app`;

    const response = await send(owner, path);
    expect([response.status, response.text]).toEqual([200, 'a line']);

    reached.length = 0;
    const refused = await send(other, path);
    expect(refused.status).toBe(403);
    expect(refused.body.error).toMatchObject({
      name: 'NotAllowedError',
      message:
        "Only the owners of Payment Service can read the logs of pod 'payment-service-7d9f': ask Payments (#payments)",
      messages: {
        message: [
          {
            key: 'workloads.refusal.logs',
            values: {
              pod: 'payment-service-7d9f',
              name: { list: ['Payment Service'] },
              owners: { list: ['Payments (#payments)'] },
            },
          },
        ],
      },
    });
    expect(reached).toEqual([`GET ${pod}`]);
  });

  it('leaves logs of pods that are not theirs alone to administrators', async () => {
    for (const name of ['shared-5c4d', 'dns-1a2b', 'odd-3e4f']) {
      const path = `/proxy/api/v1/namespaces/billing/pods/${name}/log`;

      expect([name, (await send(owner, path)).status]).toEqual([name, 403]);
      expect([name, (await send(admin, path)).status]).toEqual([name, 200]);
    }
  });

  it('gives the logs of a pod to those who hold its workload, whatever its labels say', async () => {
    const logsOf = (name: string) =>
      `/proxy/api/v1/namespaces/billing/pods/${name}/log`;

    for (const name of ['ours-7d9f-bcdfg', 'ours-0', 'ours-28700000-bcdfg']) {
      const path = logsOf(name);
      expect([name, (await send(owner, path)).status]).toEqual([name, 200]);
      expect([name, (await send(rival, path)).status]).toEqual([name, 403]);
    }
    // Nobody scheduled the job, so its pod is judged alone.
    expect((await send(rival, logsOf('byhand-1-bcdfg'))).status).toBe(200);
    expect((await send(owner, logsOf('byhand-1-bcdfg'))).status).toBe(403);
    expect((await send(rival, logsOf('hidden-bcdfg'))).status).toBe(503);
  });

  it('gives no logs by a request that names no cluster, or two', async () => {
    const path = '/proxy/api/v1/namespaces/billing/pods/shared-5c4d/log';

    for (const cluster of [undefined, '']) {
      const response = await send(owner, path, { cluster });

      expect(response.status).toBe(400);
      expect(response.body.error).toMatchObject({
        name: 'InputError',
        message:
          "Name the cluster of the pod in the header 'Backstage-Kubernetes-Cluster'",
      });
    }
    const both = ['acme-production', 'acme-production'];
    expect((await send(owner, path, { cluster: both })).status).toBe(404);
    expect(reached).toEqual([]);
  });

  it('keeps logs closed while nobody can say whose pod it is', async () => {
    const path = '/proxy/api/v1/namespaces/billing/pods/broken-5a6b/log';

    const response = await send(owner, path);

    expect(response.status).toBe(503);
    expect(reached).not.toContain(`GET ${path.slice('/proxy'.length)}`);
    expect((await send(admin, path)).status).toBe(200);
  });

  it('says when there is no such pod', async () => {
    const path = '/proxy/api/v1/namespaces/billing/pods/gone/log';

    expect((await send(owner, path)).status).toBe(404);
  });

  it('lets everybody signed in read events', async () => {
    const path = '/proxy/api/v1/namespaces/billing/events';

    expect((await send(other, path)).status).toBe(200);
  });

  it('keeps developers from changing and from reading freely', async () => {
    const responses = [
      await send(owner, `/proxy${pod}`, { method: 'delete' }),
      await send(owner, '/proxy/api/v1/namespaces/billing/secrets'),
      await send(owner, `/PROXY${pod}/exec?command=sh`),
    ];

    expect(responses.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(responses[0].body.error).toMatchObject({ name: 'NotAllowedError' });
    expect(reached).toEqual([]);
  });

  it('gives no answer without a token', async () => {
    const response = await send(undefined, `/proxy${pod}/log`);

    expect(response.status).toBe(401);
    expect(reached).toEqual([]);
  });

  it('lets administrators and other plugins through', async () => {
    expect(
      (await send(admin, `/proxy${pod}`, { method: 'delete' })).status,
    ).toBe(200);

    const response = await request(backend.server)
      .get(`/api/kubernetes/proxy${pod}`)
      .set('Authorization', mockCredentials.service.header())
      .set('Backstage-Kubernetes-Cluster', 'acme-production');
    expect(response.status).toBe(200);
  });
});
