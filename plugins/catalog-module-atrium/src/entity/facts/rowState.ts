import { formatPercent } from '@atrium/ui';
import type { StatusWords } from '@atrium/ui';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { HEALTH_WORDS } from './healthWords';

/** How an entity of a list is, with what makes it so. */
export function rowState(row: EntityRow): StatusWords {
  const { health, healthReason, openIncidents, budgetRemaining } = row;
  const { status, text } = HEALTH_WORDS[health];
  switch (healthReason) {
    case 'incident':
      return {
        status,
        text: openIncidents > 1 ? `${openIncidents} incidents` : 'Incident',
      };
    case 'slo':
      return {
        status,
        text:
          budgetRemaining !== undefined && budgetRemaining > 0
            ? `SLO: ${formatPercent(budgetRemaining)} budget left`
            : 'SLO breached',
      };
    case 'runtime':
      return { status, text: 'Not running as it should' };
    case 'delivery':
      return { status, text: 'Pipeline failed' };
    case 'findings':
      return { status, text: 'Overdue findings' };
    case undefined:
      return { status, text };
    default:
      return healthReason satisfies never;
  }
}
