import {
  indicatorOf,
  queriesOf,
  type SloSourceStatus,
} from '@atrium/plugin-slo-common';
import type { SloSource } from '@atrium/plugin-slo-node';
import type { CollectStore } from '../../database/CollectStore';

interface SourceReadsOptions {
  store: Pick<CollectStore, 'listCollected'>;
  sources: ReadonlyMap<string, SloSource>;
}

/** Says how the sources of counts are doing. */
export class SourceReads {
  readonly #options: SourceReadsOptions;

  constructor(options: SourceReadsOptions) {
    this.#options = options;
  }

  /** Each source that is installed, in order. */
  async list(): Promise<SloSourceStatus[]> {
    const { store, sources } = this.#options;
    const queries = (await store.listCollected()).flatMap(series =>
      queriesOf(indicatorOf(series.definition, series.objective)).map(
        ({ query }) => ({ type: query.sourceType, series }),
      ),
    );
    return [...sources.keys()].sort().map(type => {
      const ofSource = queries.filter(query => query.type === type);
      const failing = ofSource.filter(({ series }) => series.problem);
      return {
        type,
        queries: ofSource.length,
        failing: failing.length,
        lastCollectedAt: ofSource
          .flatMap(({ series }) => series.collectedUntil?.toISOString() ?? [])
          .sort()
          .at(-1),
        lastProblem: failing.at(0)?.series.problem,
      };
    });
  }
}
