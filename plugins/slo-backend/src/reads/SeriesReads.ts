import type { ScopeOptions } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import {
  type heatMapQuerySchema,
  type HeatMapRow,
  type seriesQuerySchema,
  type SeriesStep,
  type SloSeries,
} from '@atrium/plugin-slo-common';
import { InputError, NotFoundError } from '@backstage/errors';
import type { z } from 'zod';
import type { ReadStore } from '../database/ReadStore';
import type { SeriesStore } from '../database/SeriesStore';
import { minuteOf, startOfMinute } from '../engine/Interval';
import { lastWeeks, toHeatMapRow, weekSums } from './heatMapWeeks';
import { planPoints, toPoints } from './seriesPoints';
import type { SloReads } from './SloReads';

interface SeriesReadsOptions {
  reads: SloReads;
  slos: Pick<ReadStore, 'listSlos'>;
  store: SeriesStore;
}

const STEP_MINUTES: Record<SeriesStep, number> = {
  minute: 1,
  hour: 60,
  day: 1440,
};
const MAX_POINTS = 2_000;

/** Answers how objectives went over time. */
export class SeriesReads {
  readonly #options: SeriesReadsOptions;

  constructor(options: SeriesReadsOptions) {
    this.#options = options;
  }

  /** An objective step by step, with the budget as it stood. */
  async getSeries(
    id: string,
    query: z.output<typeof seriesQuerySchema>,
    options: ScopeOptions,
  ): Promise<SloSeries> {
    const slo = await this.#options.reads.find(id, options);
    const step = query.step ?? fittingStep(query);
    const minutes = STEP_MINUTES[step];
    const period = {
      from: Math.floor(minuteOf(query.from) / minutes) * minutes,
      to: Math.ceil(Date.parse(query.to) / 60_000 / minutes) * minutes,
    };
    if ((period.to - period.from) / minutes > MAX_POINTS) {
      throw new InputError(
        `The period has more than ${MAX_POINTS} steps of a ${step}; choose a longer step`,
      );
    }
    const { store } = this.#options;
    const stored = (await store.listObjectives([slo])).get(slo.id);
    const evaluated = stored?.objectives.find(
      ({ objective }) =>
        query.objectiveId === undefined || objective.id === query.objectiveId,
    );
    if (!stored || !evaluated) {
      throw new NotFoundError(
        `SLO '${slo.name}' has no objective '${query.objectiveId ?? ''}'`,
      );
    }
    const plan = planPoints(evaluated, {
      definition: slo.definition,
      exclusions: stored.exclusions,
      period,
      stepMinutes: minutes,
      now: minuteOf(Date.now()),
    });
    const sums = await store.sum(plan.wanted);
    return {
      sloId: slo.id,
      objectiveId: evaluated.objective.id,
      target: evaluated.objective.target,
      step,
      from: startOfMinute(period.from).toISOString(),
      to: startOfMinute(period.to).toISOString(),
      points: toPoints(plan, sums),
    };
  }

  /** Objectives week by week, those worst off now first. */
  async getHeatMap(
    query: z.output<typeof heatMapQuerySchema>,
    options: ScopeOptions,
  ): Promise<Page<HeatMapRow>> {
    const { reads, slos, store } = this.#options;
    const { ownerRef, systemRef, weeks: count, limit, cursor } = query;
    const page = await slos.listSlos({
      entityRefs: await reads.findEntities([ownerRef, systemRef], options),
      limit,
      cursor,
    });
    const weeks = lastWeeks(count, minuteOf(Date.now()));
    const stored = await store.listObjectives(page.items);
    const objectives = page.items.flatMap(slo => {
      const { objectives: all = [], exclusions = [] } =
        stored.get(slo.id) ?? {};
      return all.map(evaluated => ({ slo, evaluated, exclusions }));
    });
    const sums = await store.sum(
      objectives.flatMap(objective => weekSums(objective, weeks)),
    );
    return {
      ...page,
      items: objectives.map(objective => toHeatMapRow(objective, weeks, sums)),
    };
  }
}

/** Enough points to see something, and no more than can be drawn. */
function fittingStep({ from, to }: { from: string; to: string }): SeriesStep {
  const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000;
  if (hours <= 12) {
    return 'minute';
  }
  return hours <= 35 * 24 ? 'hour' : 'day';
}
