import type { EntityRow, Health } from '@atrium/plugin-entity-summary-common';
import type { StatusWords } from '@atrium/ui';
import { t } from '../translation';

/** How something is, as people read it. */
export const HEALTH_WORDS: Record<Health, StatusWords> = {
  bad: {
    status: 'bad',
    get text() {
      return t('healthWords.critical');
    },
  },
  warning: {
    status: 'warning',
    get text() {
      return t('healthWords.warning');
    },
  },
  good: {
    status: 'good',
    get text() {
      return t('healthWords.healthy');
    },
  },
  unknown: {
    status: 'unknown',
    get text() {
      return t('healthWords.notMeasured');
    },
  },
};

type HealthReason = NonNullable<EntityRow['healthReason']>;

const REASONS: Record<HealthReason, { bad: string; warning: string }> = {
  incident: {
    get bad() {
      return t('healthWords.openIncident');
    },
    get warning() {
      return t('healthWords.openIncident');
    },
  },
  slo: {
    get bad() {
      return t('healthWords.sloBreached');
    },
    get warning() {
      return t('healthWords.sloAtRisk');
    },
  },
  runtime: {
    get bad() {
      return t('healthWords.degraded');
    },
    get warning() {
      return t('healthWords.degraded');
    },
  },
  delivery: {
    get bad() {
      return t('healthWords.pipelineFailed');
    },
    get warning() {
      return t('healthWords.pipelineFailed');
    },
  },
  findings: {
    get bad() {
      return t('healthWords.findingsOverdue');
    },
    get warning() {
      return t('healthWords.findingsOverdue');
    },
  },
};

/** How an entity is, by what makes it so: `2 incidents`, `SLO breached`. */
export function healthOf(
  row: Pick<
    EntityRow,
    'budgetRemaining' | 'health' | 'healthReason' | 'openIncidents'
  >,
): StatusWords {
  const { budgetRemaining = 0, health, healthReason, openIncidents } = row;
  const words = HEALTH_WORDS[health];
  if (!healthReason || (health !== 'bad' && health !== 'warning')) {
    return words;
  }
  if (healthReason === 'incident' && openIncidents > 0) {
    const text = t('healthWords.incidents', { count: openIncidents });
    return { status: words.status, text };
  }
  // An alert makes it bad before the budget is spent.
  if (healthReason === 'slo' && health === 'bad' && budgetRemaining > 0) {
    return { status: words.status, text: t('healthWords.budgetBurning') };
  }
  return { status: words.status, text: REASONS[healthReason][health] };
}
