import type { StatusWords } from '@atrium/ui';
import type { Health } from '@atrium/plugin-entity-summary-common';

/** What is said of a health where no plugin says more. */
export const HEALTH_WORDS: Record<Health, StatusWords> = {
  bad: { status: 'bad', text: 'Needs help' },
  warning: { status: 'warning', text: 'Needs attention' },
  good: { status: 'good', text: 'Healthy' },
  unknown: { status: 'unknown', text: 'Not measured' },
};

/** How many are so: `1 needs help`, `2 need help`. */
export function countHealth(health: Health, count: number): string {
  const words = HEALTH_WORDS[health].text.toLowerCase();
  return `${count} ${count === 1 ? words : words.replace(/^needs/, 'need')}`;
}
