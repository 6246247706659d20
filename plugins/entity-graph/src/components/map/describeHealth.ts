import {
  type Health,
  healthSchema,
} from '@atrium/plugin-entity-summary-common';
import { inSentence } from '@atrium/ui';
import { HEALTH_WORDS } from '../../words/graphWords';

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
