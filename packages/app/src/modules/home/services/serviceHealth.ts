import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import type { StatusWords } from '@atrium/ui';
import { t } from '../../../translation';

type OtherReason = Exclude<EntityRow['healthReason'], 'slo' | undefined>;

const REASONS: Record<OtherReason, string> = {
  get incident() {
    return t('serviceHealth.incident');
  },
  get runtime() {
    return t('serviceHealth.degraded');
  },
  get delivery() {
    return t('serviceHealth.pipelineFailed');
  },
  get findings() {
    return t('serviceHealth.findingsOverdue');
  },
};

/** How a service is, in the words of what makes it so. */
export function serviceHealth(row: EntityRow): StatusWords {
  const { health } = row;
  switch (health) {
    case 'good':
      return { status: 'good', text: t('serviceHealth.healthy') };
    case 'unknown':
      return { status: 'unknown', text: t('serviceHealth.notMeasured') };
    case 'bad':
    case 'warning':
      return { status: health, text: troubleWords(row) };
    default:
      return health satisfies never;
  }
}

function troubleWords(row: EntityRow): string {
  const { healthReason, openIncidents } = row;
  if (openIncidents > 1) {
    return t('serviceHealth.incidents', { count: openIncidents });
  }
  if (healthReason === 'slo') {
    return sloWords(row);
  }
  return healthReason
    ? REASONS[healthReason]
    : t('serviceHealth.needsAttention');
}

function sloWords({ health, budgetRemaining = 0 }: EntityRow): string {
  if (health === 'warning') {
    return t('serviceHealth.sloAtRisk');
  }
  // An alert makes it bad before the budget is spent.
  return budgetRemaining > 0
    ? t('serviceHealth.budgetBurning')
    : t('serviceHealth.sloBreached');
}
