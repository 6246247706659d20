import type { Knex } from 'knex';
import { AlertDeliveryStore } from './AlertDeliveryStore';
import { CollectStore } from './CollectStore';
import { CountStore } from './CountStore';
import { DefinitionStore } from './DefinitionStore';
import { EvaluationStore } from './EvaluationStore';
import { ExclusionStore } from './ExclusionStore';
import { GateStore } from './GateStore';
import { ReadStore } from './ReadStore';
import { SeriesStore } from './SeriesStore';

/** The stores of slo, which share nothing but the database. */
export type SloStores = ReturnType<typeof createStores>;

/** Creates the stores of slo over a database that is up to date. */
export function createStores(knex: Knex) {
  return {
    alertDeliveries: new AlertDeliveryStore(knex),
    collected: new CollectStore(knex),
    counts: new CountStore(knex),
    definitions: new DefinitionStore(knex),
    evaluations: new EvaluationStore(knex),
    exclusions: new ExclusionStore(knex),
    gates: new GateStore(knex),
    series: new SeriesStore(knex),
    slos: new ReadStore(knex),
  };
}
