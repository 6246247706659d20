import type { Anomaly } from '@atrium/plugin-cost-common';
import Big from 'big.js';
import type { Knex } from 'knex';
import { addDays } from '../../calendar/days';

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

/** A run with all that is kept of it. */
export interface FoundRun extends UnusualRun {
  currency: string;
  drivers: Driver[];
  isOver: boolean;
}

/** The days of an entity that were looked at, and what is unusual of them. */
export interface LookedAtDays {
  entityRef: string;
  from: string;
  /** The first day that was not looked at. */
  to: string;
  /** Days among them of which nobody knows what they usually cost. */
  unknown?: { from: string; to: string };
  runs: FoundRun[];
}

interface KnownRow {
  id: string;
  entity_ref: string;
  first_day: string;
  last_day: string;
  amount: string;
  expected: string;
  state: Anomaly['state'];
  acknowledged_at: Date | null;
}

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
   * The first days of anomalies that go on into a day or up to it, by entity.
   * Without those days a part of one would be taken for all of it.
   */
  async findBegun(
    entityRefs: readonly string[],
    day: string,
  ): Promise<Map<string, string>> {
    const rows: { entity_ref: string; first_day: string }[] = await this.#knex(
      'anomalies',
    )
      .whereRaw(
        'entity_ref = ANY(?::text[]) AND first_day <= ?::date AND last_day >= ?::date - 1',
        [[...entityRefs], day, day],
      )
      .groupBy('entity_ref')
      .select(
        'entity_ref',
        this.#knex.raw(`to_char(min(first_day), 'YYYY-MM-DD') AS first_day`),
      );
    return new Map(rows.map(row => [row.entity_ref, row.first_day]));
  }

  /**
   * Writes down what is unusual of the days of entities, in place of what was known
   * of them: what is one run by now is one anomaly, and what is usual by now is none,
   * unless somebody has acknowledged it. What has days beside these stays as it was.
   *
   * @returns the runs of which nobody knew, and the entities of which something changed
   */
  async save(
    trx: Knex.Transaction,
    looked: readonly LookedAtDays[],
  ): Promise<{ added: FoundRun[]; changedRefs: string[] }> {
    const rows: KnownRow[] = await trx('anomalies')
      .whereRaw('entity_ref = ANY(?::text[])', [
        looked.map(({ entityRef }) => entityRef),
      ])
      .orderBy('first_day')
      // What somebody says of one meanwhile would be undone.
      .forUpdate()
      .select(trx.raw(COLUMNS));
    const knownOf = Map.groupBy(rows, row => row.entity_ref);
    const added: FoundRun[] = [];
    const changedRefs: string[] = [];
    for (const days of looked) {
      const known = knownOf.get(days.entityRef) ?? [];
      const saved = await saveRuns(trx, days, known);
      added.push(...saved.added);
      if (saved.hasChanged) {
        changedRefs.push(days.entityRef);
      }
    }
    return { added, changedRefs };
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

async function saveRuns(
  trx: Knex.Transaction,
  days: LookedAtDays,
  known: readonly KnownRow[],
): Promise<{ added: FoundRun[]; hasChanged: boolean }> {
  const { runs } = days;
  const kept = new Map<KnownRow, FoundRun>();
  const fresh: FoundRun[] = [];
  const added: FoundRun[] = [];
  for (const run of runs) {
    const same = known.filter(
      ({ first_day, last_day }) =>
        first_day <= run.lastDay && addDays(last_day, 1) >= run.firstDay,
    );
    if (same.some(row => !isWithin(row, days))) {
      continue;
    }
    const left = same.filter(row => !kept.has(row));
    const one = left.find(({ acknowledged_at }) => acknowledged_at) ?? left[0];
    if (one) {
      kept.set(one, run);
    } else {
      fresh.push(run);
    }
    // Of a part of what was known, nobody is told again.
    if (same.length === 0) {
      added.push(run);
    }
  }
  const isInOther = ({ first_day, last_day }: KnownRow) =>
    runs.some(run => first_day <= run.lastDay && last_day >= run.firstDay);
  const gone = known.filter(
    row =>
      !kept.has(row) &&
      isWithin(row, days) &&
      (row.acknowledged_at === null || isInOther(row)),
  );
  // First: another one may begin on the day of one that goes.
  if (gone.length > 0) {
    await trx('anomalies')
      .whereIn(
        'id',
        gone.map(({ id }) => id),
      )
      .delete();
  }
  for (const [row, run] of kept) {
    await trx('anomalies').where({ id: row.id }).update(toColumns(run, row));
  }
  for (const run of fresh) {
    await trx('anomalies').insert({
      ...toColumns(run),
      entity_ref: run.entityRef,
      found_at: new Date(),
    });
  }
  const isOther = [...kept].some(
    ([row, run]) =>
      row.state !== stateOf(run, row) ||
      row.last_day !== run.lastDay ||
      !new Big(row.amount).eq(run.amount) ||
      !new Big(row.expected).eq(run.expected),
  );
  return {
    added,
    hasChanged: isOther || fresh.length > 0 || gone.length > 0,
  };
}

/** Whether all days of an anomaly were looked at, and could be told from usual ones. */
function isWithin(
  { first_day, last_day }: KnownRow,
  { from, to, unknown }: LookedAtDays,
): boolean {
  const isUnknown =
    unknown !== undefined && first_day < unknown.to && last_day >= unknown.from;
  return first_day >= from && last_day < to && !isUnknown;
}

function toColumns(run: FoundRun, known?: KnownRow) {
  return {
    first_day: run.firstDay,
    last_day: run.lastDay,
    amount: run.amount,
    expected: run.expected,
    drivers: JSON.stringify(run.drivers),
    currency: run.currency,
    state: stateOf(run, known),
  };
}

function stateOf(run: FoundRun, known?: KnownRow): Anomaly['state'] {
  const going = known?.acknowledged_at ? 'acknowledged' : 'open';
  return run.isOver ? 'over' : going;
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
