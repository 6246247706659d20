import {
  createTestDatabase,
  eventually,
} from '@atrium/backend-common/testUtils';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import type { TestBackend } from '@backstage/backend-test-utils';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import request from 'supertest';
import permissionModuleAtrium from './index';

const owner = 'user:default/payments-dev';
const other = 'user:default/new-hire';
const admin = 'user:default/platform-admin';

const groupOf: Record<string, string> = {
  [owner]: 'group:default/team-payments',
  [other]: 'group:default/team-storefront',
  [admin]: 'group:default/platform-team',
};

const paymentService: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payment-service',
    annotations: {
      [ANNOTATION_LOCATION]: 'url:https://git.acme.example/payment-service',
      [ANNOTATION_ORIGIN_LOCATION]:
        'url:https://git.acme.example/payment-service',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-payments' },
};

/** A source that always says that the payment service exists. */
const paymentServiceModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'payment-service',
  register(reg) {
    reg.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'payment-service',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: [{ entity: paymentService }],
            }),
        });
      },
    });
  },
});

const userInfoServiceFactory = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, groupOf[userEntityRef]],
      };
    },
  }),
});

/**
 * The mock service, except that a plugin which asks on behalf of a person says
 * so, as the real one does: the permission backend insists on it.
 */
const authServiceFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const pluginId = plugin.getId();
    const auth = mockServices.auth({ pluginId });
    const getPluginRequestToken = auth.getPluginRequestToken.bind(auth);
    auth.getPluginRequestToken = async options =>
      auth.isPrincipal(options.onBehalfOf, 'user')
        ? {
            token: mockCredentials.user.token(
              options.onBehalfOf.principal.userEntityRef,
              { actor: { subject: `plugin:${pluginId}` } },
            ),
          }
        : getPluginRequestToken(options);
    return auth;
  },
});

describe('permissionModuleAtrium', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let backend: TestBackend;
  let uid: string;

  /** Sends a request to the catalog as a person, or as nobody. */
  async function send(
    caller: string | undefined,
    method: 'get' | 'post' | 'delete',
    path: string,
    body?: object,
  ) {
    const call = request(backend.server)[method](`/api/catalog${path}`);
    call.set(
      'Authorization',
      caller
        ? mockCredentials.user.header(caller)
        : mockCredentials.none.header(),
    );
    return call.send(body);
  }

  beforeAll(async () => {
    const knex = await createTestDatabase(databases);
    backend = await startTestBackend({
      features: [
        permissionPlugin,
        catalogPlugin,
        permissionModuleAtrium,
        paymentServiceModule,
        authServiceFactory,
        permissionsServiceFactory,
        userInfoServiceFactory,
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            permission: {
              enabled: true,
              atrium: { adminGroups: ['group:default/platform-team'] },
            },
          },
        }),
      ],
    });
    uid = await eventually(async () => {
      const { body } = await send(
        other,
        'get',
        '/entities/by-query?filter=kind=component,relations.ownedBy=group:default/team-payments',
      );
      return body.items?.[0]?.metadata.uid;
    });
  });

  it('gives no answer without a token', async () => {
    for (const [method, path] of [
      ['get', '/entities/by-query'],
      ['post', '/refresh'],
      ['delete', `/entities/by-uid/${uid}`],
    ] as const) {
      expect(await send(undefined, method, path)).toMatchObject({
        status: 401,
      });
    }
  });

  it('lets the owner and administrators refresh an entity, nobody else', async () => {
    const body = { entityRef: 'component:default/payment-service' };

    expect((await send(other, 'post', '/refresh', body)).status).toBe(403);
    expect((await send(owner, 'post', '/refresh', body)).status).toBe(200);
    expect((await send(admin, 'post', '/refresh', body)).status).toBe(200);
  });

  it('lets only administrators change locations', async () => {
    const location = {
      type: 'url',
      target: 'https://git.acme.example/invoice-service/catalog-info.yaml',
    };

    expect((await send(owner, 'post', '/locations', location)).status).toBe(
      403,
    );
    const created = await send(admin, 'post', '/locations', location);
    expect(created.status).toBe(201);
    const path = `/locations/${created.body.location.id}`;
    expect((await send(owner, 'get', path)).status).toBe(200);
    expect((await send(owner, 'delete', path)).status).toBe(403);
    expect((await send(admin, 'delete', path)).status).toBe(204);
  });

  it('lets the owner unregister an entity, nobody else', async () => {
    const path = `/entities/by-uid/${uid}`;

    expect((await send(other, 'delete', path)).status).toBe(403);
    expect((await send(other, 'get', path)).status).toBe(200);
    expect((await send(owner, 'delete', path)).status).toBe(204);
    expect((await send(other, 'get', path)).status).toBe(404);
  });
});
