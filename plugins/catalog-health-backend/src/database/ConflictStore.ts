import { selectInTurn } from '@atrium/backend-common';
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
const MAX_CONFLICTS_PER_REPOSITORY = 250;

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

  /** Some of each repository that came second, in turn. */
  async list(): Promise<{ conflicts: Conflict[]; isTruncated: boolean }> {
    const { rows, isTruncated } = await selectInTurn<ConflictRow>(
      this.#conflicts().select(),
      this.#knex,
      {
        file: 'url',
        orderBy: ['url', 'entity_ref'],
        perRepository: MAX_CONFLICTS_PER_REPOSITORY,
        limit: MAX_CONFLICTS,
      },
    );
    const conflicts = rows.map(row => ({
      entityRef: row.entity_ref,
      url: row.url,
      existingUrl: row.existing_url,
    }));
    return { conflicts, isTruncated };
  }

  async delete({ entityRef, url }: Conflict): Promise<void> {
    await this.#conflicts().where({ entity_ref: entityRef, url }).delete();
  }

  #conflicts() {
    return this.#knex<ConflictRow>('conflicts');
  }
}
