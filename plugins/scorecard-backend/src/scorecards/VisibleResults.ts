import type { ScopeOptions, VisibleEntities } from '@atrium/backend-common';
import type { ScorecardReadStore } from '../database/ScorecardReadStore';

interface VisibleResultsOptions {
  reads: Pick<ScorecardReadStore, 'listRatedRefs'>;
  visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
}

/** Knows whose results somebody may see. */
export class VisibleResults {
  readonly #options: VisibleResultsOptions;

  constructor(options: VisibleResultsOptions) {
    this.#options = options;
  }

  /** The refs of all rated entities that somebody sees; undefined for all. */
  async findRefs(options: ScopeOptions): Promise<string[] | undefined> {
    const { reads, visible } = this.#options;
    return (await visible.canSeeAll(options))
      ? undefined
      : visible.filter(await reads.listRatedRefs(), options);
  }
}
