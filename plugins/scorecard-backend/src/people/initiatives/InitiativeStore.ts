import type {
  initiativeInputSchema,
  InitiativeState,
} from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import {
  INITIATIVE_COLUMNS,
  INITIATIVE_TABLES,
  type StoredInitiative,
  toInitiative,
} from './StoredInitiative';

/** What somebody wrote, parsed. */
export type InitiativeFields = z.output<typeof initiativeInputSchema>;

/** Those that go on. */
const OPEN: InitiativeState[] = ['scheduled', 'running'];

/** Keeps initiatives. */
export class InitiativeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @returns its id */
  async create(
    fields: InitiativeFields,
    by: { createdBy: string; now: Date },
  ): Promise<string> {
    const [{ id }] = await this.#knex('initiatives')
      .insert({
        ...toColumns(fields),
        state: 'scheduled',
        created_by: by.createdBy,
        created_at: by.now,
      })
      .returning<{ id: string }[]>('id');
    return id;
  }

  /** Whether it could be changed: it is not over. */
  async update(id: string, fields: InitiativeFields): Promise<boolean> {
    const count = await this.#knex('initiatives')
      .where({ id })
      .whereIn('state', OPEN)
      // One that is to start later is not running any more.
      .update({ ...toColumns(fields), state: 'scheduled' });
    return count > 0;
  }

  /** Whether it was ended now: it was not over. */
  async end(
    id: string,
    { state, now }: { state: InitiativeState; now: Date },
    trx: Knex | Knex.Transaction = this.#knex,
  ): Promise<boolean> {
    const count = await trx('initiatives')
      .where({ id })
      .whereIn('state', OPEN)
      .update({ state, ended_at: now });
    return count > 0;
  }

  async get(
    id: string,
    trx: Knex | Knex.Transaction = this.#knex,
  ): Promise<StoredInitiative | undefined> {
    const { rows } = await trx.raw(
      `SELECT ${INITIATIVE_COLUMNS} FROM ${INITIATIVE_TABLES} WHERE i.id = ?`,
      [id],
    );
    return rows.map(toInitiative).at(0);
  }

  /**
   * Those that go on and are to be measured. What an expression is true of is
   * worked out every ten minutes only: it has to look at all facts.
   */
  async listDueIds(now: Date): Promise<string[]> {
    const { rows } = await this.#knex.raw(
      `SELECT id FROM initiatives
       WHERE state IN ('scheduled', 'running') AND (measured_at IS NULL
         OR NOT jsonb_exists(scope, 'appliesTo')
         OR measured_at <= ?::timestamptz - interval '10 minutes')
       ORDER BY id`,
      [now],
    );
    return rows.map(({ id }: { id: string }) => id);
  }

  /**
   * Has nobody else change it until the transaction ends, and starts it where
   * its day has come.
   *
   * @param today - a date in UTC
   * @returns whether it is running
   */
  async lockRunning(
    id: string,
    today: string,
    trx: Knex.Transaction,
  ): Promise<boolean> {
    const { rowCount } = await trx.raw(
      `UPDATE initiatives SET state = 'running'
       WHERE id = ? AND state IN ('scheduled', 'running') AND starts_on <= ?`,
      [id, today],
    );
    return rowCount > 0;
  }
}

function toColumns(fields: InitiativeFields) {
  return {
    title: fields.title,
    description: fields.description ?? null,
    scorecard: fields.scorecard,
    goal: JSON.stringify(fields.goal),
    owner_ref: fields.ownerRef,
    scope: JSON.stringify(fields.scope),
    starts_on: fields.startsOn,
    due_on: fields.dueOn,
  };
}
