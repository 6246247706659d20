import {
  createFileReader,
  eventually,
  startTestPortal,
} from '@atrium/backend-common/testUtils';
import {
  provisioningDriversExtensionPoint,
  type ResourceDriver,
  workloadClustersExtensionPoint,
} from '@atrium/plugin-provisioning-node';
import { costServiceRef } from '@atrium/plugin-cost-node';
import { sloServiceRef } from '@atrium/plugin-slo-node';
import { workloadsServiceRef } from '@atrium/plugin-workloads-node';
import {
  type AuditorServiceCreateEventOptions,
  type BackstageCredentials,
  type BackstageUserPrincipal,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  type EventParams,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import provisioningPlugin from '../index';
import { BOX_DEFINITIONS } from './boxDefinitions';
import { BoxDriver } from './BoxDriver';
import { MemoryClusters } from './MemoryClusters';
import { people, type Person, sampleCatalog } from './sampleCatalog';

interface StartProvisioningOptions {
  knex: Knex;
  /** Of `provisioning`, beside environments, keys and the folder. */
  config?: JsonObject;
  /** The definitions of the folder. */
  definitions?: string;
  /** Beside the one that makes boxes. */
  drivers?: ResourceDriver[];
  /** Repositories that may define as well, by pattern. */
  definitionRepositories?: string[];
  /** Beside the sample ones. */
  entities?: Entity[];
  /** What repositories on `git.acme.example` have, by address. */
  files?: ReadonlyMap<string, string>;
}

/** What credentials are kept encrypted with. */
export const ENCRYPTION_SECRET = 'an encryption secret of the tests';

const DEADLOCK_DETECTED = '40P01';

/** An audit record, and what came of it. */
type Audit = AuditorServiceCreateEventOptions & { outcome?: object };

/** The plugin behind its HTTP interface, with the world around it. */
export async function startProvisioning(options: StartProvisioningOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'definitions-'));
  await writeFile(
    join(folder, 'boxes.yaml'),
    options.definitions ?? BOX_DEFINITIONS,
  );
  const driver = new BoxDriver();
  const clusters = new MemoryClusters();
  const events: EventParams[] = [];
  const audits: Audit[] = [];
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const gate = {
    state: 'open',
    reasons: [] as { sloName: string }[],
    /** The only component that it is of. Absent: it is of all. */
    entityRef: undefined as string | undefined,
  };
  const world = {
    hasSlo: true,
    hasCost: true,
    /** What cost knows, in EUR, by the refs of entities. */
    costs: new Map<string, { monthToDate: string; forecast?: string }>(),
  };

  const portal = await startTestPortal({
    pluginId: 'provisioning',
    knex: options.knex,
    config: {
      integrations: {
        gitea: [
          {
            host: 'git.acme.example',
            username: 'atrium',
            password: 'secret-token',
          },
        ],
      },
      permission: { atrium: { adminGroups: ['group:default/platform-team'] } },
      provisioning: {
        definitions: {
          folder,
          repositories: options.definitionRepositories ?? [],
        },
        encryption: { keys: [{ secret: ENCRYPTION_SECRET }] },
        ...options.config,
      },
    },
    // As the policy decides: owners, and the platform team.
    authorize({ permission, resourceRef }, credentials) {
      const own = ownershipOf(userRefOf(credentials));
      return (
        own.includes('group:default/platform-team') ||
        permission.name === 'provisioning.request.decide' ||
        (resourceRef !== undefined && own.includes(resourceRef))
      );
    },
    conditionalDecision: credentials =>
      userRefOf(credentials) === 'user:default/eve'
        ? { result: AuthorizeResult.DENY }
        : { result: AuthorizeResult.ALLOW },
    features: [
      provisioningPlugin,
      createBackendModule({
        pluginId: 'provisioning',
        moduleId: 'test-drivers',
        register(reg) {
          reg.registerInit({
            deps: {
              drivers: provisioningDriversExtensionPoint,
              workloads: workloadClustersExtensionPoint,
            },
            async init({ drivers, workloads }) {
              for (const one of [driver, ...(options.drivers ?? [])]) {
                drivers.addDriver(one);
              }
              workloads.setClusters(clusters);
            },
          });
        },
      }),
      catalogServiceMock.factory({
        entities: [...sampleCatalog, ...(options.entities ?? [])],
      }),
      logger.factory,
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => createFileReader(options.files ?? new Map()),
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          async getUserInfo(credentials) {
            const userEntityRef = userRefOf(credentials);
            return {
              userEntityRef,
              ownershipEntityRefs: ownershipOf(userEntityRef),
            };
          },
        }),
      }),
      createServiceFactory({
        service: sloServiceRef,
        deps: {},
        factory: () =>
          ({
            async getGate(entityRef: string) {
              if (!world.hasSlo) {
                throw new Error('slo is down');
              }
              const { entityRef: only = entityRef } = gate;
              return only === entityRef ? gate : { state: 'open', reasons: [] };
            },
          } as unknown as typeof sloServiceRef.T),
      }),
      createServiceFactory({
        service: costServiceRef,
        deps: {},
        factory: () =>
          ({
            async getSummaries(entityRefs: string[]) {
              if (!world.hasCost) {
                throw new Error('cost is down');
              }
              return {
                currency: 'EUR',
                items: entityRefs.flatMap(ref => world.costs.get(ref) ?? []),
              };
            },
          } as unknown as typeof costServiceRef.T),
      }),
      // As a rule would that goes by the namespace and the id of objects.
      createServiceFactory({
        service: workloadsServiceRef,
        deps: {},
        factory: () => ({
          async getHolders(objects) {
            return objects.map(({ namespace, labels }) =>
              namespace.startsWith('billing')
                ? [`component:default/${labels['backstage.io/kubernetes-id']}`]
                : [],
            );
          },
          getSettings: async () => ({ items: [], unreadClusters: [] }),
          getRuntimes: async () => ({ items: [], unreadClusters: [] }),
        }),
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          async publish(event: EventParams) {
            events.push(event);
          },
          async subscribe() {},
        }),
      }),
    ],
  });
  portal.auditor.createEvent.mockImplementation(async event => {
    const audit: Audit = { ...event };
    audits.push(audit);
    return {
      success: async outcome => {
        audit.outcome = { status: 'succeeded', ...outcome };
      },
      fail: async ({ error }) => {
        audit.outcome = { status: 'failed', message: error.message };
      },
    };
  });

  /** Asks as somebody, by default a developer of payments. */
  const ask = (
    method: 'get' | 'post',
    path: string,
    person: Person = 'grace',
  ) => portal.ask(method, path, mockCredentials.user.header(people[person][0]));

  return {
    ...portal,
    /** What is on record, with what came of it. */
    audits,
    clusters,
    driver,
    events,
    gate,
    logger,
    world,
    ask,
    /** Asks for a box, by default for the payment service in dev. */
    async request(change: object = {}, person: Person = 'grace') {
      return ask('post', '/requests', person).send({
        type: 'box',
        name: 'ledger',
        environment: 'dev',
        entityRef: 'component:default/payment-service',
        ...change,
      });
    },
    /** Waits until the portal has brought a resource into a state. */
    async waitFor(id: string, state: string) {
      const { body } = await eventually(
        () => ask('get', `/resources/${id}`, 'ada'),
        answer => answer.body.state === state,
      );
      return body;
    },
    /** Forgets all resources. */
    async clear() {
      driver.boxes.clear();
      gate.state = 'open';
      gate.reasons = [];
      gate.entityRef = undefined;
      world.hasSlo = true;
      world.hasCost = true;
      world.costs.clear();
      portal.forget();
      audits.length = 0;
      events.length = 0;
      await deleteResources(options.knex);
    },
  };
}

/** The worker may hold some of them, in another order. */
async function deleteResources(knex: Knex): Promise<void> {
  for (;;) {
    try {
      await knex('resources').delete();
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK_DETECTED) {
        throw error;
      }
    }
  }
}

function userRefOf(credentials: BackstageCredentials): string {
  return (credentials.principal as BackstageUserPrincipal).userEntityRef;
}

function ownershipOf(userRef: string): string[] {
  const person = Object.values(people).find(([ref]) => ref === userRef);
  return person ? [...person] : [];
}
