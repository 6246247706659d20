import {
  isTargetMet,
  type SlaContract,
  slaCreditPercent,
  type SlaReport,
  sli,
  type SloDefinition,
  type SloExclusion,
  toPartsPerBillion,
} from '@atrium/plugin-slo-common';
import { countedUnit } from '../engine/countedUnit';
import type { EvaluatedObjective } from '../engine/EvaluatedSlo';
import { type Interval, minuteOf, startOfMinute } from '../engine/Interval';
import { lengthOfAll } from '../engine/objectiveWindows';
import { subtractBuckets } from '../engine/subtractBuckets';
import type {
  SeriesWindows,
  WindowSum,
  WindowSums,
} from '../engine/WindowSums';
import { type LocalDay, monthDays } from './monthDays';

/** What an agreement is measured by; missing where its SLO is gone. */
export interface MeasuredObjective {
  definition: SloDefinition;
  evaluated: EvaluatedObjective;
}

/** A month of an agreement, and what has to be summed up for it. */
export interface ReportPlan {
  contract: SlaContract;
  month: string;
  measured?: MeasuredObjective;
  whole: Interval;
  days: (LocalDay & { measured: Interval[]; counted: Interval[] })[];
  exclusions: SloExclusion[];
  now: number;
}

interface PlanOptions {
  month: string;
  measured?: MeasuredObjective;
  /** Of the entity, those that do not count any more left out. */
  exclusions: SloExclusion[];
  now: Date;
}

/**
 * Plans a month of an agreement. What was agreed upon afterwards does not
 * count; planned maintenance does not where the agreement says so.
 */
export function planReport(
  contract: SlaContract,
  { month, measured, exclusions, now }: PlanOptions,
): ReportPlan {
  const all = monthDays(month, contract.timeZone);
  const whole = { from: all[0].from, to: all[all.length - 1].to };
  const days = all.filter(
    ({ day }) => day >= contract.validFrom && day <= (contract.validTo ?? day),
  );
  const applied = exclusions.filter(
    ({ kind, sloName, from, to }) =>
      (kind === 'exclusion' || contract.isMaintenanceExcluded) &&
      (sloName === undefined || sloName === contract.sloName) &&
      minuteOf(from) < whole.to &&
      Math.ceil(Date.parse(to) / 60_000) > whole.from,
  );
  const spans = applied.map(({ from, to }) => ({
    from: minuteOf(from),
    to: Math.ceil(Date.parse(to) / 60_000),
  }));
  const present = minuteOf(now);
  const size = measured?.evaluated.bucketMinutes ?? 1;
  return {
    contract,
    month,
    measured,
    whole,
    exclusions: applied,
    now: present,
    days: days.map(day => ({
      ...day,
      measured: subtractBuckets(
        { from: day.from, to: Math.max(day.from, Math.min(day.to, present)) },
        spans,
        1,
      ),
      // Slices belong to the day they begin in, and count once they are over.
      counted: subtractBuckets(
        {
          from: ceilTo(day.from, size),
          to: Math.min(ceilTo(day.to, size), present - (present % size)),
        },
        spans,
        size,
      ),
    })),
  };
}

/** What has to be summed up for a month. */
export function reportSums(plan: ReportPlan): SeriesWindows[] {
  const { measured, days } = plan;
  if (!measured) {
    return [];
  }
  const { seriesId, countedSeriesId } = measured.evaluated;
  return [
    {
      seriesId,
      windows: new Map(
        days.map(day => [nameOf(plan, 'measured', day.day), day.measured]),
      ),
    },
    {
      seriesId: countedSeriesId,
      windows: new Map(
        days.map(day => [nameOf(plan, 'counted', day.day), day.counted]),
      ),
    },
  ];
}

/** Makes a report of the sums that were planned. */
export function buildReport(plan: ReportPlan, sums: WindowSums): SlaReport {
  const { contract, month, measured, whole, now } = plan;
  // Series are numbered from 1, so what has none is in no sum.
  const { seriesId = 0, countedSeriesId = 0 } = measured?.evaluated ?? {};
  const unit = measured
    ? countedUnit(measured.evaluated.objective, measured.definition)
    : 1;
  const total: WindowSum = { good: 0, total: 0, buckets: 0 };
  let excludedMinutes = 0;
  let countedMinutes = 0;
  const days = plan.days.map(day => {
    const counted = sums.get(countedSeriesId, nameOf(plan, 'counted', day.day));
    const { buckets } = sums.get(seriesId, nameOf(plan, 'measured', day.day));
    const minutes = lengthOfAll(day.measured);
    const passed = Math.max(0, Math.min(day.to, now) - day.from);
    total.good += counted.good;
    total.total += counted.total;
    total.buckets += buckets;
    excludedMinutes += passed - minutes;
    countedMinutes += minutes;
    return {
      day: day.day,
      good: counted.good / unit,
      total: counted.total / unit,
      sli: sli(counted),
      countedMinutes: minutes,
      measuredMinutes: buckets,
      excludedMinutes: passed - minutes,
    };
  });
  const ratio = sli(total);
  return {
    contract,
    month,
    state: now < whole.to ? 'running' : 'open',
    from: startOfMinute(whole.from).toISOString(),
    to: startOfMinute(whole.to).toISOString(),
    good: total.good / unit,
    total: total.total / unit,
    sli: ratio,
    isTargetMet: isTargetMet(total, targetPpbOf(contract)),
    creditPercent: slaCreditPercent(ratio, contract.credits),
    coverage: countedMinutes > 0 ? total.buckets / countedMinutes : 0,
    excludedMinutes,
    exclusions: plan.exclusions,
    days,
  };
}

/** Nine digits are kept; whoever agrees on more is held to a little more. */
function targetPpbOf({ target }: SlaContract): number {
  return toPartsPerBillion(target) ?? Math.ceil(target * 1e9);
}

function ceilTo(minute: number, size: number): number {
  return Math.ceil(minute / size) * size;
}

function nameOf(plan: ReportPlan, what: string, day: string): string {
  return `${plan.contract.id} ${what} ${day}`;
}
