import type { Knex } from 'knex';
import { EntityStore } from './EntityStore';
import { EvaluationQueue } from './EvaluationQueue';
import { FactStore } from './FactStore';
import { PastStore } from './PastStore';
import { ProviderStore } from './ProviderStore';
import { ResultStore } from './ResultStore';
import { createScorecardFileStore } from './scorecardFiles';
import { ScorecardReadStore } from './ScorecardReadStore';
import { ScorecardStore } from './ScorecardStore';
import { SnapshotStore } from './SnapshotStore';
import type { StoreListeners } from './StoreListeners';

/** The stores of scorecard. */
export type ScorecardStores = ReturnType<typeof createStores>;

/** Creates the stores of scorecard over a database that is up to date. */
export function createStores(knex: Knex, listeners: StoreListeners = {}) {
  const scorecards = new ScorecardStore(knex);
  return {
    entities: new EntityStore(knex, listeners),
    facts: new FactStore(knex, listeners),
    files: createScorecardFileStore(knex),
    past: new PastStore(knex, scorecards),
    providers: new ProviderStore(knex),
    queue: new EvaluationQueue(knex, listeners),
    reads: new ScorecardReadStore(knex),
    results: new ResultStore(knex),
    scorecards,
    snapshots: new SnapshotStore(knex),
  };
}
