import type { FactValue } from '@atrium/plugin-scorecard-common';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';

/** What a provider said of an entity at an instant. */
export interface ProviderFacts {
  values: Readonly<Record<string, FactValue>> | null;
  observedAtMs: number;
}

/** An entity with its facts, as of an instant. */
export interface EntitySnapshot {
  id: number;
  entityRef: string;
  ownerRefs: string[];
  shape: Record<string, unknown>;
  facts: Readonly<Record<string, ProviderFacts>>;
}

/** How a fact is known. */
export type FactState = 'fresh' | 'stale' | 'missing';

/** The facts of one entity for evaluations at an instant. */
export class FactSnapshot {
  readonly entity: EntitySnapshot;
  readonly atMs: number;
  readonly #expressions: ScorecardExpressions;
  /** What expressions see: fresh facts only. */
  readonly context: { facts: unknown; entity: unknown; now: Date };

  constructor(
    entity: EntitySnapshot,
    { atMs, expressions }: { atMs: number; expressions: ScorecardExpressions },
  ) {
    this.entity = entity;
    this.atMs = atMs;
    this.#expressions = expressions;
    const fresh: Record<string, Readonly<Record<string, FactValue>>> = {};
    for (const [provider, { values }] of Object.entries(entity.facts)) {
      if (values && (this.staleAtMs(provider) ?? 0) > atMs) {
        fresh[provider] = values;
      }
    }
    this.context = {
      facts: expressions.environment.createRecord('facts', fresh),
      entity: entity.shape,
      now: new Date(atMs),
    };
  }

  /** When the facts of a provider get too old; undefined where there are none. */
  staleAtMs(provider: string): number | undefined {
    const facts = this.entity.facts[provider];
    const known = this.#expressions.providers.get(provider);
    return facts?.values && known
      ? facts.observedAtMs + known.freshnessMs
      : undefined;
  }

  stateOf(provider: string, fact: string): FactState {
    const values = this.entity.facts[provider]?.values;
    if (!values || !Object.hasOwn(values, fact)) {
      return 'missing';
    }
    return (this.staleAtMs(provider) ?? 0) > this.atMs ? 'fresh' : 'stale';
  }
}
