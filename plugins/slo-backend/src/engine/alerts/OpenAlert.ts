/** What was measured when an alert last changed. */
export interface AlertDetails {
  reason: 'burn-rate' | 'no-data';
  longWindowMinutes?: number;
  shortWindowMinutes?: number;
  factor?: number;
  longBurnRate?: number;
  shortBurnRate?: number;
}

/** An alert that has not been resolved. */
export interface OpenAlert {
  id: string;
  objectiveId: number;
  rule: string;
  severity: string;
  state: 'pending' | 'firing';
  startedAt: Date;
  /** Since when it could be resolved. */
  clearSince?: Date;
}
