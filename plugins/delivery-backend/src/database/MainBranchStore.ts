import type { Knex } from 'knex';
import {
  findMainBranchState,
  FRESH_RUN_MS,
  type MainBranchState,
} from '../model/MainBranchState';

/** A notification that is to be sent. */
export interface DueNotification {
  entityRef: string;
  pipeline: string;
  state: MainBranchState;
  attempts: number;
  branch: string;
  commit?: string;
  actor?: string;
}

interface MainBranchStoreOptions {
  knex: Knex;
  mainBranches: string[];
}

interface StateRow {
  entity_ref: string;
  pipeline: string;
  state: MainBranchState | null;
  notified_state: MainBranchState | null;
  tried_state: MainBranchState | null;
  send_at: Date | null;
}

const BATCH = 500;
/** Whatever is built more rarely than once in so many runs is not found. */
const RUNS_LOOKED_AT = 200;

/** Values: the rows as JSON, main branches. The newest two of each that ended. */
const NEWEST_ENDED = `
  SELECT input.entity_ref, input.pipeline, ended.id, ended.outcome, ended.finished_at
  FROM jsonb_to_recordset(?::jsonb) AS input(entity_ref text, pipeline text)
  CROSS JOIN LATERAL (
    SELECT looked.* FROM (
      SELECT * FROM runs
      WHERE entity_ref = input.entity_ref AND pipeline = input.pipeline
      ORDER BY at DESC LIMIT ${RUNS_LOOKED_AT}
    ) looked
    WHERE looked.status = 'finished' AND looked.branch = ANY(?::text[])
      AND looked.outcome IN ('success', 'failure', 'error')
    ORDER BY looked.at DESC, looked.id DESC LIMIT 2
  ) ended
  ORDER BY input.entity_ref, input.pipeline, ended.at DESC, ended.id DESC`;

/** Keeps how pipelines stand on the main branch, and what owners were notified of. */
export class MainBranchStore {
  readonly #options: MainBranchStoreOptions;

  constructor(options: MainBranchStoreOptions) {
    this.#options = options;
  }

  /**
   * Looks at the pipelines of which a run has ended, and notes what their owners
   * have to be notified of: when the newest run turned red, and once it is green again.
   */
  async review(now: Date): Promise<void> {
    const { knex } = this.#options;
    await knex.transaction(async tx => {
      // What is being written is left to the next time.
      const rows: StateRow[] = await tx('main_branch_states')
        .select(
          'entity_ref',
          'pipeline',
          'state',
          'notified_state',
          'tried_state',
          'send_at',
        )
        .where({ is_due: true })
        .orderBy(['entity_ref', 'pipeline'])
        .limit(BATCH)
        .forUpdate()
        .skipLocked();
      if (rows.length === 0) {
        return;
      }
      const ended = await this.#readEnded(tx, rows);
      const reviewed = rows.map(row => this.#reviewOne(row, { ended, now }));
      await tx.raw(
        `UPDATE main_branch_states AS present
         SET is_due = false, state = input.state, run_id = input.run_id,
           send_at = input.send_at, attempts = 0
         FROM jsonb_to_recordset(?::jsonb) AS input(entity_ref text,
           pipeline text, state text, run_id uuid, send_at timestamptz)
         WHERE present.entity_ref = input.entity_ref
           AND present.pipeline = input.pipeline`,
        [JSON.stringify(reviewed)],
      );
    });
  }

  async #readEnded(tx: Knex, rows: StateRow[]) {
    const { rows: found } = await tx.raw(NEWEST_ENDED, [
      JSON.stringify(rows),
      this.#options.mainBranches,
    ]);
    const ended = new Map<string, EndedRun[]>();
    for (const row of found) {
      const key = keyOf(row);
      ended.set(key, [...(ended.get(key) ?? []), row]);
    }
    return ended;
  }

  #reviewOne(
    row: StateRow,
    { ended, now }: { ended: Map<string, EndedRun[]>; now: Date },
  ) {
    const { entity_ref, pipeline } = row;
    const [newest, before] = ended.get(keyOf(row)) ?? [];
    const state = newest ? findMainBranchState(newest.outcome) : row.state;
    const former =
      row.state ?? (before ? findMainBranchState(before.outcome) : state);
    const isFresh =
      newest !== undefined &&
      newest.finished_at.getTime() >= now.getTime() - FRESH_RUN_MS;
    // Where it is not known whether the last notification arrived, either may be so.
    const told = [row.notified_state, row.tried_state];
    const hasNews =
      state === 'red'
        ? isFresh && told.some(last => last !== 'red')
        : told.includes('red');
    const sendAt = hasNews ? now : null;
    return {
      entity_ref,
      pipeline,
      state,
      run_id: newest?.id ?? null,
      send_at: state === former ? row.send_at : sendAt,
    };
  }

  /** The notifications that are to be sent by now. */
  async listDue(now: Date, limit: number): Promise<DueNotification[]> {
    const rows = await this.#options
      .knex('main_branch_states as s')
      .join('runs as r', 'r.id', 's.run_id')
      .select(
        's.entity_ref',
        's.pipeline',
        's.state',
        's.attempts',
        'r.branch',
        'r.commit',
        'r.actor',
      )
      .where('s.send_at', '<=', now)
      .orderBy('s.send_at')
      .limit(limit);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      pipeline: row.pipeline,
      state: row.state,
      attempts: row.attempts,
      branch: row.branch,
      commit: row.commit ?? undefined,
      actor: row.actor ?? undefined,
    }));
  }

  /** Notes that the owners may know from now on, should the portal end meanwhile. */
  async markTried({ entityRef, pipeline, state }: DueNotification) {
    await this.#options
      .knex('main_branch_states')
      .where({ entity_ref: entityRef, pipeline })
      .update({ tried_state: state });
  }

  /** Notes that the owners know; a change since then is sent as well. */
  async markSent({ entityRef, pipeline, state }: DueNotification) {
    await this.#options
      .knex('main_branch_states')
      .where({ entity_ref: entityRef, pipeline, state })
      .update({ notified_state: state, send_at: null, attempts: 0 });
  }

  /** Sends it again at a later time, or not any more. */
  async markFailed(
    { entityRef, pipeline, state, attempts }: DueNotification,
    sendAt: Date | undefined,
  ): Promise<void> {
    await this.#options
      .knex('main_branch_states')
      .where({ entity_ref: entityRef, pipeline, state })
      .update({ send_at: sendAt ?? null, attempts: attempts + 1 });
  }
}

interface EndedRun {
  id: string;
  outcome: string;
  finished_at: Date;
}

function keyOf(row: { entity_ref: string; pipeline: string }): string {
  return JSON.stringify([row.entity_ref, row.pipeline]);
}
