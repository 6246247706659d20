import { t } from '../translation';
import type { StatusWords } from './StatusBadge';

/** How an entity is, all that is known of it together. */
type Health = 'bad' | 'warning' | 'good' | 'unknown';

/** What made an entity bad or a warning, the most urgent first. */
type HealthReason =
  | 'incident'
  | 'slo'
  | 'runtime'
  | 'provisioning'
  | 'delivery'
  | 'findings';

/** What {@link healthOf} reads of an entity. */
export interface EntityHealth {
  health: Health;
  healthReason?: HealthReason;
  openIncidents: number;
  /** The least of its SLOs, as a ratio. */
  budgetRemaining?: number;
}

/** How something is, as people read it. */
export const HEALTH_WORDS: Record<Health, StatusWords> = {
  bad: {
    status: 'bad',
    get text() {
      return t('entityHealth.critical');
    },
  },
  warning: {
    status: 'warning',
    get text() {
      return t('entityHealth.warning');
    },
  },
  good: {
    status: 'good',
    get text() {
      return t('entityHealth.healthy');
    },
  },
  unknown: {
    status: 'unknown',
    get text() {
      return t('entityHealth.notMeasured');
    },
  },
};

/** How an entity is, by what makes it so: `2 incidents`, `SLO breached`. */
export function healthOf(entity: EntityHealth): StatusWords {
  const { health } = entity;
  return health === 'bad' || health === 'warning'
    ? { status: health, text: reasonText(entity) }
    : HEALTH_WORDS[health];
}

function reasonText(entity: EntityHealth): string {
  const { health, healthReason, openIncidents } = entity;
  switch (healthReason) {
    case 'incident':
      return openIncidents > 0
        ? t('entityHealth.incidents', { count: openIncidents })
        : t('entityHealth.openIncident');
    case 'slo':
      return sloText(entity);
    case 'runtime':
      return t('entityHealth.degraded');
    case 'provisioning':
      return health === 'bad'
        ? t('entityHealth.degraded')
        : t('entityHealth.needsAttention');
    case 'delivery':
      return t('entityHealth.pipelineFailed');
    case 'findings':
      return t('entityHealth.findingsOverdue');
    default:
      return HEALTH_WORDS[health].text;
  }
}

function sloText({ health, budgetRemaining = 0 }: EntityHealth): string {
  if (health === 'warning') {
    return t('entityHealth.sloAtRisk');
  }
  // An alert makes it bad before the budget is spent.
  return budgetRemaining > 0
    ? t('entityHealth.budgetBurning')
    : t('entityHealth.sloBreached');
}
