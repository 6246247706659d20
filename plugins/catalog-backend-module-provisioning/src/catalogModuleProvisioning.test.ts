import {
  createTestDatabase,
  eventually,
} from '@atrium/backend-common/testUtils';
import {
  PROVISIONED_RESOURCE_ANNOTATION,
  type ProvisionedResource,
  type ResourceDetails,
} from '@atrium/plugin-provisioning-common';
import { provisioningServiceRef } from '@atrium/plugin-provisioning-node';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import catalogModuleProvisioning from './index';

const payments = 'component:default/payment-service';

const service = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://git.acme.example/x',
      'backstage.io/managed-by-origin-location':
        'url:https://git.acme.example/x',
    },
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'group:default/team-payments',
    system: 'payments',
  },
});

function resource(
  id: string,
  change: Partial<ProvisionedResource> = {},
): ProvisionedResource {
  return {
    id,
    catalogRef: `resource:default/ledger-${id}`,
    type: 'postgres',
    class: 'default',
    name: 'ledger',
    providerName: `ledger-${id}`,
    environment: 'dev',
    entityRefs: [payments],
    ownerRef: 'group:default/team-payments',
    definition: 'postgres-dev',
    driver: 'postgres',
    plan: 'small',
    parameters: {},
    state: 'ready',
    isSuspended: false,
    deletion: 'delete',
    drift: { differences: [] },
    createdAt: '2026-11-28T12:00:00.000Z',
    updatedAt: '2026-11-28T12:00:00.000Z',
    ...change,
  };
}

describe('catalogModuleProvisioning', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  async function start() {
    const resources = new Map<string, ProvisionedResource>();
    const scheduler = mockServices.scheduler();
    const catalog: { find?(ref: string): Promise<Entity | undefined> } = {};
    const getDefinitions = jest.fn(async () => ({
      types: [{ name: 'postgres', title: 'PostgreSQL database' }],
      definitions: [
        {
          name: 'postgres-dev',
          plans: [{ name: 'small', title: 'Small (1 GB)' }],
        },
      ],
    }));
    let announce: (payload: unknown) => Promise<void> = async () => {};
    await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleProvisioning,
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'test-entities',
          register(reg) {
            reg.registerInit({
              deps: {
                processing: catalogProcessingExtensionPoint,
                service: catalogServiceRef,
              },
              async init({ processing, service: client }) {
                catalog.find = ref =>
                  client.getEntityByRef(ref, {
                    credentials: mockCredentials.service(),
                  });
                processing.addEntityProvider({
                  getProviderName: () => 'test-entities',
                  connect: connection =>
                    connection.applyMutation({
                      type: 'full',
                      entities: [{ entity: service('payment-service') }],
                    }),
                });
              },
            });
          },
        }),
        mockServices.database.factory({
          knex: await createTestDatabase(databases),
        }),
        mockServices.rootConfig.factory({
          data: { catalog: { processingInterval: { hours: 1 } } },
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => ({
            async publish() {},
            async subscribe({ topics, onEvent }) {
              const [topic] = topics;
              if (topic === 'provisioning.resource') {
                announce = eventPayload => onEvent({ topic, eventPayload });
              }
            },
          }),
        }),
        createServiceFactory({
          service: provisioningServiceRef,
          deps: {},
          factory: () =>
            ({
              getDefinitions,
              async getResource(id: string): Promise<ResourceDetails> {
                const found = resources.get(id);
                if (!found) {
                  throw Object.assign(new Error('Not found'), {
                    name: 'ResponseError',
                    statusCode: 404,
                  });
                }
                return found as ResourceDetails;
              },
              async getResources() {
                const items = [...resources.values()];
                return { items, totalItems: items.length };
              },
            } as unknown as typeof provisioningServiceRef.T),
        }),
      ],
    });

    /** The entity once it is as told. For an hour, nothing but news changes it. */
    const waitFor = (
      ref: string,
      isThere: (entity: Entity | undefined) => boolean,
    ) => eventually(() => catalog.find?.(ref), isThere);
    return {
      getDefinitions,
      waitFor,
      /** Says what became of a resource, as provisioning does. */
      async say(id: string, changed: ProvisionedResource) {
        resources.set(id, changed);
        const { catalogRef, state } = changed;
        await announce({ id, catalogRef, state });
      },
      /** Has a resource without a word. */
      keep: (id: string, one: ProvisionedResource) => resources.set(id, one),
      /** Forgets a resource without a word. */
      forget: (id: string) => resources.delete(id),
      readAll: () => scheduler.triggerTask('provisioned-resources'),
    };
  }

  it('shows what is ready within seconds, until it is deleted', async () => {
    const portal = await start();
    await portal.waitFor(payments, entity =>
      Boolean(entity?.relations?.some(({ type }) => type === 'partOf')),
    );
    const ref = 'resource:default/ledger-1';
    await portal.say('1', resource('1', { state: 'creating' }));
    await portal.say('1', resource('1'));
    const entity = await portal.waitFor(ref, found =>
      Boolean(found?.relations?.length),
    );
    expect(entity).toMatchObject({
      metadata: {
        title: 'ledger (dev)',
        description:
          'PostgreSQL database in dev, plan Small (1 GB). Made by the portal.',
        annotations: { [PROVISIONED_RESOURCE_ANNOTATION]: '1' },
      },
      spec: {
        type: 'postgres',
        owner: 'group:default/team-payments',
        system: 'system:default/payments',
        dependencyOf: [payments],
      },
      relations: expect.arrayContaining([
        { type: 'dependencyOf', targetRef: payments },
        { type: 'ownedBy', targetRef: 'group:default/team-payments' },
        { type: 'partOf', targetRef: 'system:default/payments' },
      ]),
    });
    await portal.waitFor(payments, component =>
      Boolean(
        component?.relations?.some(
          ({ type, targetRef }) => type === 'dependsOn' && targetRef === ref,
        ),
      ),
    );
    await portal.say('1', resource('1', { state: 'deleted' }));
    await portal.waitFor(ref, found => found === undefined);
  });

  it('finds what no event told of', async () => {
    const portal = await start();
    await portal.say('1', resource('1'));
    await portal.waitFor('resource:default/ledger-1', Boolean);
    portal.forget('1');
    await portal.readAll();
    expect(
      await portal.waitFor(
        'resource:default/ledger-1',
        found => found === undefined,
      ),
    ).toBeUndefined();
  });

  it('reads titles once for all, and shows ids where there are none any more', async () => {
    const portal = await start();
    portal.keep('1', resource('1'));
    portal.keep('2', resource('2', { definition: 'gone', plan: 'tiny' }));
    portal.keep('3', resource('3', { type: 'queue' }));
    await portal.readAll();
    const descriptionOf = async (id: string) =>
      (await portal.waitFor(`resource:default/ledger-${id}`, Boolean))?.metadata
        .description;
    expect(await descriptionOf('1')).toBe(
      'PostgreSQL database in dev, plan Small (1 GB). Made by the portal.',
    );
    expect(await descriptionOf('2')).toBe(
      'PostgreSQL database in dev, plan tiny. Made by the portal.',
    );
    expect(await descriptionOf('3')).toBe(
      'queue in dev, plan Small (1 GB). Made by the portal.',
    );
    expect(portal.getDefinitions).toHaveBeenCalledTimes(1);
  });
});
