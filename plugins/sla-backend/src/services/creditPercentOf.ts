import type { Credit } from '@atrium/plugin-sla-common';

/** What a service level gives back: the highest credit of those it is below. */
export function creditPercentOf(
  sli: number | undefined,
  credits: Credit[],
): number {
  return sli === undefined
    ? 0
    : Math.max(
        0,
        ...credits.flatMap(({ below, creditPercent }) =>
          sli < below ? [creditPercent] : [],
        ),
      );
}
