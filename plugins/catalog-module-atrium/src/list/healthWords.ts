import type { EntityRow, Health } from '@atrium/plugin-entity-summary-common';
import type { StatusWords } from '@atrium/ui';

/** How something is, as people read it. */
export const HEALTH_WORDS: Record<Health, StatusWords> = {
  bad: { status: 'bad', text: 'Critical' },
  warning: { status: 'warning', text: 'Warning' },
  good: { status: 'good', text: 'Healthy' },
  unknown: { status: 'unknown', text: 'Not measured' },
};

type HealthReason = NonNullable<EntityRow['healthReason']>;

const REASONS: Record<HealthReason, { bad: string; warning: string }> = {
  incident: { bad: 'Open incident', warning: 'Open incident' },
  slo: { bad: 'SLO breached', warning: 'SLO at risk' },
  runtime: { bad: 'Down', warning: 'Degraded' },
  delivery: { bad: 'Pipeline failed', warning: 'Pipeline failed' },
  findings: { bad: 'Findings overdue', warning: 'Findings overdue' },
};

/** How an entity is, by what makes it so: `2 incidents`, `SLO breached`. */
export function healthOf(
  row: Pick<EntityRow, 'health' | 'healthReason' | 'openIncidents'>,
): StatusWords {
  const { health, healthReason, openIncidents } = row;
  const words = HEALTH_WORDS[health];
  if (!healthReason || (health !== 'bad' && health !== 'warning')) {
    return words;
  }
  if (healthReason === 'incident' && openIncidents > 0) {
    const text =
      openIncidents === 1 ? '1 incident' : `${openIncidents} incidents`;
    return { status: words.status, text };
  }
  return { status: words.status, text: REASONS[healthReason][health] };
}
