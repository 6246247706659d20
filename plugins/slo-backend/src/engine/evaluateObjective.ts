import { bucketScale } from './budget/minuteCounts';
import {
  budgetRemaining,
  burnRate,
  type Counts,
  indicatorOf,
  type ObjectiveStatus,
  sli,
} from '@atrium/plugin-slo-common';
import { objectiveState } from './budget/objectiveState';
import { projectExhaustion } from './budget/projectExhaustion';
import type { AlertChange } from './alerts/AlertChange';
import { statusOfAlerts } from './alerts/statusOfAlerts';
import { stepAlerts } from './alerts/stepAlerts';
import { countedUnit } from './countedUnit';
import type { EvaluatedObjective, EvaluatedSlo } from './EvaluatedSlo';
import { minuteOf, startOfMinute } from './Interval';
import { lengthOfAll, type ObjectiveWindows } from './objectiveWindows';
import type { WindowSum } from './WindowSums';

/** What the portal has decided for all SLOs. */
export interface EvaluationSettings {
  minimumEvents: number;
  atRiskBelow: number;
  resolveAfterMs: number;
  resolveBelow: number;
  noDataGraceMs: number;
}

/** The sums of the spans of time of an objective. */
export interface ObjectiveSums {
  slo: WindowSum;
  measured: WindowSum;
  traffic: WindowSum;
  /** By their length in minutes. */
  burn: Map<number, WindowSum>;
}

/** How an objective stands, and what changes about its alerts. */
export interface EvaluatedStatus {
  status: ObjectiveStatus;
  alertChanges: AlertChange[];
}

interface EvaluateOptions {
  slo: EvaluatedSlo;
  windows: ObjectiveWindows;
  sums: ObjectiveSums;
  settings: EvaluationSettings;
  /** Since when the portal looks at SLOs without a break. */
  watchingSince: Date;
  now: Date;
}

const NOTHING: Counts = { good: 0, total: 0 };
const PROJECTED_FROM_MINUTES = 60;

/** Judges an objective by its counts. */
export function evaluateObjective(
  evaluated: EvaluatedObjective,
  options: EvaluateOptions,
): EvaluatedStatus {
  const { slo, windows, sums, settings, watchingSince, now } = options;
  const { definition } = slo;
  const { objective } = evaluated;
  const { targetPpb } = objective;
  const scale = bucketScale(indicatorOf(definition, objective));
  const events = sums.measured.total / scale;
  const minimumEvents = definition.minimumEvents ?? settings.minimumEvents;
  const countsOf = (minutes: number) => sums.burn.get(minutes) ?? NOTHING;

  const alerts = stepAlerts({
    definition,
    objectiveId: evaluated.id,
    objective,
    open: slo.alerts.filter(({ objectiveId }) => objectiveId === evaluated.id),
    countsOf,
    // Not those of the window: where a calendar window begins, nobody would hear
    // of an outage until enough events have come.
    hasEnoughEvents: sums.traffic.total / scale >= minimumEvents,
    silentSince: silentSince(evaluated, slo, now),
    watchedSince: new Date(
      Math.max(slo.definedSince.getTime(), watchingSince.getTime()),
    ),
    settings,
    now,
  });
  const remaining = budgetRemaining(sums.slo, targetPpb);
  const { bounds } = windows;
  const window = {
    from: bounds.from.toISOString(),
    to: bounds.to.toISOString(),
    end: bounds.end.toISOString(),
    excludedMinutes: windows.excludedMinutes,
  };
  const unit = countedUnit(objective, definition);
  const isCounted = sums.slo.buckets > 0;
  const minutes = lengthOfAll(windows.measured);
  return {
    alertChanges: alerts.changes,
    status: {
      objectiveId: objective.id,
      displayName: objective.displayName,
      target: objective.target,
      state: objectiveState({
        counts: sums.slo,
        targetPpb,
        measuredMinutes: sums.measured.buckets,
        events,
        minimumEvents,
        isAlerting: alerts.open.some(({ state }) => state === 'firing'),
        atRiskBelow: settings.atRiskBelow,
      }),
      ...window,
      good: isCounted ? sums.slo.good / unit : undefined,
      total: isCounted ? sums.slo.total / unit : undefined,
      sli: sli(sums.slo),
      budgetRemaining: remaining,
      burnRates: [...sums.burn].map(([windowMinutes, counts]) => ({
        windowMinutes,
        burnRate: burnRate(counts, targetPpb),
      })),
      projectedExhaustion: projectExhaustion({
        budgetRemaining: remaining,
        burnRate: burnRate(countsOf(PROJECTED_FROM_MINUTES), targetPpb),
        window,
      }),
      lastDataAt: evaluated.lastDataAt?.toISOString(),
      coverage: minutes > 0 ? sums.measured.buckets / minutes : 0,
      alert: statusOfAlerts(alerts.open),
    },
  };
}

/**
 * Since when nothing is heard of an objective. Nobody waits for what has only
 * just been defined, nor during a maintenance.
 */
function silentSince(
  { lastDataAt, measuredSince }: EvaluatedObjective,
  { exclusions }: EvaluatedSlo,
  now: Date,
): Date {
  const present = minuteOf(now);
  const times = exclusions
    .filter(({ from }) => from <= present)
    .map(({ to }) => startOfMinute(Math.min(to, present)).getTime());
  return new Date(Math.max((lastDataAt ?? measuredSince).getTime(), ...times));
}
