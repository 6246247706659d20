import type { Knex } from 'knex';

/** A file states an entity that another file stated first. */
export interface Conflict {
  entityRef: string;
  /** The file that came second. */
  url: string;
  /** The file that is used. */
  existingUrl: string;
}

interface ConflictRow {
  entity_ref: string;
  url: string;
  existing_url: string;
  seen_at: Date;
}

const MAX_CONFLICTS = 1_000;

/** Keeps in Postgres which files are not used for another one's sake. */
export class ConflictStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async save(conflict: Conflict, now: Date): Promise<void> {
    await this.#conflicts()
      .insert({
        entity_ref: conflict.entityRef,
        url: conflict.url,
        existing_url: conflict.existingUrl,
        seen_at: now,
      })
      .onConflict(['entity_ref', 'url'])
      .merge();
  }

  async list(): Promise<Conflict[]> {
    const rows = await this.#conflicts()
      .orderBy(['entity_ref', 'url'])
      .limit(MAX_CONFLICTS);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      url: row.url,
      existingUrl: row.existing_url,
    }));
  }

  async delete({ entityRef, url }: Conflict): Promise<void> {
    await this.#conflicts().where({ entity_ref: entityRef, url }).delete();
  }

  #conflicts() {
    return this.#knex<ConflictRow>('conflicts');
  }
}
