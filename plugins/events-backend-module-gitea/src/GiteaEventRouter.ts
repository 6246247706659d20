import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import { SubTopicEventRouter } from '@backstage/plugin-events-node';

/**
 * Publishes what arrives on the topic `gitea` on `gitea.<type of the event>`
 * too, for example `gitea.push`.
 *
 * @remarks
 *
 * The type is in a header, and headers do not travel between replicas, so the
 * routing has to happen where the request came in.
 */
export class GiteaEventRouter extends SubTopicEventRouter {
  constructor(options: { events: EventsService }) {
    super({ events: options.events, topic: 'gitea' });
  }

  protected getSubscriberId(): string {
    return 'GiteaEventRouter';
  }

  protected determineSubTopic(params: EventParams): string | undefined {
    const type = params.metadata?.['x-gitea-event'];
    return typeof type === 'string' ? type : undefined;
  }
}
