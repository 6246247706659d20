import type { Health } from '@atrium/plugin-entity-summary-common';

const WORDS: Record<Health, string> = {
  bad: 'critical',
  warning: 'with a warning',
  good: 'healthy',
  unknown: 'not measured',
};

/** How many entities are so: `2 critical`, `1 with a warning`. */
export function countHealth(health: Health, count: number): string {
  return `${count} ${WORDS[health]}`;
}
