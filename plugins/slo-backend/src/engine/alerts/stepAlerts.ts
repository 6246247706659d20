import {
  type AlertRule,
  alertRules,
  type Counts,
  type SloDefinition,
  type SloObjective,
} from '@atrium/plugin-slo-common';
import { randomUUID } from 'node:crypto';
import type { AlertChange } from './AlertChange';
import { nextAlert } from './nextAlert';
import type { OpenAlert } from './OpenAlert';
import { type MeasuredReading, readNoData, readRule } from './readRule';

/** What decides about the alerts of an objective. */
export interface StepAlertsOptions {
  definition: SloDefinition;
  objectiveId: number;
  objective: SloObjective;
  /** Its alerts that have not been resolved. */
  open: OpenAlert[];
  /** The counts of the last so many minutes. */
  countsOf(minutes: number): Counts;
  /**
   * Whether there is traffic enough to judge by, over as long as the window of
   * the SLO: of a few events, a single bad one would be a fast burn.
   */
  hasEnoughEvents: boolean;
  /** Since when nothing was measured. */
  silentSince: Date;
  /** Since when something could have been measured. */
  watchedSince: Date;
  settings: {
    resolveAfterMs: number;
    resolveBelow: number;
    noDataGraceMs: number;
  };
  now: Date;
}

interface NamedReading {
  name: string;
  rule: AlertRule;
  reading: MeasuredReading;
}

/** Moves the alerts of an objective on, and says which are open after that. */
export function stepAlerts(options: StepAlertsOptions): {
  open: OpenAlert[];
  changes: AlertChange[];
} {
  const open: OpenAlert[] = [];
  const changes: AlertChange[] = [];
  const readings = readAll(options);
  for (const { name, rule, reading } of readings) {
    const known = options.open.find(alert => alert.rule === name);
    const step = nextAlert(known, reading, {
      now: options.now,
      patience: {
        alertAfterMs: rule.alertAfterMinutes * 60_000,
        resolveAfterMs: options.settings.resolveAfterMs,
      },
    });
    const alert = known ?? begin(name, rule, options);
    if (step !== 'none') {
      const { details } = reading;
      changes.push({ step, alert, definedBy: rule, details });
    }
    if (step === 'start-firing' || step === 'fire') {
      open.push({ ...alert, state: 'firing' });
    } else if (
      step !== 'drop' &&
      step !== 'resolve' &&
      (known || step !== 'none')
    ) {
      open.push(alert);
    }
  }
  const names = new Set(readings.map(({ name }) => name));
  for (const alert of options.open.filter(({ rule }) => !names.has(rule))) {
    changes.push({ step: 'resolve', alert });
  }
  return { open, changes };
}

function readAll(options: StepAlertsOptions): NamedReading[] {
  const { definition, objective, countsOf } = options;
  return alertRules(definition, objective).flatMap(rule => {
    const reading = readRule(rule, {
      targetPpb: objective.targetPpb,
      countsOf,
      resolveBelow: options.settings.resolveBelow,
    });
    const isMet = reading.isMet && options.hasEnoughEvents;
    const readings = [{ name: rule.id, rule, reading: { ...reading, isMet } }];
    return rule.alertWhenNoData
      ? [
          ...readings,
          {
            name: `${rule.id}/no-data`,
            rule,
            reading: readNoData(rule, {
              ...options,
              graceMs: options.settings.noDataGraceMs,
            }),
          },
        ]
      : readings;
  });
}

function begin(
  name: string,
  { severity }: AlertRule,
  { objectiveId, now }: StepAlertsOptions,
): OpenAlert {
  return {
    id: randomUUID(),
    objectiveId,
    rule: name,
    severity,
    state: 'pending',
    startedAt: now,
  };
}
