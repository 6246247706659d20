import { openDatabase } from '@atrium/backend-common';
import type { OwnershipConfirmation } from '@atrium/plugin-scorecard-common';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

interface ConfirmationRow {
  entity_ref: string;
  owner_ref: string;
  confirmed_by: string;
  confirmed_at: Date;
}

/** Keeps the last confirmation of each entity. */
export class ConfirmationStore {
  static async create(
    database: Pick<DatabaseService, 'getClient' | 'migrations'>,
  ): Promise<ConfirmationStore> {
    const knex = await openDatabase(database, {
      packageName: '@atrium/plugin-scorecard-backend-module-atrium',
      migrationsTable: 'atrium_facts_migrations',
    });
    return new ConfirmationStore(knex);
  }

  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Takes the place of an earlier confirmation of the entity. */
  async save(confirmation: OwnershipConfirmation): Promise<void> {
    await this.#confirmations()
      .insert({
        entity_ref: confirmation.entityRef,
        owner_ref: confirmation.ownerRef,
        confirmed_by: confirmation.confirmedBy,
        confirmed_at: new Date(confirmation.confirmedAt),
      })
      .onConflict('entity_ref')
      .merge();
  }

  /** The last confirmations of those entities that have one. */
  async list(
    entityRefs: string[],
  ): Promise<Map<string, OwnershipConfirmation>> {
    const rows = await this.#confirmations().whereRaw('entity_ref = ANY (?)', [
      entityRefs,
    ]);
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          entityRef: row.entity_ref,
          ownerRef: row.owner_ref,
          confirmedBy: row.confirmed_by,
          confirmedAt: row.confirmed_at.toISOString(),
        },
      ]),
    );
  }

  #confirmations() {
    return this.#knex<ConfirmationRow>('ownership_confirmations');
  }
}
