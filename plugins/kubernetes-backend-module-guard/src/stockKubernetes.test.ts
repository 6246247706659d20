import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import kubernetesModuleGuard from './index';

describe('kubernetesModuleGuard in the stock plugin', () => {
  it('stands before its proxy and leaves the rest as it is', async () => {
    const asked: string[] = [];
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockImplementation(async requests => {
      asked.push(...requests.map(({ permission }) => permission.name));
      return requests.map(({ permission }) => ({
        result:
          permission.name === 'kubernetes.proxy.unrestricted'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }));
    });
    const { server } = await startTestBackend({
      features: [
        kubernetesPlugin,
        kubernetesModuleGuard,
        permissions.factory,
        catalogServiceMock.factory({ entities: [] }),
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
    const get = (path: string) =>
      request(server)
        .get(`/api/kubernetes${path}`)
        .set('Authorization', mockCredentials.user.header())
        .set('Backstage-Kubernetes-Cluster', 'acme-production');

    const clusters = await get('/clusters');
    expect(clusters.body.items).toMatchObject([{ name: 'acme-production' }]);

    asked.length = 0;
    expect((await get('/proxy/api/v1/secrets')).status).toBe(403);
    expect(asked).toEqual(['kubernetes.proxy.unrestricted']);

    // The stock proxy asks for its own permission before it forwards anything,
    // so that question tells that a request came through.
    asked.length = 0;
    await get('/proxy/api/v1/namespaces/billing/events');
    expect(asked).toEqual(['kubernetes.proxy']);
  });
});
