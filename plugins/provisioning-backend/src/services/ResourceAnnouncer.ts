import type { SignalPublisher } from '@atrium/backend-common';
import {
  RESOURCE_EVENT_TOPIC,
  type ResourceEvent,
  type ResourceState,
} from '@atrium/plugin-provisioning-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { StoredResource } from '../database/StoredResource';
import { catalogRefOf } from './catalogRefOf';

/** Tells open pages and other plugins what became of resources. It cannot fail. */
export class ResourceAnnouncer {
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  readonly #signals: SignalPublisher<'resource' | 'request'>;

  constructor(options: {
    events: EventsService;
    logger: LoggerService;
    signals: SignalPublisher<'resource' | 'request'>;
  }) {
    this.#events = options.events;
    this.#logger = options.logger;
    this.#signals = options.signals;
  }

  /** Says that something about a resource, or a request for it, is new. */
  announceChange(
    resource: Pick<StoredResource, 'providerName' | 'entityRefs' | 'ownerRef'>,
  ): void {
    this.#signals.publish(
      [catalogRefOf(resource), ...resource.entityRefs, resource.ownerRef],
      ['resource', 'request'],
    );
  }

  /** Says that a resource went on to another state. */
  announceState(
    resource: Pick<
      StoredResource,
      'id' | 'providerName' | 'entityRefs' | 'ownerRef'
    >,
    state: ResourceState,
  ): void {
    this.announceChange(resource);
    const eventPayload: ResourceEvent = {
      id: resource.id,
      catalogRef: catalogRefOf(resource),
      state,
    };
    this.#events
      .publish({ topic: RESOURCE_EVENT_TOPIC, eventPayload })
      .catch((error: unknown) => {
        // The catalog reads all resources now and then, too.
        this.#logger.warn('An event about a resource was not published', {
          resourceId: resource.id,
          error: stringifyError(error),
        });
      });
  }
}
