import { hashJson } from '@atrium/backend-common';
import { ExpressionEnvironment } from '@atrium/expressions';
import type { FactProviderDescription } from '@atrium/plugin-scorecard-common';

/** What an entity is at most, as expressions see it. */
export const ENTITY_LIMITS = { size: 60_000, text: 1000, items: 200 };

/** A fact as expressions name it, with its provider. */
export interface KnownFact {
  provider: FactProviderDescription;
  fact: FactProviderDescription['facts'][string];
}

/** The facts that expressions may name, and the language over them. */
export class ScorecardExpressions {
  readonly environment: ExpressionEnvironment;
  /** Another one when facts or their types change. */
  readonly version: string;
  readonly providers: ReadonlyMap<string, FactProviderDescription>;

  constructor(descriptions: readonly FactProviderDescription[]) {
    this.providers = new Map(descriptions.map(one => [one.id, one]));
    const facts = Object.fromEntries(
      descriptions.map(({ id, facts: own }) => [
        id,
        Object.fromEntries(
          Object.entries(own).map(([name, { type }]) => [name, type]),
        ),
      ]),
    );
    this.environment = new ExpressionEnvironment({
      records: { facts },
      variables: {
        entity: { type: 'map', limits: ENTITY_LIMITS },
        now: { type: 'instant' },
      },
    });
    this.version = hashJson([
      facts,
      descriptions.map(({ id, freshnessMs }) => [id, freshnessMs]),
    ]).slice(0, 12);
  }

  /** The fact behind `slo` and `count`. */
  find(providerId: string, name: string): KnownFact | undefined {
    const provider = this.providers.get(providerId);
    const fact = provider?.facts[name];
    return provider && fact && { provider, fact };
  }
}
