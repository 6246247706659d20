import type { Knex } from 'knex';

/** Addresses of one entity, by provider and the name of the fact. */
export type EntityFactUrls = Record<string, Record<string, string>>;

/** Knows where people can see facts for themselves. */
export class FactUrls {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By the id of the entity. */
  async find(
    entityIds: readonly number[],
  ): Promise<Map<number, EntityFactUrls>> {
    const rows: FactUrlsRow[] = await this.#knex('facts')
      .whereIn('entity_id', entityIds)
      .whereNotNull('urls')
      .select('entity_id', 'provider', 'urls');
    const byEntity = Map.groupBy(rows, ({ entity_id }) => entity_id);
    return new Map(
      [...byEntity].map(([id, own]) => [
        id,
        Object.fromEntries(own.map(({ provider, urls }) => [provider, urls])),
      ]),
    );
  }
}

interface FactUrlsRow {
  entity_id: number;
  provider: string;
  urls: Record<string, string>;
}
