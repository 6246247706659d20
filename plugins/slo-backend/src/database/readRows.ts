import type { MessageParts } from '@atrium/common';
import type {
  ObjectiveStatus,
  SloAlert,
  SloDefinition,
  SloState,
} from '@atrium/plugin-slo-common';
import type { AlertDetails } from '../engine/alerts/OpenAlert';
import type { StoredSlo } from './StoredSlo';

/** An SLO with its status, as it is selected. */
export interface SloRow {
  id: string;
  entity_ref: string;
  name: string;
  definition: SloDefinition;
  url: string;
  revision: string | null;
  is_stale: boolean;
  changed_at: Date;
  owner_refs: string[];
  system_refs: string[];
  evaluated_at: Date | null;
  state: SloState | null;
  budget_remaining: number | null;
  objectives: ObjectiveStatus[] | null;
  composite: ObjectiveStatus | null;
  position_rank: number;
  position_budget: number;
  source: { problems: string[]; warnings: string[] };
}

/** An alert with its SLO and deliveries, as it is selected. */
export interface AlertRow {
  id: string;
  slo_id: string;
  slo_name: string;
  slo_title: string | null;
  entity_ref: string;
  owner_refs: string[] | null;
  objective: string;
  rule: string;
  severity: string;
  state: SloAlert['state'];
  details: AlertDetails;
  started_at: Date;
  fired_at: Date | null;
  resolved_at: Date | null;
  deliveries: {
    target: string;
    state: SloAlert['state'];
    at: string;
    isDelivered: boolean;
    message: string | null;
    parts: MessageParts | null;
  }[];
}

/** Reads a row of an SLO. */
export function toSlo(row: SloRow): StoredSlo {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    name: row.name,
    definition: row.definition,
    ownerRefs: row.owner_refs,
    systemRefs: row.system_refs,
    url: row.url,
    revision: row.revision ?? undefined,
    isStale: row.is_stale,
    changedAt: row.changed_at,
    status:
      row.evaluated_at && row.state
        ? {
            evaluatedAt: row.evaluated_at,
            state: row.state,
            budgetRemaining: row.budget_remaining ?? undefined,
            objectives: row.objectives ?? [],
            composite: row.composite ?? undefined,
          }
        : undefined,
    sourceProblem: row.source.problems.at(0),
    warnings: row.source.warnings,
  };
}

/** Reads a row of an alert. */
export function toAlert(row: AlertRow): SloAlert {
  return {
    id: row.id,
    sloId: row.slo_id,
    sloName: row.slo_name,
    sloDisplayName: row.slo_title ?? undefined,
    entityRef: row.entity_ref,
    ownerRef: row.owner_refs?.at(0),
    objectiveId: row.objective,
    ruleId: row.rule,
    severity: row.severity,
    state: row.state,
    startedAt: row.started_at.toISOString(),
    firedAt: row.fired_at?.toISOString(),
    resolvedAt: row.resolved_at?.toISOString(),
    // A rule that went away leaves what was measured before.
    ...{ ...row.details, reason: row.details.reason ?? 'burn-rate' },
    deliveries: row.deliveries.map(({ message, parts, ...delivery }) => ({
      ...delivery,
      at: new Date(delivery.at).toISOString(),
      message: message ?? undefined,
      ...(parts && { messages: { message: parts } }),
    })),
  };
}
