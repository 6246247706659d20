/** From an instant on, something stood on a step. */
export interface StepPoint {
  /** ISO 8601. */
  at: string;
  /** Which step, from 0; undefined is drawn as a gap, never as the lowest. */
  step: number | undefined;
  /** Why it changed. */
  note?: string;
}
