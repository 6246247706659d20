import type { AlertPlaceStore } from '../database/AlertPlaceStore';
import { nameRepository } from '../model/alertName';
import type { FindingChanges } from '../services/FindingChanges';
import type { RepositoryEntities } from './RepositoryEntities';

interface MovedAlertsTaskOptions {
  changes: Pick<FindingChanges, 'announce'>;
  entities: Pick<RepositoryEntities, 'findRepositoryUrls'>;
  places: AlertPlaceStore;
}

/** Closes alerts of repositories that components do not lie in any more. */
export class MovedAlertsTask {
  readonly #options: MovedAlertsTaskOptions;

  constructor(options: MovedAlertsTaskOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { changes, entities, places } = this.#options;
    const all = await places.list();
    if (all.length === 0) {
      return;
    }
    const urls = await entities.findRepositoryUrls();
    const moved = all.filter(({ entityRef, repository }) => {
      // What is not in the catalog may come back.
      if (!urls.has(entityRef)) {
        return false;
      }
      const url = urls.get(entityRef);
      return url === undefined || nameRepository(url) !== repository;
    });
    for (const place of moved) {
      await places.close(place);
    }
    changes.announce([...new Set(moved.map(({ entityRef }) => entityRef))]);
  }
}
