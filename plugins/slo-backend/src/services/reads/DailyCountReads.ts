import type { EntityScope, ScopeOptions } from '@atrium/backend-common';
import type {
  DailyCountQuery,
  DailyCounts,
  SloDefinition,
  SloExclusion,
} from '@atrium/plugin-slo-common';
import type { ExclusionStore } from '../../database/ExclusionStore';
import type { ReadStore } from '../../database/ReadStore';
import type { SeriesStore } from '../../database/SeriesStore';
import { countedUnit } from '../../engine/countedUnit';
import type { EvaluatedObjective } from '../../engine/EvaluatedSlo';
import { type Interval, minuteOf } from '../../engine/Interval';
import { lengthOfAll } from '../../engine/objectiveWindows';
import { partialHours } from '../../engine/splitInterval';
import { subtractBuckets } from '../../engine/subtractBuckets';
import type { SeriesWindows, WindowSums } from '../../engine/WindowSums';
import { type LocalDay, localDays } from './localDays';

interface DailyCountReadsOptions {
  slos: Pick<ReadStore, 'listSlosOf'>;
  series: Pick<SeriesStore, 'listObjectives' | 'sum' | 'findFirstKeptMinute'>;
  exclusions: Pick<ExclusionStore, 'listCurrent'>;
  scope: Pick<EntityScope, 'getEntities'>;
}

interface MeasuredObjective {
  definition: SloDefinition;
  evaluated: EvaluatedObjective;
}

/** By the minute whatever counts, or in buckets that count. */
type DayKind = 'measured' | 'counted';

interface PlannedDay extends LocalDay, Record<DayKind, Interval[]> {
  passedMinutes: number;
}

interface DailyPlan {
  /** Names its windows among those of other plans. */
  index: number;
  objective?: MeasuredObjective;
  exclusions: SloExclusion[];
  days: PlannedDay[];
}

/** Answers what objectives counted by the days of a time zone. */
export class DailyCountReads {
  readonly #options: DailyCountReadsOptions;

  constructor(options: DailyCountReadsOptions) {
    this.#options = options;
  }

  /**
   * One answer for each query, in the order asked.
   *
   * @throws NotFoundError when an entity does not exist or is hidden
   */
  async list(
    queries: DailyCountQuery[],
    options: ScopeOptions,
  ): Promise<DailyCounts[]> {
    const { slos, series, exclusions, scope } = this.#options;
    const refs = [...new Set(queries.map(({ entityRef }) => entityRef))];
    await Promise.all(refs.map(ref => scope.getEntities(ref, options)));
    const [own, excluded] = await Promise.all([
      slos.listSlosOf(refs),
      exclusions.listCurrent(refs),
    ]);
    const objectives = await series.listObjectives(own);
    const now = minuteOf(Date.now());
    const plans = queries.map((query, index) => {
      const slo = own.find(
        ({ entityRef, name }) =>
          entityRef === query.entityRef && name === query.sloName,
      );
      const evaluated =
        slo &&
        objectives
          .get(slo.id)
          ?.objectives.find(
            ({ objective }) =>
              query.objectiveId === undefined ||
              objective.id === query.objectiveId,
          );
      return planDays(query, {
        index,
        objective:
          slo && evaluated
            ? { definition: slo.definition, evaluated }
            : undefined,
        exclusions: excluded,
        now,
      });
    });
    const sums = await series.sum(plans.flatMap(windowsOf));
    // Asked afterwards: what is lost to the sums has gone by then.
    const firstMinute = await series.findFirstKeptMinute();
    return plans.map(plan => toDailyCounts(plan, { sums, firstMinute }));
  }
}

