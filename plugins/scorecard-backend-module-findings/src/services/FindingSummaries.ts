import type { ScopeOptions, VisibleEntities } from '@atrium/backend-common';
import type { EntityFindings } from '@atrium/plugin-scorecard-common';
import type { FindingSummaryStore } from '../database/FindingSummaryStore';

interface FindingSummariesOptions {
  store: FindingSummaryStore;
  visible: Pick<VisibleEntities, 'filterKnown'>;
}

/** Counts open findings of those of many entities that the reader may see. */
export class FindingSummaries {
  readonly #options: FindingSummariesOptions;

  constructor(options: FindingSummariesOptions) {
    this.#options = options;
  }

  async get(
    entityRefs: string[],
    options: ScopeOptions,
  ): Promise<EntityFindings[]> {
    const { store, visible } = this.#options;
    return store.count(await visible.filterKnown(entityRefs, options));
  }
}
