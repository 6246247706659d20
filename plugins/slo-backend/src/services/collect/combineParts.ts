import { indicatorOf, type SloQueryPart } from '@atrium/plugin-slo-common';
import {
  type MinuteValues,
  toMinuteCounts,
} from '../../engine/budget/minuteCounts';
import type { SloCollectResult } from '@atrium/plugin-slo-node';
import type {
  CollectedCounts,
  CollectedSeries,
} from '../../database/CollectStore';
import type { MinuteCount } from '../../database/MinuteCount';
import { type Interval, minuteOf, startOfMinute } from '../../engine/Interval';

/** What one query of a series came to. */
export interface CollectedPart {
  part: SloQueryPart;
  result: SloCollectResult;
}

/** Makes counts of what the queries of a series came to. */
export function combineParts(
  series: CollectedSeries,
  { parts, period }: { parts: CollectedPart[]; period: Interval },
): CollectedCounts {
  const { id: seriesId, definition, objective } = series;
  const indicator = indicatorOf(definition, objective);
  const counts: MinuteCount[] = [];
  const problems = parts.flatMap(({ part, result }) =>
    result.problem ? [`The ${part} query: ${result.problem}`] : [],
  );
  let absent = 0;
  for (const [minute, values] of valuesByMinute(parts, period)) {
    if (isIncomplete(parts, values)) {
      continue;
    }
    const counted = toMinuteCounts({ indicator, objective, values });
    if (counted.kind === 'counts') {
      const { good, total } = counted;
      counts.push({ seriesId, minute, good, total });
      absent += counted.isNumeratorAbsent && total > 0 ? 1 : 0;
    } else if (counted.kind === 'problem') {
      problems.push(counted.message);
    }
  }
  const hasFailed = problems.length > 0 && counts.length === 0;
  return {
    seriesId,
    counts,
    collectedUntil: hasFailed ? undefined : knownUntil(parts, period),
    state: Object.fromEntries(
      parts.flatMap(({ part, result }) =>
        result.state === undefined ? [] : [[part, result.state]],
      ),
    ),
    problem: problems.at(0),
    warning:
      absent > 0 && absent === counts.length && indicator.kind === 'ratio'
        ? `Its ${indicator.numerator} events have not been seen lately, which counts as none`
        : undefined,
  };
}

/** In order, and only what was asked for. */
function valuesByMinute(
  parts: CollectedPart[],
  { from, to }: Interval,
): [number, MinuteValues][] {
  const byMinute = new Map<number, MinuteValues>();
  for (const { part, result } of parts) {
    for (const { minute: time, value } of result.minutes) {
      const minute = minuteOf(time);
      if (minute >= from && minute < to) {
        byMinute.set(minute, { ...byMinute.get(minute), [part]: value });
      }
    }
  }
  return [...byMinute].sort(([a], [b]) => a - b);
}

/** Up to where the answers are true, some of the earlier ones being outdated. */
function knownUntil(parts: CollectedPart[], { to }: Interval): Date {
  const outdated = parts.flatMap(({ result }) =>
    result.changedSince === undefined ? [] : [minuteOf(result.changedSince)],
  );
  return startOfMinute(Math.min(to, ...outdated));
}

/** What a failed query did not answer is not known: that is not none. */
function isIncomplete(parts: CollectedPart[], values: MinuteValues): boolean {
  return parts.some(
    ({ part, result }) => result.problem && values[part] === undefined,
  );
}
