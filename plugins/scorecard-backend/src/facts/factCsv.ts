import type { CsvColumns } from '@atrium/backend-common';
import type { FactProviderStatus } from '@atrium/plugin-scorecard-common';

/** A fact with the provider that knows it. */
export interface ProvidedFact {
  fact: FactProviderStatus['facts'][number];
  provider: FactProviderStatus;
}

/** The columns of `GET /facts.csv`. */
export const factCsv: CsvColumns<ProvidedFact> = {
  Fact: ({ fact }) => `facts.${fact.name}`,
  Title: ({ fact }) => fact.title,
  Type: ({ fact }) => fact.type,
  Unit: ({ fact }) => fact.unit,
  Description: ({ fact }) => fact.description,
  Provider: ({ provider }) => provider.title,
  Entities: ({ provider }) => provider.entityCount,
  Known: ({ fact }) => fact.knownCount,
  Stale: ({ fact }) => fact.staleCount,
  Collected: ({ provider }) => provider.lastCollectedAt,
  Failure: ({ provider }) => provider.failure?.message,
};
