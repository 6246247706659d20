import {
  type ObjectiveStatus,
  type SloState,
  sloStateSchema,
  type SloSummary,
} from '@atrium/plugin-slo-common';
import { t } from '../translation';

/** One objective of an SLO, as it stands in a list. */
export interface ObjectiveRow {
  /** Identifies it among all rows. */
  id: string;
  slo: SloSummary;
  /** Absent when it stands for all objectives of a composite SLO together. */
  objectiveId?: string;
  title: string;
  /** Which one of the SLO it is, where that needs to be said. */
  subtitle?: string;
  state: SloState;
  /** Absent before the first evaluation. */
  status?: ObjectiveStatus;
}

/** The objectives of SLOs, those that run out first. */
export function toObjectiveRows(slos: SloSummary[]): ObjectiveRow[] {
  return slos.flatMap(rowsOf).sort(compareUrgency);
}

/** What it is called in one line. */
export function objectiveName(row: ObjectiveRow): string {
  const { title, subtitle, objectiveId } = row;
  if (subtitle === undefined) {
    return title;
  }
  return objectiveId === undefined
    ? t('objectiveRow.ofAllObjectivesTogether', { title })
    : `${title} · ${subtitle}`;
}

/**
 * The worst state first, as the backend lists SLOs. Of the same state what is spent, then
 * what is spent the soonest if it goes on like this, then the least budget.
 */
export function compareUrgency(a: ObjectiveRow, b: ObjectiveRow): number {
  const order = sloStateSchema.options;
  return (
    order.indexOf(a.state) - order.indexOf(b.state) ||
    exhaustionOf(a) - exhaustionOf(b) ||
    (a.status?.budgetRemaining ?? 1) - (b.status?.budgetRemaining ?? 1)
  );
}

/** When the budget is spent, as a time; 0 when it is, far away when it lasts. */
function exhaustionOf({ state, status }: ObjectiveRow): number {
  const isJudged = state !== 'not-enough-traffic';
  if (isJudged && (status?.budgetRemaining ?? 1) <= 0) {
    return 0;
  }
  return isJudged && status?.projectedExhaustion
    ? Date.parse(status.projectedExhaustion)
    : Number.MAX_SAFE_INTEGER;
}

function rowsOf(slo: SloSummary): ObjectiveRow[] {
  const title = slo.displayName ?? slo.name;
  if (slo.objectives.length === 0) {
    return [{ id: slo.id, slo, title, state: slo.state }];
  }
  const isOneOfMany = slo.objectives.length > 1;
  const rows = slo.objectives.map(
    (status): ObjectiveRow => ({
      id: `${slo.id} ${status.objectiveId}`,
      slo,
      objectiveId: status.objectiveId,
      title,
      subtitle:
        status.displayName ?? (isOneOfMany ? status.objectiveId : undefined),
      state: status.state,
      status,
    }),
  );
  return slo.composite
    ? [
        {
          id: slo.id,
          slo,
          title,
          subtitle: t('objectiveRow.allObjectivesTogether'),
          state: slo.composite.state,
          status: slo.composite,
        },
        ...rows,
      ]
    : rows;
}
