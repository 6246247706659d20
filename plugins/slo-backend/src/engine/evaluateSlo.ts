import {
  isComposite,
  type ObjectiveStatus,
  type SloState,
  sloStateSchema,
} from '@atrium/plugin-slo-common';
import { worstState } from './budget/objectiveState';
import type { AlertChange } from './alerts/AlertChange';
import { compositeStatus } from './compositeStatus';
import { compositeWindows } from './compositeWindows';
import type { EvaluatedObjective, EvaluatedSlo } from './EvaluatedSlo';
import {
  evaluateObjective,
  type EvaluationSettings,
  type ObjectiveSums,
} from './evaluateObjective';
import { type ObjectiveWindows, objectiveWindows } from './objectiveWindows';
import type { SeriesWindows, WindowSums } from './WindowSums';

/** How an SLO stands, and what changes about its alerts. */
export interface SloEvaluation {
  slo: EvaluatedSlo;
  state: SloState;
  /** Its place among states, worst first. */
  rank: number;
  /** The least of its objectives, and of all together. */
  budgetRemaining?: number;
  objectives: ObjectiveStatus[];
  composite?: ObjectiveStatus;
  alertChanges: AlertChange[];
}

/** An SLO with the spans of time that it is judged by. */
export interface SloWindows {
  slo: EvaluatedSlo;
  objectives: { evaluated: EvaluatedObjective; windows: ObjectiveWindows }[];
  /** Of the joined slices, where it has some. */
  composite?: { seriesId: number; windows: ObjectiveWindows };
}

/** Works out the spans of time that an SLO is judged by. */
export function windowsOfSlo(slo: EvaluatedSlo, now: Date): SloWindows {
  const { definition, exclusions, objectives, compositeSeriesId } = slo;
  const options = { definition, exclusions, now };
  return {
    slo,
    objectives: objectives.map(evaluated => ({
      evaluated,
      windows: objectiveWindows(evaluated, options),
    })),
    composite:
      compositeSeriesId !== undefined && objectives.length > 0
        ? {
            seriesId: compositeSeriesId,
            windows: compositeWindows(objectives, options),
          }
        : undefined,
  };
}

/** What has to be summed up for an SLO. */
export function toSeriesWindows({
  slo,
  objectives,
  composite,
}: SloWindows): SeriesWindows[] {
  const count = (seriesId: number, windows: ObjectiveWindows) => ({
    seriesId,
    windows: new Map([
      [`${slo.id} slo`, windows.slo],
      ...[...windows.burn].map(
        ([minutes, intervals]) =>
          [`${slo.id} burn ${minutes}`, intervals] as const,
      ),
    ]),
  });
  return [
    ...objectives.flatMap(({ evaluated, windows }) => [
      {
        seriesId: evaluated.seriesId,
        windows: new Map([
          [`${slo.id} measured`, windows.measured],
          [`${slo.id} traffic`, windows.traffic],
        ]),
      },
      count(evaluated.countedSeriesId, windows),
    ]),
    ...(composite ? [count(composite.seriesId, composite.windows)] : []),
  ];
}

/** Judges an SLO by its sums. */
export function evaluateSlo(
  { slo, objectives, composite }: SloWindows,
  options: {
    sums: WindowSums;
    settings: EvaluationSettings;
    watchingSince: Date;
    now: Date;
  },
): SloEvaluation {
  const { settings, watchingSince, now } = options;
  const members = objectives.map(({ evaluated, windows }) => ({
    evaluated,
    windows,
    sums: sumsOf({ ...evaluated, windows }),
  }));
  const evaluations = members.map(({ evaluated, windows, sums }) =>
    evaluateObjective(evaluated, {
      slo,
      windows,
      sums,
      settings,
      watchingSince,
      now,
    }),
  );
  const statuses = evaluations.map(({ status }) => status);
  const together = isComposite(slo.definition)
    ? compositeStatus(slo.definition, {
        members,
        joined:
          composite &&
          sumsOf({ ...composite, countedSeriesId: composite.seriesId }),
        statuses,
        settings,
      })
    : undefined;
  const all = together ? [...statuses, together] : statuses;
  const state = worstState(all.map(status => status.state));
  const budgets = all.flatMap(status => status.budgetRemaining ?? []);
  return {
    slo,
    state,
    rank: sloStateSchema.options.indexOf(state),
    budgetRemaining: budgets.length > 0 ? Math.min(...budgets) : undefined,
    objectives: statuses,
    composite: together,
    alertChanges: evaluations.flatMap(({ alertChanges }) => alertChanges),
  };

  function sumsOf({
    seriesId,
    countedSeriesId,
    windows,
  }: Pick<EvaluatedObjective, 'seriesId' | 'countedSeriesId'> & {
    windows: ObjectiveWindows;
  }): ObjectiveSums {
    const read = (series: number, name: string) =>
      options.sums.get(series, `${slo.id} ${name}`);
    return {
      slo: read(countedSeriesId, 'slo'),
      measured: read(seriesId, 'measured'),
      traffic: read(seriesId, 'traffic'),
      burn: new Map(
        [...windows.burn.keys()].map(minutes => [
          minutes,
          read(countedSeriesId, `burn ${minutes}`),
        ]),
      ),
    };
  }
}
