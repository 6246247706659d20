import type { Knex } from 'knex';
import { EntityListStore } from './EntityListStore';
import { EntityStore } from './EntityStore';
import { FacetStore } from './FacetStore';

/** All that is kept, by what it is about. */
export type Stores = ReturnType<typeof createStores>;

/** Makes the stores over one database. */
export function createStores(knex: Knex) {
  return {
    entities: new EntityStore(knex),
    facets: new FacetStore(knex),
    lists: new EntityListStore(knex),
  };
}
