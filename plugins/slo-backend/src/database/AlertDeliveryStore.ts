import type { MessageDescriptor } from '@atrium/common';
import type { ObjectiveStatus, SloState } from '@atrium/plugin-slo-common';
import type { Knex } from 'knex';
import type { AlertDetails } from '../engine/alerts/OpenAlert';
import { words } from '../sloWords';

/** An alert with all that a message about it says. */
export interface AlertSnapshot {
  alertId: string;
  state: 'pending' | 'firing' | 'resolved';
  severity: string;
  rule: string;
  details: AlertDetails;
  startedAt: Date;
  firedAt?: Date;
  resolvedAt?: Date;
  sloId: string;
  sloName: string;
  sloTitle: string;
  service: string;
  objectiveId: string;
  entityRef: string;
  entityTitle?: string;
  ownerRefs: string[];
  /** As it was evaluated last; absent before that. */
  objectiveState?: SloState;
  budgetRemaining?: number;
  /** The part of the window with data. */
  coverage?: number;
}

/** A message that is to be sent now. */
export interface DueDelivery {
  id: string;
  target: string;
  attempts: number;
  alert: AlertSnapshot;
  /**
   * Whether the target was told what the alert was before, or may have been. Also
   * where nobody was to be told that it fires, as a policy may want it.
   */
  isFollowable: boolean;
}

const ALERT_COLUMNS = `a.id AS alert_id, a.severity, a.rule, a.started_at,
  a.fired_at, a.resolved_at, slos.id AS slo_id, slos.name AS slo_name,
  slos.definition, slos.entity_ref, o.key AS objective, d.entity_title,
  d.owner_refs, (SELECT status FROM jsonb_array_elements(st.objectives) AS status
    WHERE status ->> 'objectiveId' = o.key) AS status`;

const ALERT_JOINS = `
  JOIN slos ON slos.id = a.slo_id
  JOIN objectives o ON o.id = a.objective_id
  LEFT JOIN definitions d ON d.entity_ref = slos.entity_ref
  LEFT JOIN statuses st ON st.slo_id = slos.id`;

/**
 * That an alert fires is no news once it is over, also to whom nobody tells that it
 * is. Why it was not sent in time is kept.
 */
const DROP_SUPERSEDED = `
  UPDATE alert_deliveries d SET due_at = NULL,
    problem = coalesce(d.problem, :problem),
    problem_message = CASE WHEN d.problem IS NULL THEN :message::jsonb
      ELSE d.problem_message END
  FROM alert_changes c
  WHERE d.due_at <= :now AND c.id = d.change_id AND EXISTS (
    SELECT FROM alert_changes later
    WHERE later.alert_id = c.alert_id AND later.id > c.id)`;

/** What came later waits while what was before is being sent. */
const WAIT_FOR_EARLIER = `
  UPDATE alert_deliveries d SET due_at = sending.due_at
  FROM alert_changes c, alert_changes earlier
  JOIN alert_deliveries sending ON sending.change_id = earlier.id
  WHERE d.due_at <= :now AND c.id = d.change_id
    AND earlier.alert_id = c.alert_id AND earlier.id < c.id
    AND sending.target = d.target AND sending.taken_at IS NOT NULL
    AND sending.due_at > :now`;

