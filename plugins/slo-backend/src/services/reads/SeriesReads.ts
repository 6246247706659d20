import { words } from '../../sloWords';
import {
  type EntityScope,
  findScopedEntities,
  type ScopeOptions,
} from '@atrium/backend-common';
import type { ScopedPage } from '@atrium/common';
import { compositeTargetPpb } from '../../engine/budget/composite';
import {
  fromPartsPerBillion,
  type heatMapQuerySchema,
  type HeatMapSlo,
  isComposite,
  type seriesQuerySchema,
  type SeriesStep,
  type SloSeries,
} from '@atrium/plugin-slo-common';
import { InputError, NotFoundError } from '@backstage/errors';
import type { z } from 'zod';
import type { ReadStore } from '../../database/ReadStore';
import type { SeriesStore } from '../../database/SeriesStore';
import type { StoredSlo } from '../../database/StoredSlo';
import { minuteOf, startOfMinute } from '../../engine/Interval';
import { planCompositePoints, toCompositePoints } from './compositePoints';
import { lastWeeks, toHeatMapObjective, weekSums } from './heatMapWeeks';
import { planPoints, toPoints } from './seriesPoints';
import type { SloReads } from './SloReads';

interface SeriesReadsOptions {
  reads: Pick<SloReads, 'find'>;
  scope: Pick<EntityScope, 'getEntities'>;
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

  /**
   * An objective step by step, with the budget as it stood; of a composite SLO
   * all together where none is named.
   */
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
      throw words.error(
        InputError,
        words.describe('slo.refusal.tooManySteps', { steps: MAX_POINTS }),
      );
    }
    const { store } = this.#options;
    const stored = (await store.listObjectives([slo])).get(slo.id);
    const { definition } = slo;
    const planOptions = {
      definition,
      exclusions: stored?.exclusions ?? [],
      period,
      stepMinutes: minutes,
      now: minuteOf(Date.now()),
    };
    const objectives = stored?.objectives ?? [];
    const { objectiveId } = query;
    const answer = {
      sloId: slo.id,
      step,
      from: startOfMinute(period.from).toISOString(),
      to: startOfMinute(period.to).toISOString(),
    };
    if (
      objectiveId === undefined &&
      isComposite(definition) &&
      objectives.length > 0
    ) {
      const plan = planCompositePoints(objectives, {
        ...planOptions,
        joinedSeriesId: await store.findJoinedSeries(slo.id),
      });
      return {
        ...answer,
        objectiveId: 'composite',
        target: fromPartsPerBillion(compositeTargetPpb(definition.objectives)),
        points: toCompositePoints(plan, await store.sum(plan.seriesWindows)),
      };
    }
    const evaluated = objectives.find(
      ({ objective }) =>
        objectiveId === undefined || objective.id === objectiveId,
    );
    if (!evaluated) {
      throw new NotFoundError(
        `SLO '${slo.name}' has no objective '${objectiveId ?? ''}'`,
      );
    }
    const plan = planPoints(evaluated, planOptions);
    return {
      ...answer,
      objectiveId: evaluated.objective.id,
      target: evaluated.objective.target,
      points: toPoints(plan, await store.sum(plan.seriesWindows)),
    };
  }

  /** SLOs week by week, those worst off now first. */
  async getHeatMap(
    query: z.output<typeof heatMapQuerySchema>,
    options: ScopeOptions,
  ): Promise<ScopedPage<HeatMapSlo>> {
    const { scope, slos, store } = this.#options;
    const { ownerRef, systemRef, weeks: count, limit, cursor } = query;
    const { entityRefs, skipped } = await findScopedEntities(
      scope,
      [ownerRef, systemRef],
      options,
    );
    const page = await slos.listSlos({ entityRefs, limit, cursor });
    const weeks = lastWeeks(count, minuteOf(Date.now()));
    const stored = await store.listObjectives(page.items);
    const objectivesOf = ({ id }: StoredSlo) => {
      const { objectives = [], exclusions = [] } = stored.get(id) ?? {};
      return objectives.map(evaluated => ({
        sloId: id,
        evaluated,
        exclusions,
      }));
    };
    const sums = await store.sum(
      page.items
        .flatMap(objectivesOf)
        .flatMap(objective => weekSums(objective, weeks)),
    );
    return {
      ...page,
      skipped,
      items: page.items.map(slo => ({
        sloId: slo.id,
        sloName: slo.name,
        displayName: slo.definition.displayName,
        entityRef: slo.entityRef,
        ownerRef: slo.ownerRefs.at(0),
        objectives: objectivesOf(slo).map(objective => {
          const drawn = toHeatMapObjective(objective, weeks, sums);
          const status = slo.status?.objectives.find(
            ({ objectiveId }) => objectiveId === drawn.objectiveId,
          );
          return { ...drawn, alert: status?.alert };
        }),
      })),
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
