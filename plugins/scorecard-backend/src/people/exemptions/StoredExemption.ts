import type { Exemption } from '@atrium/plugin-scorecard-common';

/** An exemption as it is kept, and whether what it is about is still there. */
export interface StoredExemption extends Omit<Exemption, 'isMineToDecide'> {
  entityTitle?: string;
  /** Whether the scorecard is in force and has the check. */
  hasCheck: boolean;
  /** Whether nobody who owned the entity when it was asked for owns it now. */
  hasNewOwners: boolean;
}

/** The columns of an exemption. */
export interface ExemptionRow {
  id: string;
  scorecard: string;
  scorecard_title: string;
  check_name: string;
  check_title: string;
  entity_ref: string;
  entity_title: string | null;
  owner_refs: string[];
  approver_ref: string;
  reason: string;
  days: number;
  state: StoredExemption['state'];
  requested_by: string;
  requested_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  note: string | null;
  until: Date | null;
  has_check: boolean;
  has_new_owners: boolean;
}

/**
 * The state as the clock of the database has it: what is over is expired, even
 * before a task has noted that.
 */
export const EXEMPTION_STATE = `CASE WHEN e.state = 'granted' AND e.until <= now()
  THEN 'expired' ELSE e.state END`;

/** Who owns the entity; of one that is gone, who did. */
export const EXEMPTION_OWNERS = 'coalesce(n.owner_refs, e.owner_refs)';

/** Who owns the scorecard; of one that is gone, who did. */
export const EXEMPTION_APPROVER = `coalesce(s.definition #>> '{spec,owner}',
  e.approver_ref)`;

/** Whether the scorecard is in force and has the check. */
export const EXEMPTION_HAS_CHECK = `coalesce(s.definition #> '{spec,checks}'
  @> jsonb_build_array(jsonb_build_object('name', e.check_name)), false)`;

/** Exemptions with their entities and the scorecards that are in force. */
export const EXEMPTION_TABLES = `exemptions e
  LEFT JOIN entities n ON n.entity_ref = e.entity_ref AND n.removed_at IS NULL
  LEFT JOIN scorecards s ON s.name = e.scorecard AND s.removed_at IS NULL`;

/** What {@link toExemption} reads of {@link EXEMPTION_TABLES}. */
export const EXEMPTION_COLUMNS = `e.id, e.scorecard, e.scorecard_title,
  e.check_name, e.check_title, e.entity_ref, n.title AS entity_title, e.reason, e.days, e.requested_by,
  e.requested_at, e.decided_by, e.decided_at, e.note, e.until,
  ${EXEMPTION_STATE} AS state, ${EXEMPTION_OWNERS} AS owner_refs,
  ${EXEMPTION_APPROVER} AS approver_ref, ${EXEMPTION_HAS_CHECK} AS has_check,
  coalesce(NOT n.owner_refs && e.owner_refs AND e.owner_refs <> '{}', false)
    AS has_new_owners`;

export function toExemption(row: ExemptionRow): StoredExemption {
  return {
    id: row.id,
    scorecard: row.scorecard,
    scorecardTitle: row.scorecard_title,
    check: row.check_name,
    checkTitle: row.check_title,
    entityRef: row.entity_ref,
    entityTitle: row.entity_title ?? undefined,
    ownerRefs: row.owner_refs,
    approverRef: row.approver_ref,
    reason: row.reason,
    days: row.days,
    state: row.state,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at.toISOString(),
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at?.toISOString(),
    note: row.note ?? undefined,
    until: row.until?.toISOString(),
    hasCheck: row.has_check,
    hasNewOwners: row.has_new_owners,
  };
}
