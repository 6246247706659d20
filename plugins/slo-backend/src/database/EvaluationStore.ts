import type { EvaluatedSlo } from '../engine/EvaluatedSlo';
import type { SloEvaluation } from '../engine/evaluateSlo';
import type { SeriesWindows } from './sumWindows';
import type { WindowSums } from './WindowSums';

/** Everything that a tick reads and writes, as of one moment. */
export interface EvaluationTick {
  /** All SLOs that count now. */
  listSlos(): Promise<EvaluatedSlo[]>;
  /** The sums of windows, by series and name. */
  sum(wanted: SeriesWindows[]): Promise<WindowSums>;
  /** Writes how everything stands, and what becomes of alerts. */
  save(evaluations: SloEvaluation[], options: SaveOptions): Promise<void>;
}

/** How changes of alerts are told. */
export interface SaveOptions {
  now: Date;
  /** Who is to be told of a change of an alert. */
  recipientsOf(change: SloEvaluation['alertChanges'][number]): string[];
}

/** Reads what SLOs are evaluated from, and keeps what comes out. */
export interface EvaluationStore {
  /**
   * Sums up what has changed, then does a tick on what is there at one moment:
   * either all of it counts or nothing.
   *
   * @returns Whether there was a tick; there is none while another one goes on.
   */
  tick(work: (tick: EvaluationTick) => Promise<void>): Promise<boolean>;
}
