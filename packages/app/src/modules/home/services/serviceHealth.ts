import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import type { StatusWords } from '@atrium/ui';

const REASONS: Record<NonNullable<EntityRow['healthReason']>, string> = {
  incident: 'Incident',
  slo: 'SLO',
  runtime: 'Runtime',
  delivery: 'Pipeline failed',
  findings: 'Findings overdue',
};

/** How a service is, in the words of what makes it so. */
export function serviceHealth(row: EntityRow): StatusWords {
  const { health } = row;
  switch (health) {
    case 'good':
      return { status: 'good', text: 'Healthy' };
    case 'unknown':
      return { status: 'unknown', text: 'Not measured' };
    case 'bad':
    case 'warning':
      return { status: health, text: troubleWords(row) };
    default:
      return health satisfies never;
  }
}

function troubleWords({ healthReason, openIncidents }: EntityRow): string {
  if (openIncidents > 1) {
    return `${openIncidents} incidents`;
  }
  return healthReason ? REASONS[healthReason] : 'Needs attention';
}
