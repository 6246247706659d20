import type { Anomaly } from '@atrium/plugin-cost-common';
import Big from 'big.js';
import type { Knex } from 'knex';

/** Days that follow each other and cost more than usual. */
export interface UnusualRun {
  entityRef: string;
  firstDay: string;
  lastDay: string;
  amount: string;
  expected: string;
}

/** What rose most of an anomaly. */
export type Driver = Anomaly['drivers'][number];

/** Which anomalies are listed. */
export interface AnomalyQuery {
  /** Of these; of all where it is absent. */
  entityRefs?: readonly string[];
  state?: Anomaly['state'];
  after?: [firstDay: string, id: string];
  limit: number;
}

interface AnomalyRow {
  id: string;
  entity_ref: string;
  currency: string;
  first_day: string;
  last_day: string;
  amount: string;
  expected: string;
  drivers: Driver[];
  state: Anomaly['state'];
  found_at: Date;
  acknowledged_by: string | null;
  acknowledged_at: Date | null;
  reason: string | null;
}

const COLUMNS = `id, entity_ref, currency, to_char(first_day, 'YYYY-MM-DD') AS first_day,
  to_char(last_day, 'YYYY-MM-DD') AS last_day, amount::text AS amount,
  expected::text AS expected, drivers, state, found_at, acknowledged_by,
  acknowledged_at, reason`;

/** Keeps what cost more than usual, and what people said about it. */
export class AnomalyStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The newest first, one more than asked for where there are more. */
  async list(query: AnomalyQuery): Promise<Anomaly[]> {
    const rows: AnomalyRow[] = await this.#find(query)
      .modify(page => {
        if (query.after) {
          page.whereRaw('(first_day, id) < (?::date, ?::uuid)', query.after);
        }
      })
      .orderByRaw('first_day DESC, id DESC')
      .limit(query.limit + 1)
      .select(this.#knex.raw(COLUMNS));
    return rows.map(toAnomaly);
  }

  async count(query: Omit<AnomalyQuery, 'after' | 'limit'>): Promise<number> {
    const [{ count }] = await this.#find(query).count({ count: '*' });
    return Number(count);
  }

  async get(id: string): Promise<Anomaly | undefined> {
    const row = await this.#knex('anomalies')
      .where({ id })
      .first(this.#knex.raw(COLUMNS));
    return row && toAnomaly(row);
  }

  /** Says why; the last one who says so counts. */
  async acknowledge(
    id: string,
    options: { reason: string; userRef: string },
  ): Promise<void> {
    await this.#knex('anomalies')
      .where({ id })
      .update({
        acknowledged_by: options.userRef,
        acknowledged_at: new Date(),
        reason: options.reason,
        state: this.#knex.raw(
          `CASE WHEN state = 'over' THEN state ELSE 'acknowledged' END`,
        ),
      });
  }

  /**
   * Writes a run of days down, in place of what was known of it.
   *
   * @returns whether nobody knew of it
   */
  async save(
    trx: Knex.Transaction,
    run: UnusualRun & { currency: string; drivers: Driver[]; isOver: boolean },
  ): Promise<boolean> {
    const values = {
      last_day: run.lastDay,
      amount: run.amount,
      expected: run.expected,
      drivers: JSON.stringify(run.drivers),
      currency: run.currency,
    };
    const [known] = await trx('anomalies')
      .where({ entity_ref: run.entityRef })
      .whereRaw('first_day <= ?::date AND last_day >= ?::date - 1', [
        run.lastDay,
        run.firstDay,
      ])
      .orderBy('first_day')
      .select('id', 'acknowledged_at');
    if (known) {
      const going = known.acknowledged_at ? 'acknowledged' : 'open';
      await trx('anomalies')
        .where({ id: known.id })
        .update({ ...values, state: run.isOver ? 'over' : going });
      return false;
    }
    await trx('anomalies').insert({
      ...values,
      entity_ref: run.entityRef,
      first_day: run.firstDay,
      state: run.isOver ? 'over' : 'open',
      found_at: new Date(),
    });
    return true;
  }

  /**
   * Ends those whose last day is before one.
   *
   * @returns the entities that had them
   */
  async endBefore(day: string): Promise<string[]> {
    const rows = await this.#knex('anomalies')
      .whereNot({ state: 'over' })
      .where('last_day', '<', day)
      .update({ state: 'over' })
      .returning('entity_ref');
    return rows.map(row => row.entity_ref);
  }

  #find({ entityRefs, state }: Omit<AnomalyQuery, 'after' | 'limit'>) {
    const anomalies = this.#knex('anomalies');
    if (entityRefs) {
      anomalies.whereRaw('entity_ref = ANY(?::text[])', [[...entityRefs]]);
    }
    return state === undefined ? anomalies : anomalies.where({ state });
  }
}

function toAnomaly(row: AnomalyRow): Anomaly {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    currency: row.currency,
    firstDay: row.first_day,
    lastDay: row.last_day,
    amount: new Big(row.amount).toFixed(),
    expected: new Big(row.expected).toFixed(),
    excess: new Big(row.amount).minus(row.expected).toFixed(),
    drivers: row.drivers,
    state: row.state,
    foundAt: row.found_at.toISOString(),
    acknowledgement:
      row.acknowledged_by && row.acknowledged_at
        ? {
            userRef: row.acknowledged_by,
            reason: row.reason ?? '',
            at: row.acknowledged_at.toISOString(),
          }
        : undefined,
  };
}