function planDays(
  query: DailyCountQuery,
  options: Pick<DailyPlan, 'index' | 'objective' | 'exclusions'> & {
    now: number;
  },
): DailyPlan {
  const { now, objective } = options;
  const days = localDays(query.firstDay, query.lastDay, query.timeZone);
  const exclusions = options.exclusions.filter(
    ({ entityRef, sloName, kind, from, to }) =>
      entityRef === query.entityRef &&
      (sloName === undefined || sloName === query.sloName) &&
      query.excludedKinds.includes(kind) &&
      minuteOf(from) < days[days.length - 1].to &&
      endMinuteOf(to) > days[0].from,
  );
  const spans = exclusions.map(({ from, to }) => ({
    from: minuteOf(from),
    to: endMinuteOf(to),
  }));
  const size = objective?.evaluated.bucketMinutes ?? 1;
  return {
    index: options.index,
    objective,
    exclusions,
    days: days.map(day => {
      const passed = {
        from: day.from,
        to: Math.max(day.from, Math.min(day.to, now)),
      };
      return {
        ...day,
        passedMinutes: passed.to - passed.from,
        measured: subtractBuckets(passed, spans, 1),
        // Slices belong to the day they begin in, and count once they are over.
        counted: subtractBuckets(
          {
            from: ceilTo(day.from, size),
            to: Math.min(ceilTo(day.to, size), now - (now % size)),
          },
          spans,
          size,
        ),
      };
    }),
  };
}

function windowsOf({ index, objective, days }: DailyPlan): SeriesWindows[] {
  if (!objective) {
    return [];
  }
  const { seriesId, countedSeriesId } = objective.evaluated;
  const windowsBy = (kind: DayKind) =>
    new Map(
      days.flatMap(day => [
        [nameOf(index, kind, day.day), day[kind]],
        [
          nameOf(index, `hours around ${kind}`, day.day),
          hoursAround(day[kind]),
        ],
      ]),
    );
  return [
    { seriesId, windows: windowsBy('measured') },
    { seriesId: countedSeriesId, windows: windowsBy('counted') },
  ];
}

function toDailyCounts(
  plan: DailyPlan,
  { sums, firstMinute }: { sums: WindowSums; firstMinute: number },
): DailyCounts {
  const { index, objective, exclusions, days } = plan;
  // Series are numbered from 1, so what has none is in no sum.
  const { seriesId = 0, countedSeriesId = 0 } = objective?.evaluated ?? {};
  const sumOf = (kind: DayKind, { day }: PlannedDay, prefix = '') =>
    sums.get(
      kind === 'measured' ? seriesId : countedSeriesId,
      nameOf(index, `${prefix}${kind}`, day),
    );
  // Of an hour that nothing was measured in, nothing is lost.
  const isPartLost = (kind: DayKind, day: PlannedDay) =>
    day[kind].flatMap(partialHours).some(({ from }) => from < firstMinute) &&
    sumOf(kind, day, 'hours around ').buckets > 0;
  return {
    unit: objective
      ? countedUnit(objective.evaluated.objective, objective.definition)
      : 1,
    exclusions,
    days: days.map(day => {
      const countedMinutes = lengthOfAll(day.measured);
      const minutes = {
        countedMinutes,
        excludedMinutes: day.passedMinutes - countedMinutes,
      };
      if (isPartLost('measured', day) || isPartLost('counted', day)) {
        return {
          day: day.day,
          good: 0,
          total: 0,
          ...minutes,
          measuredMinutes: 0,
          hasLostMinutes: true,
        };
      }
      const { good, total } = sumOf('counted', day);
      const { buckets } = sumOf('measured', day);
      return {
        day: day.day,
        good,
        total,
        ...minutes,
        measuredMinutes: buckets,
      };
    }),
  };
}

/** The whole hours that spans have a part of only. */
function hoursAround(intervals: Interval[]): Interval[] {
  return intervals.flatMap(partialHours).map(({ from, to }) => ({
    from: from - (from % 60),
    to: ceilTo(to, 60),
  }));
}

function nameOf(index: number, kind: string, day: string): string {
  return `${index} ${kind} ${day}`;
}

function endMinuteOf(time: string): number {
  return Math.ceil(Date.parse(time) / 60_000);
}

function ceilTo(minute: number, size: number): number {
  return Math.ceil(minute / size) * size;
}
