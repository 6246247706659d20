import type { Health } from '@atrium/plugin-entity-summary-common';
import { t } from '../../translation';

/** How many entities are so: `2 critical`, `1 with a warning`. */
export function countHealth(health: Health, number: number): string {
  switch (health) {
    case 'bad':
      return t('countHealth.critical', { number });
    case 'warning':
      return t('countHealth.warning', { number });
    case 'good':
      return t('countHealth.healthy', { number });
    case 'unknown':
      return t('countHealth.notMeasured', { number });
    default:
      return health satisfies never;
  }
}
