import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  CatalogScmEvent,
  CatalogScmEventsService,
} from '@backstage/plugin-catalog-node/alpha';
import type { CatalogStateStore } from './CatalogStateStore';
import { ChangedPlaces } from './ChangedPlaces';

interface FailedEntityRefresherOptions {
  catalogScmEvents: CatalogScmEventsService;
  integrations: ScmIntegrationRegistry;
  store: Pick<CatalogStateStore, 'listFailed' | 'refresh'>;
}

/**
 * Has the catalog read anew, after a push, what it could not read before.
 *
 * @remarks The catalog itself refreshes the entities that it knows to come from
 * a changed file. It learns that from a success only, so that a file whose
 * first version was wrong would wait for the next sweep.
 */
export class FailedEntityRefresher {
  readonly #options: FailedEntityRefresherOptions;

  constructor(options: FailedEntityRefresherOptions) {
    this.#options = options;
  }

  subscribe(): void {
    this.#options.catalogScmEvents.subscribe({
      onEvents: events => this.onEvents(events),
    });
  }

  async onEvents(events: CatalogScmEvent[]): Promise<void> {
    const { catalogScmEvents, integrations, store } = this.#options;
    const places = new ChangedPlaces(events, { integrations });
    const failed = await store.listFailed();
    const ids = failed.items
      .filter(({ location, entity }) =>
        [location, entity?.statedIn].some(
          url => url !== undefined && places.include(url),
        ),
      )
      .map(({ id }) => id);
    // An optional target that was not there yet has not failed.
    const count = await store.refresh(ids, places.files);
    if (count > 0) {
      catalogScmEvents.markEventActionTaken({ count, action: 'refresh' });
    }
  }
}
