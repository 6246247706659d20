import type { Knex } from 'knex';
import type { AlertChange } from '../engine/alerts/AlertChange';
import type { SloEvaluation } from '../engine/evaluateSlo';

/** How changes of alerts are told. */
export interface SaveOptions {
  now: Date;
  /** Who is to be told of a change of an alert. */
  recipientsOf(change: SloEvaluation['alertChanges'][number]): string[];
}

/** What an alert is after a step; without a state it is taken back. */
interface AlertWrite {
  id: string;
  sloId: string;
  objectiveId: number;
  rule: string;
  severity: string;
  state?: 'pending' | 'firing' | 'resolved';
  /** Whether its state has changed, of which recipients are notified. */
  hasNewState: boolean;
  details?: AlertChange['details'];
  startedAt: Date;
  clearSince?: Date;
  recipients: string[];
}

const WRITE_ALERTS = `
  INSERT INTO alerts (id, slo_id, objective_id, rule, severity, state, details,
    started_at, fired_at, resolved_at, clear_since)
  SELECT a.id, a."sloId", a."objectiveId", a.rule, a.severity, a.state,
    coalesce(a.details, '{}'), a."startedAt",
    CASE a.state WHEN 'firing' THEN n.now END,
    CASE a.state WHEN 'resolved' THEN n.now END, a."clearSince"
  FROM jsonb_to_recordset(?) AS a (id uuid, "sloId" uuid, "objectiveId" integer,
    rule text, severity text, state text, details jsonb,
    "startedAt" timestamptz, "clearSince" timestamptz)
  CROSS JOIN (SELECT ?::timestamptz AS now) n
  ON CONFLICT (id) DO UPDATE SET state = excluded.state,
    details = CASE WHEN excluded.details = '{}' THEN alerts.details
      ELSE excluded.details END,
    fired_at = coalesce(alerts.fired_at, excluded.fired_at),
    resolved_at = excluded.resolved_at, clear_since = excluded.clear_since`;

const WRITE_CHANGES = `
  WITH changed AS (
    SELECT * FROM jsonb_to_recordset(?) AS a
      (id uuid, state text, details jsonb, recipients text[])
  ), written AS (
    INSERT INTO alert_changes (alert_id, at, state, details)
    SELECT id, ?, state, coalesce(details, '{}') FROM changed
    RETURNING id, alert_id
  )
  INSERT INTO alert_deliveries (change_id, target, due_at)
  SELECT w.id, r.target, ? FROM written w JOIN changed n ON n.id = w.alert_id
  CROSS JOIN LATERAL unnest(n.recipients) AS r (target)`;

/** What is not watched any more is over; nobody has to be told of that. */
const END_UNWATCHED = `
  WITH ended AS (
    UPDATE alerts SET state = 'resolved', resolved_at = ?, clear_since = NULL
    FROM objectives o JOIN slos s ON s.id = o.slo_id
    WHERE o.id = alerts.objective_id AND alerts.state <> 'resolved'
      AND (o.removed_at IS NOT NULL OR s.removed_at IS NOT NULL)
    RETURNING alerts.id, alerts.details
  )
  INSERT INTO alert_changes (alert_id, at, state, details)
  SELECT id, ?, 'resolved', details FROM ended`;

/** Writes what becomes of alerts, with who is to be told. */
export async function writeAlertChanges(
  tx: Knex.Transaction,
  evaluations: SloEvaluation[],
  { now, recipientsOf }: SaveOptions,
): Promise<void> {
  await tx.raw(END_UNWATCHED, [now, now]);
  const writes = evaluations.flatMap(({ slo, alertChanges }) =>
    alertChanges.map(change => ({
      ...toWrite(change, now),
      sloId: slo.id,
      recipients: recipientsOf(change),
    })),
  );
  if (writes.length === 0) {
    return;
  }
  await tx('alerts')
    .whereIn(
      'id',
      writes.filter(({ state }) => !state).map(({ id }) => id),
    )
    .delete();
  const kept = writes.filter(({ state }) => state);
  await tx.raw(WRITE_ALERTS, [JSON.stringify(kept), now]);
  const changed = kept.filter(({ hasNewState }) => hasNewState);
  await tx.raw(WRITE_CHANGES, [JSON.stringify(changed), now, now]);
}

function toWrite(
  { step, alert, details }: AlertChange,
  now: Date,
): Omit<AlertWrite, 'sloId' | 'recipients'> {
  const { id, objectiveId, rule, severity, startedAt } = alert;
  const same = { id, objectiveId, rule, severity, startedAt };
  switch (step) {
    case 'start-pending':
      return { ...same, details, state: 'pending', hasNewState: true };
    case 'start-firing':
    case 'fire':
      return { ...same, details, state: 'firing', hasNewState: true };
    case 'begin-clearing':
      return { ...same, state: 'firing', hasNewState: false, clearSince: now };
    case 'stop-clearing':
      return { ...same, state: 'firing', hasNewState: false };
    case 'resolve':
      return { ...same, details, state: 'resolved', hasNewState: true };
    case 'drop':
      return { ...same, hasNewState: false };
    default:
      return step satisfies never;
  }
}
