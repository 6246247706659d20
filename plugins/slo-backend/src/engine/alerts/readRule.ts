import {
  type AlertRule,
  type AlertRuleWindow,
  burnRate,
  type Counts,
} from '@atrium/plugin-slo-common';
import { burnRateCompares } from '../budget/burnRateCompares';
import type { RuleReading } from './nextAlert';
import type { AlertDetails } from './OpenAlert';

/** What a rule says about an objective now, and by which figures. */
export type MeasuredReading = RuleReading & { details: AlertDetails };

interface ReadRuleOptions {
  targetPpb: number;
  /** The counts of the last so many minutes. */
  countsOf(minutes: number): Counts;
  /** Below which part of the factor a burn rate counts as gone. */
  resolveBelow: number;
}

interface MeasuredWindow {
  window: AlertRuleWindow;
  isMet: boolean;
  isClear: boolean;
  long?: number;
  short?: number;
}

/** Compares burn rates to a rule: long and short have to agree. */
export function readRule(
  rule: AlertRule,
  options: ReadRuleOptions,
): MeasuredReading {
  const measured = rule.windows.map(window =>
    measureWindow(rule, window, options),
  );
  // The pair that alerts, or the nearest to it.
  const [decisive] = [...measured].sort(
    (a, b) =>
      Number(b.isMet) - Number(a.isMet) ||
      (b.long ?? 0) / b.window.factor - (a.long ?? 0) / a.window.factor,
  );
  return {
    isMet: measured.some(({ isMet }) => isMet),
    isClear: measured.every(({ isClear }) => isClear),
    details: {
      reason: 'burn-rate',
      longWindowMinutes: decisive?.window.longMinutes,
      shortWindowMinutes: decisive?.window.shortMinutes,
      factor: decisive?.window.factor,
      longBurnRate: decisive?.long,
      shortBurnRate: decisive?.short,
    },
  };
}

interface ReadNoDataOptions {
  silentSince: Date;
  watchedSince: Date;
  /** For how long after that silence is no reason to alert. */
  graceMs: number;
  now: Date;
}

/**
 * Whether a rule has nothing to go by, for those that alert about that: nothing
 * was measured for its fastest long window, and it could have been for a while.
 * Minutes without traffic are data. An alert that is there already goes on
 * until there is data, whatever else begins anew.
 */
export function readNoData(
  rule: AlertRule,
  { silentSince, watchedSince, graceMs, now }: ReadNoDataOptions,
): MeasuredReading {
  const minutes = Math.min(
    ...rule.windows.map(({ longMinutes }) => longMinutes),
  );
  const isSilent = now.getTime() - silentSince.getTime() >= minutes * 60_000;
  return {
    isMet: isSilent && now.getTime() - watchedSince.getTime() >= graceMs,
    isClear: !isSilent,
    details: { reason: 'no-data', longWindowMinutes: minutes },
  };
}

function measureWindow(
  { op }: AlertRule,
  window: AlertRuleWindow,
  { targetPpb, countsOf, resolveBelow }: ReadRuleOptions,
): MeasuredWindow {
  const counts = [countsOf(window.longMinutes), countsOf(window.shortMinutes)];
  const isMet = counts.every(one =>
    burnRateCompares(one, targetPpb, {
      op,
      factorFraction: window.factorFraction,
    }),
  );
  const [long, short] = counts.map(one => burnRate(one, targetPpb));
  return { window, isMet, isClear: !isMet && isGone(), long, short };

  /** Without data nothing is known, so nothing is gone either. */
  function isGone(): boolean {
    if (long === undefined && short === undefined) {
      return false;
    }
    if (op === 'lt' || op === 'lte') {
      return true;
    }
    const limit = window.factor * resolveBelow;
    return (long ?? Infinity) < limit || (short ?? Infinity) < limit;
  }
}
