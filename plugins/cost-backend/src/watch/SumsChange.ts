import type { Knex } from 'knex';
import { toDay } from '../calendar/days';

/** While an import or new rules bring sums all the time, they are looked at this often. */
const MAX_WAIT = '1 hour';

interface SumsRow {
  sums: string;
  seen: string | null;
  looked_at: string | null;
  has_waited: boolean | null;
  is_reading: boolean;
}

/** Keeps, for all replicas and over starts, which sums a task looked at. */
export class SumsChange {
  readonly #knex: Knex;
  readonly #task: string;

  constructor(knex: Knex, task: string) {
    this.#knex = knex;
    this.#task = task;
  }

  /**
   * Does work when there are other sums than it was done for, or it is another day,
   * and they are the same as when it was asked before: an import has many put in
   * force, one after another. While bills are still being read, they are not settled
   * either: what the bills of one provider leave of a shared pool is another amount
   * once those of the next are there.
   *
   * @param work - answers whether it came to its end; otherwise it is done again
   * @param basis - what it is done by besides, as a text that changes with it
   * @returns whether it is done for the sums as they are
   */
  async whenSettled(
    work: () => Promise<boolean>,
    basis = '',
  ): Promise<boolean> {
    const { sums, seen, looked_at, has_waited, is_reading } = await this.#read(
      basis,
    );
    if (sums === looked_at) {
      return true;
    }
    if ((sums !== seen || is_reading) && !has_waited) {
      await this.#knex.raw(
        `INSERT INTO looked_at_sums AS known (task, seen, waiting_since)
         VALUES (?, ?, now())
         ON CONFLICT (task) DO UPDATE SET seen = excluded.seen,
           waiting_since = coalesce(known.waiting_since, excluded.waiting_since)`,
        [this.#task, sums],
      );
      return false;
    }
    const isDone = await work();
    if (isDone) {
      await this.#knex('looked_at_sums')
        .where({ task: this.#task })
        .update({ seen: sums, looked_at: sums, waiting_since: null });
    }
    return isDone;
  }

  async #read(basis: string): Promise<SumsRow> {
    const { rows } = await this.#knex.raw(
      `SELECT present.sums, known.seen, known.looked_at,
         known.waiting_since < now() - interval '${MAX_WAIT}' AS has_waited,
         EXISTS (SELECT FROM sources WHERE kind <> 'upload' AND looked_at IS NULL)
           OR EXISTS (SELECT FROM imports WHERE state IN ('waiting', 'reading'))
           AS is_reading
       FROM (SELECT md5(concat(?::text,
               string_agg(id::text, ',' ORDER BY id))) AS sums
             FROM generations WHERE state = 'active') present
       LEFT JOIN looked_at_sums known ON known.task = ?`,
      [`${toDay(Date.now())}${basis}`, this.#task],
    );
    return rows[0];
  }
}