/** Keeps who is to be told of what. */
export class AlertDeliveryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Takes the one that has been due for longest, if there is one. Nobody else
   * gets it until a time by which it is marked, unless whoever took it is gone.
   * Of an alert, nobody gets a change any more once there is a later one.
   */
  async takeDue(now: Date, until: Date): Promise<DueDelivery | undefined> {
    await this.#knex.raw(DROP_SUPERSEDED, {
      now,
      ...toColumns(words.describe('slo.delivery.changed')),
    });
    await this.#knex.raw(WAIT_FOR_EARLIER, { now });
    const { rows } = await this.#knex.raw(
      `WITH due AS (
         UPDATE alert_deliveries SET due_at = :until, taken_at = :now WHERE id = (
           SELECT id FROM alert_deliveries WHERE due_at <= :now
           ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id, change_id, target, attempts)
       SELECT due.id, due.target, due.attempts, c.state, c.details,
         (SELECT coalesce(bool_or(t.target = due.target
              AND coalesce(t.sent_at, t.taken_at) IS NOT NULL), true)
          FROM alert_changes earlier
          JOIN alert_deliveries t ON t.change_id = earlier.id
          WHERE earlier.alert_id = c.alert_id AND earlier.id < c.id
         ) AS is_followable,
         ${ALERT_COLUMNS}
       FROM due
       JOIN alert_changes c ON c.id = due.change_id
       JOIN alerts a ON a.id = c.alert_id ${ALERT_JOINS}`,
      { now, until },
    );
    return rows
      .map((row: DeliveryRow) => ({
        id: row.id,
        target: row.target,
        attempts: row.attempts,
        alert: toAlertSnapshot(row),
        isFollowable: row.is_followable,
      }))
      .at(0);
  }

  /** From when on the next one can be taken, if there is one. */
  async findNextDue(): Promise<Date | undefined> {
    const [{ at }] = await this.#knex('alert_deliveries').min('due_at as at');
    return at ?? undefined;
  }

  async markSent(id: string, now: Date): Promise<void> {
    await this.#knex('alert_deliveries').where({ id }).update({
      sent_at: now,
      due_at: null,
      taken_at: null,
      problem: null,
      problem_message: null,
    });
  }

  /** Without a time nobody tries any more. */
  async markFailed(
    id: string,
    failure: {
      problem: string | MessageDescriptor;
      dueAt: Date | undefined;
    },
  ): Promise<void> {
    const { problem, message } = toColumns(failure.problem);
    await this.#knex('alert_deliveries')
      .where({ id })
      .update({
        problem,
        problem_message: message,
        due_at: failure.dueAt ?? null,
        taken_at: null,
      })
      .increment('attempts');
  }

  /**
   * All alerts that are firing, and that a target was told of.
   *
   * @param sloId - of this SLO only
   */
  async listFiring(target: string, sloId?: string): Promise<AlertSnapshot[]> {
    const { rows } = await this.#knex.raw(
      `SELECT a.state, a.details, ${ALERT_COLUMNS}
       FROM alerts a ${ALERT_JOINS} WHERE a.state = 'firing'
         AND a.slo_id = coalesce(?::uuid, a.slo_id) AND EXISTS (
         SELECT FROM alert_changes c JOIN alert_deliveries t ON t.change_id = c.id
         WHERE c.alert_id = a.id AND t.target = ?)`,
      [sloId ?? null, target] as Knex.RawBinding[],
    );
    return rows.map(toAlertSnapshot);
  }

  /**
   * Which alert of the SLO began the time without a pause in which this one
   * fires: those of one episode are one thing to whoever hears of them.
   */
  async findFirstOfEpisode({
    alertId,
    sloId,
  }: Pick<AlertSnapshot, 'alertId' | 'sloId'>): Promise<string> {
    const { rows } = await this.#knex.raw(
      `WITH fired AS (
         SELECT id, fired_at, max(coalesce(resolved_at, 'infinity')) OVER (
           ORDER BY fired_at, id
           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until
         FROM alerts WHERE slo_id = :sloId AND fired_at IS NOT NULL)
       SELECT f.id FROM fired f JOIN fired this ON this.id = :alertId
       WHERE (f.fired_at, f.id) <= (this.fired_at, this.id)
         AND (f.busy_until IS NULL OR f.busy_until < f.fired_at)
       ORDER BY f.fired_at DESC, f.id DESC LIMIT 1`,
      { alertId, sloId },
    );
    return rows.at(0)?.id ?? alertId;
  }
}

/** In English, and what it is made of where that is more than a text. */
function toColumns(said: string | MessageDescriptor): {
  problem: string;
  message: string | null;
} {
  return typeof said === 'string'
    ? { problem: said, message: null }
    : { problem: words.text(said), message: JSON.stringify([said]) };
}

interface AlertRow {
  alert_id: string;
  state: AlertSnapshot['state'];
  severity: string;
  rule: string;
  details: AlertSnapshot['details'];
  started_at: Date;
  fired_at: Date | null;
  resolved_at: Date | null;
  slo_id: string;
  slo_name: string;
  definition: { displayName?: string; service: string };
  entity_ref: string;
  objective: string;
  entity_title: string | null;
  owner_refs: string[] | null;
  status: Pick<
    ObjectiveStatus,
    'budgetRemaining' | 'coverage' | 'state'
  > | null;
}

interface DeliveryRow extends AlertRow {
  id: string;
  target: string;
  attempts: number;
  is_followable: boolean;
}

function toAlertSnapshot(row: AlertRow): AlertSnapshot {
  return {
    alertId: row.alert_id,
    state: row.state,
    severity: row.severity,
    rule: row.rule,
    details: row.details,
    startedAt: row.started_at,
    firedAt: row.fired_at ?? undefined,
    resolvedAt: row.resolved_at ?? undefined,
    sloId: row.slo_id,
    sloName: row.slo_name,
    sloTitle: row.definition.displayName ?? row.slo_name,
    service: row.definition.service,
    objectiveId: row.objective,
    entityRef: row.entity_ref,
    entityTitle: row.entity_title ?? undefined,
    ownerRefs: row.owner_refs ?? [],
    objectiveState: row.status?.state,
    budgetRemaining: row.status?.budgetRemaining,
    coverage: row.status?.coverage,
  };
}
