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
import { subtractBuckets } from '../../engine/subtractBuckets';
import type { SeriesWindows, WindowSums } from '../../engine/WindowSums';
import { type LocalDay, localDays } from './localDays';

interface DailyCountReadsOptions {
  slos: Pick<ReadStore, 'listSlosOf'>;
  series: Pick<SeriesStore, 'listObjectives' | 'sum'>;
  exclusions: Pick<ExclusionStore, 'listCurrent'>;
  scope: Pick<EntityScope, 'getEntities'>;
}

interface MeasuredObjective {
  definition: SloDefinition;
  evaluated: EvaluatedObjective;
}

interface DailyPlan {
  /** Names its windows among those of other plans. */
  index: number;
  objective?: MeasuredObjective;
  exclusions: SloExclusion[];
  days: (LocalDay & {
    measured: Interval[];
    counted: Interval[];
    passedMinutes: number;
  })[];
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
    return plans.map(plan => toDailyCounts(plan, sums));
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
  const windowsBy = (kind: 'measured' | 'counted') =>
    new Map(days.map(day => [nameOf(index, kind, day.day), day[kind]]));
  return [
    { seriesId, windows: windowsBy('measured') },
    { seriesId: countedSeriesId, windows: windowsBy('counted') },
  ];
}

function toDailyCounts(plan: DailyPlan, sums: WindowSums): DailyCounts {
  const { index, objective, exclusions, days } = plan;
  // Series are numbered from 1, so what has none is in no sum.
  const { seriesId = 0, countedSeriesId = 0 } = objective?.evaluated ?? {};
  return {
    unit: objective
      ? countedUnit(objective.evaluated.objective, objective.definition)
      : 1,
    exclusions,
    days: days.map(({ day, measured, passedMinutes }) => {
      const { good, total } = sums.get(
        countedSeriesId,
        nameOf(index, 'counted', day),
      );
      const { buckets } = sums.get(seriesId, nameOf(index, 'measured', day));
      const countedMinutes = lengthOfAll(measured);
      return {
        day,
        good,
        total,
        countedMinutes,
        measuredMinutes: buckets,
        excludedMinutes: passedMinutes - countedMinutes,
      };
    }),
  };
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
