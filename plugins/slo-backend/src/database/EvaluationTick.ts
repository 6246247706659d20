import { failpoint } from '@atrium/backend-common';
import type { Knex } from 'knex';
import type { EvaluatedSlo } from '../engine/EvaluatedSlo';
import type { SloEvaluation } from '../engine/evaluateSlo';
import type { SeriesWindows } from '../engine/WindowSums';
import { readEvaluatedSlos } from './readEvaluatedSlos';
import { sumWindows } from './sumWindows';
import { type SaveOptions, writeAlertChanges } from './writeAlertChanges';

const WRITE_STATUSES = `
  INSERT INTO statuses (slo_id, evaluated_at, state, rank, budget_remaining,
    objectives, composite)
  SELECT s.id, ?, s.state, s.rank, s."budgetRemaining", s.objectives, s.composite
  FROM jsonb_to_recordset(?) AS s (id uuid, state text, rank integer,
    "budgetRemaining" double precision, objectives jsonb, composite jsonb)
  ON CONFLICT (slo_id) DO UPDATE SET evaluated_at = excluded.evaluated_at,
    state = excluded.state, rank = excluded.rank,
    budget_remaining = excluded.budget_remaining,
    objectives = excluded.objectives, composite = excluded.composite`;

/** Everything that a tick reads and writes, as of one moment. */
export class EvaluationTick {
  readonly #tx: Knex.Transaction;

  constructor(tx: Knex.Transaction) {
    this.#tx = tx;
  }

  /** All SLOs that count now. */
  async listSlos(): Promise<EvaluatedSlo[]> {
    return readEvaluatedSlos(this.#tx);
  }

  /** The sums of windows, by series and name. */
  async sum(series: SeriesWindows[]) {
    return sumWindows(this.#tx, series);
  }

  /** Writes how everything stands, and what becomes of alerts. */
  async save(
    evaluations: SloEvaluation[],
    options: SaveOptions,
  ): Promise<void> {
    await this.#tx.raw(WRITE_STATUSES, [
      options.now,
      JSON.stringify(
        evaluations.map(({ slo, alertChanges: _, ...status }) => ({
          id: slo.id,
          ...status,
        })),
      ),
    ]);
    failpoint('slo.tick.3');
    await writeAlertChanges(this.#tx, evaluations, options);
    failpoint('slo.tick.4');
  }
}
