import { failpoint } from '@atrium/backend-common';
import type { Knex } from 'knex';
import type { EvaluatedSlo } from '../engine/EvaluatedSlo';
import type { SloEvaluation } from '../engine/evaluateSlo';
import type { EvaluationTick, SaveOptions } from './EvaluationStore';
import { readEvaluatedSlos } from './readEvaluatedSlos';
import { type SeriesWindows, sumWindows } from './sumWindows';
import { writeAlertChanges } from './writeAlertChanges';

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

/** A tick within its transaction. */
export class DatabaseEvaluationTick implements EvaluationTick {
  readonly #tx: Knex.Transaction;

  constructor(tx: Knex.Transaction) {
    this.#tx = tx;
  }

  async listSlos(): Promise<EvaluatedSlo[]> {
    return readEvaluatedSlos(this.#tx);
  }

  async sum(wanted: SeriesWindows[]) {
    return sumWindows(this.#tx, wanted);
  }

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
