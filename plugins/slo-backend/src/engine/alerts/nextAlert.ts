import type { OpenAlert } from './OpenAlert';

/** What a rule says now. */
export interface RuleReading {
  /** Whether there is reason to alert. */
  isMet: boolean;
  /** Whether the reason is gone; in between is neither, so nothing flaps. */
  isClear: boolean;
}

/** What becomes of an alert. */
export type AlertStep =
  | 'none'
  | 'start-pending'
  | 'start-firing'
  | 'fire'
  | 'drop'
  | 'begin-clearing'
  | 'stop-clearing'
  | 'resolve';

/** How patient an alert is, in milliseconds. */
export interface AlertPatience {
  alertAfterMs: number;
  resolveAfterMs: number;
}

/**
 * The state machine of alerts: pending until the reason has lasted, firing
 * until it has been gone for long enough.
 */
export function nextAlert(
  open: Pick<OpenAlert, 'state' | 'startedAt' | 'clearSince'> | undefined,
  reading: RuleReading,
  { now, patience }: { now: Date; patience: AlertPatience },
): AlertStep {
  const { alertAfterMs, resolveAfterMs } = patience;
  const since = (time: Date) => now.getTime() - time.getTime();
  if (!open) {
    if (!reading.isMet) {
      return 'none';
    }
    return alertAfterMs > 0 ? 'start-pending' : 'start-firing';
  }
  if (open.state === 'pending') {
    if (!reading.isMet) {
      return 'drop';
    }
    return since(open.startedAt) >= alertAfterMs ? 'fire' : 'none';
  }
  if (!reading.isClear) {
    return open.clearSince ? 'stop-clearing' : 'none';
  }
  if (!open.clearSince) {
    return resolveAfterMs > 0 ? 'begin-clearing' : 'resolve';
  }
  return since(open.clearSince) >= resolveAfterMs ? 'resolve' : 'none';
}
