import type { FactProviderDescription } from '@atrium/plugin-scorecard-common';
import type { FactCoverage, ProviderStore } from '../database/ProviderStore';

/** For how many entities providers are asked, and facts are known. */
interface Counts {
  entityCounts: Map<string, number>;
  coverage: FactCoverage[];
}

/** They are over all facts, and read while somebody writes a check. */
const TTL_MS = 30_000;

/** Counts facts, at most every 30 seconds. */
export class FactCounts {
  readonly #providers: Pick<ProviderStore, 'countEntities' | 'countKnown'>;
  #known?: { until: number; counts: Promise<Counts> };

  constructor(providers: Pick<ProviderStore, 'countEntities' | 'countKnown'>) {
    this.#providers = providers;
  }

  /** Answers what is at most 30 seconds old; a failure is not kept. */
  async get(descriptions: readonly FactProviderDescription[]): Promise<Counts> {
    if (this.#known && this.#known.until > Date.now()) {
      return this.#known.counts;
    }
    const counts = this.#count(descriptions);
    this.#known = { until: Date.now() + TTL_MS, counts };
    counts.catch(() => {
      this.#known = undefined;
    });
    return counts;
  }

  async #count(
    descriptions: readonly FactProviderDescription[],
  ): Promise<Counts> {
    const [entityCounts, coverage] = await Promise.all([
      this.#providers.countEntities(),
      this.#providers.countKnown(
        Object.fromEntries(
          descriptions.map(({ id, freshnessMs }) => [id, freshnessMs]),
        ),
      ),
    ]);
    return { entityCounts, coverage };
  }
}
