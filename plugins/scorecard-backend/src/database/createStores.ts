import type { Knex } from 'knex';
import { FactStore } from './FactStore';

/** Creates the stores of scorecard over a database that is up to date. */
export function createStores(knex: Knex) {
  return {
    facts: new FactStore(knex),
  };
}
