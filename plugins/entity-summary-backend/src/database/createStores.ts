import type { Knex } from 'knex';
import { CostDueStore } from './CostDueStore';
import { EntityListStore } from './EntityListStore';
import { EntityStore } from './EntityStore';
import { FacetStore } from './FacetStore';
import { HealthStore } from './HealthStore';
import { MemberStore } from './MemberStore';
import { SavedViewStore } from './SavedViewStore';

/** All that is kept, by what it is about. */
export type Stores = ReturnType<typeof createStores>;

/** Makes the stores over one database. */
export function createStores(knex: Knex) {
  return {
    costsDue: new CostDueStore(knex),
    entities: new EntityStore(knex),
    facets: new FacetStore(knex),
    health: new HealthStore(knex),
    lists: new EntityListStore(knex),
    members: new MemberStore(knex),
    views: new SavedViewStore(knex),
  };
}
