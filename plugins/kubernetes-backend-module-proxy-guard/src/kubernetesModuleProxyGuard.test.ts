import type { TestBackend } from '@backstage/backend-test-utils';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import kubernetesModuleProxyGuard from './index';

const developer = 'user:default/payments-dev';
const admin = 'user:default/platform-admin';
const pod = '/api/v1/namespaces/billing/pods/payment-service-7d9f-x2x1v';

describe('kubernetesModuleProxyGuard', () => {
  let backend: TestBackend;
  /** Names of the permissions that were asked for. */
  const asked: string[] = [];

  function send(
    caller: string | undefined,
    method: 'get' | 'delete',
    path: string,
  ) {
    return request(backend.server)
      [method](`/api/kubernetes${path}`)
      .set(
        'Authorization',
        caller
          ? mockCredentials.user.header(caller)
          : mockCredentials.none.header(),
      )
      .set('Backstage-Kubernetes-Cluster', 'acme-production');
  }

  beforeAll(async () => {
    // Answers as the Atrium policy does.
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockImplementation(async (requests, options) => {
      const { principal } = options?.credentials as {
        principal: { userEntityRef: string };
      };
      asked.push(...requests.map(({ permission }) => permission.name));
      return requests.map(({ permission }) => ({
        result:
          principal.userEntityRef === admin ||
          permission.name !== 'kubernetes.proxy.unrestricted'
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      }));
    });

    backend = await startTestBackend({
      features: [
        kubernetesPlugin,
        kubernetesModuleProxyGuard,
        permissions.factory,
        mockServices.rootConfig.factory({
          data: {
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    {
                      name: 'acme-production',
                      url: 'https://cluster.acme.example',
                      authProvider: 'serviceAccount',
                      serviceAccountToken: 'test',
                    },
                  ],
                },
              ],
            },
          },
        }),
      ],
    });
  });

  beforeEach(() => {
    asked.length = 0;
  });

  // The stock proxy asks for its own permission before it forwards anything, so
  // that question tells whether a request came through.

  it('lets a developer read the logs of a pod', async () => {
    await send(developer, 'get', `/proxy${pod}/log?container=app`);

    expect(asked).toEqual(['kubernetes.proxy']);
  });

  it('keeps developers from changing and from reading freely', async () => {
    const responses = [
      await send(developer, 'delete', `/proxy${pod}`),
      await send(developer, 'get', '/proxy/api/v1/namespaces/billing/secrets'),
      await send(developer, 'get', `/PROXY${pod}/exec?command=sh`),
    ];

    expect(responses.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(responses[0].body.error).toMatchObject({ name: 'NotAllowedError' });
    expect(asked).not.toContain('kubernetes.proxy');
  });

  it('gives no answer without a token', async () => {
    const response = await send(undefined, 'get', `/proxy${pod}/log`);

    expect(response.status).toBe(401);
    expect(asked).toEqual([]);
  });

  it('lets administrators through', async () => {
    await send(admin, 'delete', `/proxy${pod}`);

    expect(asked).toEqual([
      'kubernetes.proxy.unrestricted',
      'kubernetes.proxy',
    ]);
  });

  it('leaves the rest of the plugin as it is', async () => {
    const response = await send(developer, 'get', '/clusters');

    expect(response.status).toBe(200);
    expect(response.body.items).toMatchObject([{ name: 'acme-production' }]);
  });
});
