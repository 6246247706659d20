import { RESOURCE_EVENT_TOPIC } from '@atrium/plugin-provisioning-common';
import type { ResourceDriver } from '@atrium/plugin-provisioning-node';
import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { createStores } from '../database/createStores';
import type { NewRequest } from '../database/StoredRequest';
import type { NewResource } from '../database/StoredResource';
import { createEngine } from '../engine/createEngine';
import { DriverRegistry } from '../services/DriverRegistry';
import { EncryptionKeys } from '../services/secrets/EncryptionKeys';
import { sampleRequest, sampleResource } from './sampleResource';

/** The portal that engines of tests are of. */
export const INSTALLATION_ID = 'this-portal';

const KEY = 'key-of-32-characters-or-more-for-tests';

/** An engine of its own on a database, as each replica has one. */
export function openEngine(knex: Knex, drivers: ResourceDriver[]) {
  const registry = new DriverRegistry();
  drivers.forEach(driver => registry.addDriver(driver));
  const stores = createStores(knex);
  const states: string[] = [];
  const engine = createEngine({
    drivers: registry,
    events: {
      async publish({ topic, eventPayload }) {
        if (topic === RESOURCE_EVENT_TOPIC) {
          states.push(Object(eventPayload).state);
        }
      },
      async subscribe() {},
    },
    installationId: INSTALLATION_ID,
    keys: new EncryptionKeys([KEY]),
    knex,
    lifecycle: mockServices.lifecycle.mock(),
    logger: mockServices.logger.mock(),
    metrics: metricsServiceMock.mock(),
    signals: { async publish() {} },
    stores,
  });

  return {
    ...engine,
    stores,
    registry,
    /** The states that were announced, in order. */
    states,
    /** Has a resource made, as an approved request does. */
    async request(
      number = 1,
      changes: Partial<NewResource> & Partial<Pick<NewRequest, 'kind'>> = {},
    ): Promise<string> {
      const resource = sampleResource(number, changes);
      await knex.transaction(async trx => {
        await stores.resources.insert(trx, resource, {
          title: 'Requested',
          request: sampleRequest(resource.id, number),
        });
        engine.queue.enqueue(trx, resource);
      });
      return resource.id;
    },
    /** Changes what a resource is to be, as a request for it does. */
    async change(
      id: string,
      move: Omit<
        Parameters<typeof stores.resources.move>[1],
        'id' | 'version' | 'from'
      >,
    ): Promise<void> {
      await knex.transaction(async trx => {
        const resource = await stores.resources.get(id, trx);
        if (!resource) {
          throw new Error(`No resource '${id}'`);
        }
        const { version, state: from } = resource;
        await stores.resources.move(trx, { id, version, from, ...move });
        engine.queue.enqueue(trx, resource);
      });
    },
    /** Waits until a resource is in a state, and nobody works on it. */
    async settle(id: string, state: string, limitMs = 15_000) {
      const until = performance.now() + limitMs;
      for (;;) {
        const row = await knex('resources').where({ id }).first();
        if (row?.state === state && row.work_due_at === null) {
          return stores.resources.get(id);
        }
        if (performance.now() > until) {
          throw new Error(
            `'${id}' is '${row?.state}' (${row?.state_reason}), not '${state}'`,
          );
        }
        await sleep(20);
      }
    },
  };
}
