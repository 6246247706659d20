import type {
  FactProviderDescription,
  FactValue,
} from '@atrium/plugin-scorecard-common';
import type { Entity } from '@backstage/catalog-model';

/** What is known of one entity. */
export interface EntityFacts {
  /**
   * By the name of the fact. What is not known is left out, never zero, empty or
   * false: a check over it then comes to "unknown".
   */
  values: Record<string, FactValue>;
  /** Where a person can see it for themselves, by the name of the fact. */
  urls?: Record<string, string>;
  /**
   * When the source measured it, ISO 8601, UTC; by default, now. Its age counts
   * from here.
   */
  observedAt?: string;
  /**
   * Sooner than the `refreshMs` of the provider, in milliseconds: for what may soon be
   * otherwise, and nobody tells of. Without effect once the facts were the same for a day.
   */
  refreshMs?: number;
  /**
   * Whether its source has nothing of the entity, which are facts too, such as none of
   * something: it is asked about it as seldom as of what is not known, and at once when
   * it says that it has learnt of it.
   */
  isEmpty?: boolean;
}

/** How facts are collected. */
export interface CollectFactsOptions {
  /** Aborted when the portal stops, or the batch takes longer than 2 minutes. */
  signal: AbortSignal;
}

/** Where facts come from. */
export interface FactProvider {
  description: FactProviderDescription;
  /**
   * After how many milliseconds the facts of an entity are collected again. Those
   * that were the same for a day are after twice as long, but before half of
   * `freshnessMs` is over. Where it knew nothing of an entity, it is asked ever less
   * often, up to eight times as long but within the same bound, and at once when it
   * says that it has learnt of it (`refreshUnknown` of the extension point).
   */
  refreshMs: number;
  /**
   * After how many milliseconds it is asked again where it knew nothing, instead of ever
   * less often: for a source that always says when it learns of an entity. Within the
   * same bound.
   */
  unknownRefreshMs?: number;
  /**
   * What it reads of entities: all that the catalog has, or their refs alone, for which
   * the catalog is not asked. `entity` by default.
   */
  needs?: 'entity' | 'ref';
  /** How many entities one call may have; 100 by default. */
  batchSize?: number;
  /**
   * The kinds of entity that it knows anything of, in lower case; `component` by
   * default. Of others it is not asked, and its facts are unknown.
   */
  kinds?: readonly string[];
  /**
   * Says what is known of each entity, by its ref in lower case. It runs in the
   * background, with the rights of the portal: what one entity says must not
   * show facts of another (see ADR 0015, "Origin before claims").
   *
   * An entity that the answer leaves out has no facts here, and earlier ones are
   * dropped. Throwing fails the whole batch: what was known stays, until it is
   * older than `freshnessMs`, and the failure is reported once.
   *
   * @param entities - whole, as the catalog has them, or what `needs` says; at most
   * `batchSize`
   */
  collect(
    entities: readonly Entity[],
    options: CollectFactsOptions,
  ): Promise<Map<string, EntityFacts>>;
}
