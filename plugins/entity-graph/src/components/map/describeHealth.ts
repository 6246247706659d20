import {
  type Health,
  healthSchema,
} from '@atrium/plugin-entity-summary-common';
import { HEALTH_WORDS, inSentence } from '@atrium/ui';

/** How many entities are how, worst first: `2 critical, 3 healthy`. */
export function describeHealth(
  counts: Partial<Record<Health, number>>,
): string {
  return healthSchema.options
    .flatMap(health =>
      counts[health]
        ? `${counts[health]} ${inSentence(HEALTH_WORDS[health].text)}`
        : [],
    )
    .join(', ');
}
