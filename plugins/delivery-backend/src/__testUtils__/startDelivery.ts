import { eventually, startTestPortal } from '@atrium/backend-common/testUtils';
import {
  CLOUD_EVENT_BATCH_MEDIA_TYPE,
  type CloudEvent,
} from '@atrium/plugin-delivery-common';
import {
  type DeliveryEventSource,
  deliveryEventsExtensionPoint,
} from '@atrium/plugin-delivery-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import deliveryPlugin from '../index';
import { sampleEntities } from './sampleEntities';
import { sampleIntegrations } from './sampleIndex';

interface StartDeliveryOptions {
  knex: Knex;
  config?: JsonObject;
  source?: DeliveryEventSource;
  /** Besides the sample ones. */
  entities?: Entity[];
}

/** The plugin behind its HTTP interface, with what it says to others. */
export async function startDelivery(options: StartDeliveryOptions) {
  const portal = await startTestPortal({
    pluginId: 'delivery',
    knex: options.knex,
    config: {
      delivery: options.config ?? {},
      integrations: sampleIntegrations,
    },
    features: [
      deliveryPlugin,
      createBackendModule({
        pluginId: 'delivery',
        moduleId: 'test-source',
        register(reg) {
          reg.registerInit({
            deps: { delivery: deliveryEventsExtensionPoint },
            async init({ delivery }) {
              if (options.source) {
                delivery.addSource(options.source);
              }
            },
          });
        },
      }),
      catalogServiceMock.factory({
        entities: [...sampleEntities, ...(options.entities ?? [])],
      }),
    ],
  });

  return {
    ...portal,
    /** Stores events, all of which have to be sound. */
    async store(...events: CloudEvent[]) {
      const answer = await portal
        .ask('post', '/events', mockCredentials.service.header())
        .set('content-type', CLOUD_EVENT_BATCH_MEDIA_TYPE)
        .send(JSON.stringify(events));
      expect(answer.body).toMatchObject({ refused: 0 });
    },
    /** Asks as somebody, by default a user. */
    get(path: string, authorization?: string) {
      return portal.ask('get', path, authorization);
    },
    /** Waits until open pages are told of a change. */
    async untilTold(subject: string) {
      await eventually(() =>
        portal.signals.some(({ message }) =>
          [message.subjects].flat().includes(subject),
        ),
      );
    },
    /** Forgets everything. */
    async clear() {
      portal.forget();
      await options.knex.raw(
        `TRUNCATE events, event_counts, event_refusals, runs, task_runs, changes,
         artifacts, incidents, tickets, deployments, dora_rollups, dora_entities,
         main_branch_states, claim_conflicts, components, own_repositories`,
      );
    },
  };
}
