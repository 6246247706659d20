import { type Agreement, type MonthlyReport } from '@atrium/plugin-sla-common';
import { creditPercentOf } from './creditPercentOf';
import {
  type DailyCounts,
  isTargetMet,
  sli,
  toPartsPerBillion,
} from '@atrium/plugin-slo-common';
import { monthBounds } from './months';

/** Makes a report of what was counted in a month of an agreement. */
export function buildReport(
  agreement: Agreement,
  month: string,
  counts: DailyCounts,
): MonthlyReport {
  const { unit, exclusions } = counts;
  const { from, to } = monthBounds(month, agreement.timeZone);
  const sum = { good: 0, total: 0 };
  const minutes = { counted: 0, measured: 0, excluded: 0 };
  for (const day of counts.days) {
    sum.good += day.good;
    sum.total += day.total;
    minutes.counted += day.countedMinutes;
    minutes.measured += day.measuredMinutes;
    minutes.excluded += day.excludedMinutes;
  }
  // What is left of such a month would change its result by itself as minutes go.
  const hasLostMinutes = counts.days.some(day => day.hasLostMinutes);
  const ratio = hasLostMinutes ? undefined : sli(sum);
  return {
    agreement,
    month,
    state: Date.now() < to.getTime() ? 'running' : 'open',
    from: from.toISOString(),
    to: to.toISOString(),
    good: sum.good / unit,
    total: sum.total / unit,
    sli: ratio,
    isTargetMet: hasLostMinutes
      ? undefined
      : isTargetMet(sum, targetPpbOf(agreement)),
    creditPercent: creditPercentOf(ratio, agreement.credits),
    coverage: minutes.counted > 0 ? minutes.measured / minutes.counted : 0,
    excludedMinutes: minutes.excluded,
    exclusions,
    days: counts.days.map(day => ({
      ...day,
      good: day.good / unit,
      total: day.total / unit,
      sli: sli(day),
    })),
    ...(hasLostMinutes && { hasLostMinutes }),
  };
}

/** Nine digits are kept; whoever agrees on more is held to a little more. */
function targetPpbOf({ target }: Agreement): number {
  return toPartsPerBillion(target) ?? Math.ceil(target * 1e9);
}
