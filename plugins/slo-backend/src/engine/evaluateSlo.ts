import {
  isComposite,
  type ObjectiveStatus,
  sloStateSchema,
  type SloState,
  worstState,
} from '@atrium/plugin-slo-common';
import type { AlertChange } from '../alerts/AlertChange';
import type { WindowSums } from '../database/WindowSums';
import { compositeStatus } from './compositeStatus';
import type { EvaluatedObjective, EvaluatedSlo } from './EvaluatedSlo';
import {
  type EvaluationSettings,
  evaluateObjective,
  type ObjectiveSums,
} from './evaluateObjective';
import { type ObjectiveWindows, objectiveWindows } from './objectiveWindows';
import type { SeriesWindows } from '../database/sumWindows';

/** How an SLO stands, and what changes about its alerts. */
export interface SloEvaluation {
  slo: EvaluatedSlo;
  state: SloState;
  /** Its place among states, worst first. */
  rank: number;
  /** The least of its objectives. */
  budgetRemaining?: number;
  objectives: ObjectiveStatus[];
  composite?: ObjectiveStatus;
  alertChanges: AlertChange[];
}

/** An SLO with the spans of time that it is judged by. */
export interface SloWindows {
  slo: EvaluatedSlo;
  objectives: { evaluated: EvaluatedObjective; windows: ObjectiveWindows }[];
}

/** Works out the spans of time that an SLO is judged by. */
export function windowsOfSlo(slo: EvaluatedSlo, now: Date): SloWindows {
  const { definition, exclusions } = slo;
  return {
    slo,
    objectives: slo.objectives.map(evaluated => ({
      evaluated,
      windows: objectiveWindows(evaluated, { definition, exclusions, now }),
    })),
  };
}

/** What has to be summed up for an SLO. */
export function neededSums({ slo, objectives }: SloWindows): SeriesWindows[] {
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
  const [first] = objectives;
  const { compositeSeriesId } = slo;
  return [
    ...objectives.flatMap(({ evaluated, windows }) => [
      {
        seriesId: evaluated.seriesId,
        windows: new Map([[`${slo.id} measured`, windows.measured]]),
      },
      count(evaluated.countedSeriesId, windows),
    ]),
    // All of its objectives have slices of one length, so windows as well.
    ...(first && compositeSeriesId !== undefined
      ? [count(compositeSeriesId, first.windows)]
      : []),
  ];
}

/** Judges an SLO by its sums. */
export function evaluateSlo(
  { slo, objectives }: SloWindows,
  options: { sums: WindowSums; settings: EvaluationSettings; now: Date },
): SloEvaluation {
  const { settings, now } = options;
  const members = objectives.map(({ evaluated, windows }) => ({
    evaluated,
    windows,
    sums: sumsOf(evaluated, windows),
  }));
  const evaluations = members.map(({ evaluated, windows, sums }) =>
    evaluateObjective(evaluated, { slo, windows, sums, settings, now }),
  );
  const statuses = evaluations.map(({ status }) => status);
  const state = worstState(statuses.map(status => status.state));
  const budgets = statuses.flatMap(status => status.budgetRemaining ?? []);
  return {
    slo,
    state,
    rank: sloStateSchema.options.indexOf(state),
    budgetRemaining: budgets.length > 0 ? Math.min(...budgets) : undefined,
    objectives: statuses,
    composite: isComposite(slo.definition)
      ? compositeStatus(slo.definition, {
          members,
          joined: joinedSums(),
          statuses,
          settings,
          now,
        })
      : undefined,
    alertChanges: evaluations.flatMap(({ alertChanges }) => alertChanges),
  };

  function joinedSums(): ObjectiveSums | undefined {
    const { compositeSeriesId } = slo;
    const [first] = objectives;
    return first && compositeSeriesId !== undefined
      ? sumsOf(
          { ...first.evaluated, countedSeriesId: compositeSeriesId },
          first.windows,
        )
      : undefined;
  }

  function sumsOf(
    { seriesId, countedSeriesId }: EvaluatedObjective,
    windows: ObjectiveWindows,
  ): ObjectiveSums {
    const read = (series: number, name: string) =>
      options.sums.get(series, `${slo.id} ${name}`);
    return {
      slo: read(countedSeriesId, 'slo'),
      measured: read(seriesId, 'measured'),
      burn: new Map(
        [...windows.burn.keys()].map(minutes => [
          minutes,
          read(countedSeriesId, `burn ${minutes}`),
        ]),
      ),
    };
  }
}
