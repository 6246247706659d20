import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import type { StatusWords } from '@atrium/ui';
import { t } from '../../../translation';

const REASONS: Record<NonNullable<EntityRow['healthReason']>, string> = {
  get incident() {
    return t('serviceHealth.incident');
  },
  get slo() {
    return t('serviceHealth.slo');
  },
  get runtime() {
    return t('serviceHealth.runtime');
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

function troubleWords({ healthReason, openIncidents }: EntityRow): string {
  if (openIncidents > 1) {
    return t('serviceHealth.incidents', { count: openIncidents });
  }
  return healthReason
    ? REASONS[healthReason]
    : t('serviceHealth.needsAttention');
}
