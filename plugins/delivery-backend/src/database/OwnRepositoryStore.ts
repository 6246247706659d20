import type { Knex } from 'knex';
import type { EntityIndex } from '../services/catalog/buildEntityIndex';
import { toHostlessName } from '../services/catalog/RepositoryClaims';

/**
 * A component that moves may be gone for the minutes in which the catalog reads it
 * anew. Longer, and another one may go by its name.
 */
const FORGET_AFTER_MS = 24 * 60 * 60_000;

/** Remembers which repositories the files of components lie in and have lain in. */
export class OwnRepositoryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Takes over where files lie now. Answers the repositories of each component by
   * now and before, with and without their hosts.
   */
  async sync(
    { lifecycles, ownRepositories }: OwnedIndex,
    now: Date,
  ): Promise<Map<string, Set<string>>> {
    // A catalog that has not answered yet has not lost everything.
    if (lifecycles.size > 0) {
      const own = [...ownRepositories].map(([entityRef, repository]) => ({
        entity_ref: entityRef,
        repository,
      }));
      await this.#knex.transaction(async tx => {
        await tx('own_repositories')
          .where(
            'missing_since',
            '<',
            new Date(now.getTime() - FORGET_AFTER_MS),
          )
          .delete();
        await tx.raw(
          `UPDATE own_repositories
           SET missing_since = CASE WHEN missing_since IS NULL THEN ?::timestamptz END
           WHERE (missing_since IS NULL) <> (entity_ref = ANY(?::text[]))`,
          [now, [...lifecycles.keys()]],
        );
        await tx.raw(
          `INSERT INTO own_repositories (entity_ref, repository)
           SELECT * FROM jsonb_to_recordset(?::jsonb)
             AS one(entity_ref text, repository text)
           ON CONFLICT DO NOTHING`,
          [JSON.stringify(own)],
        );
      });
    }
    const rows = await this.#knex('own_repositories').select();
    const found = new Map<string, Set<string>>();
    for (const { entity_ref: entityRef, repository } of rows) {
      const names = found.get(entityRef) ?? new Set();
      names.add(repository).add(toHostlessName(repository) ?? repository);
      found.set(entityRef, names);
    }
    return found;
  }
}

type OwnedIndex = Pick<EntityIndex, 'lifecycles' | 'ownRepositories'>;
