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

/** A conflict, and when to look whether it is over. */
export interface KnownConflict extends Conflict {
  /** Of the file when it was last read. */
  etag?: string;
  nextCheckAt: Date;
}

/** What came of looking at a file. */
export interface FileCheck {
  url: string;
  /** What the file still states that another one stated first. */
  openRefs: string[];
  etag: string | undefined;
  startedAt: Date;
  finishedAt: Date;
  nextCheckAt: Date;
}

interface ConflictRow {
  entity_ref: string;
  url: string;
  existing_url: string;
  seen_at: Date;
  etag: string | null;
  next_check_at: Date;
}

const MAX_CONFLICTS = 1_000;
const MAX_CONFLICTS_PER_REPOSITORY = 250;

/** Keeps in Postgres which files are not used for another one's sake. */
export class ConflictStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async save(
    conflict: Conflict,
    { now, nextCheckAt }: { now: Date; nextCheckAt: Date },
  ): Promise<void> {
    await this.#conflicts()
      .insert({
        entity_ref: conflict.entityRef,
        url: conflict.url,
        existing_url: conflict.existingUrl,
        seen_at: now,
        next_check_at: nextCheckAt,
      })
      .onConflict(['entity_ref', 'url'])
      // When a push asked for a look, the catalog may have read what was before.
      .merge(['existing_url', 'seen_at']);
  }

  /** Some of each repository that came second, in turn. */
  async list(): Promise<{ conflicts: KnownConflict[]; isTruncated: boolean }> {
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
      etag: row.etag ?? undefined,
      nextCheckAt: row.next_check_at,
    }));
    return { conflicts, isTruncated };
  }

  async saveCheck(check: FileCheck): Promise<void> {
    await this.#conflicts()
      .where({ url: check.url })
      .whereIn('entity_ref', check.openRefs)
      // A push that came meanwhile still has the file looked at.
      .whereRaw('NOT (next_check_at > ? AND next_check_at <= ?)', [
        check.startedAt,
        check.finishedAt,
      ])
      .update({ etag: check.etag ?? null, next_check_at: check.nextCheckAt });
  }

  /** Has the files of a branch looked at, which somebody pushed to. */
  async markDue(
    push: { repositoryUrl: string; branch: string },
    now: Date,
  ): Promise<void> {
    await this.#conflicts()
      .whereRaw('starts_with(lower(url), lower(?))', [`${push.repositoryUrl}/`])
      .whereRaw('strpos(url, ?) > 0', [`/${push.branch}/`])
      .update({ next_check_at: now });
  }

  async delete(url: string, entityRefs: string[]): Promise<void> {
    await this.#conflicts()
      .where({ url })
      .whereIn('entity_ref', entityRefs)
      .delete();
  }

  #conflicts() {
    return this.#knex<ConflictRow>('conflicts');
  }
}
