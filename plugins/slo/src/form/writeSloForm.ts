import { withDecimalPoint } from '@atrium/common';
import {
  fromPartsPerBillion,
  percentToPartsPerBillion,
} from '@atrium/plugin-slo-common';
import type {
  SloForm,
  SloFormAlerting,
  SloFormMeasure,
  SloFormObjective,
  SloFormSource,
  SloFormSpec,
  SloFormWindow,
} from './sloForm';

/** What an indicator is called until the SLO has a name. */
const INDICATOR = 'indicator';

/** A thousand and more, as English groups its digits. */
const GROUPED = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** Ends the name of the policy that an SLO tells nobody by. */
const SILENT = '-silent';

/**
 * Turns what was typed into an SLO document. It may have problems: what is
 * missing is missing, and what is no number is written as it was typed.
 */
export function writeSloForm(form: SloForm): Record<string, unknown> {
  const { name, displayName, description, service, metadata, measure } = form;
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: withoutGaps({
      name,
      displayName: textOf(displayName),
      ...metadata,
    }),
    spec: withoutGaps({
      description: textOf(description),
      service,
      ...(measure.kind === 'reference'
        ? { indicatorRef: measure.reference }
        : { indicator: toIndicator(form) }),
      timeWindow: form.window.isLeftOut ? undefined : [toWindow(form.window)],
      budgetingMethod: form.budgetingMethod,
      objectives: form.objectives.map(objective =>
        toObjective(form, objective),
      ),
      alertPolicies: toPolicies(name, form.alerting),
    }),
  };
}

function toIndicator({ name, measure }: SloForm) {
  const { metadata, description, source } = measure;
  return {
    metadata: { ...metadata, name: metadata.name || name || INDICATOR },
    spec: withoutGaps({
      description: textOf(description),
      ...(measure.kind === 'threshold'
        ? { thresholdMetric: toMetric(source, measure.value) }
        : { ratioMetric: toRatio(measure) }),
    }),
  };
}

function toRatio(measure: SloFormMeasure) {
  const { isCounter, numerator, source, events, total } = measure;
  return withoutGaps({
    counter: isCounter,
    [numerator]: toMetric(source, events),
    total: toMetric(source, total),
  });
}

function toMetric({ by, name }: SloFormSource, spec: SloFormSpec) {
  const given = Object.entries(spec).filter(([, value]) => value !== '');
  return {
    metricSource: {
      ...(by === 'type' ? { type: name } : { metricSourceRef: name }),
      spec: Object.fromEntries(given),
    },
  };
}

function toWindow(window: SloFormWindow) {
  const { kind, duration, startTime, timeZone, isRolling } = window;
  return kind === 'rolling'
    ? { duration, isRolling: true }
    : withoutGaps({ duration, calendar: { startTime, timeZone }, isRolling });
}

function toObjective(
  { measure, budgetingMethod }: SloForm,
  objective: SloFormObjective,
) {
  const { displayName, target, writtenAs } = objective;
  const isThreshold = measure.kind === 'threshold';
  return withoutGaps({
    displayName: textOf(displayName),
    op: isThreshold ? objective.op : undefined,
    value: isThreshold ? limitOf(objective.value) : undefined,
    [writtenAs]:
      writtenAs === 'target' ? fractionOf(target) : percentOf(target),
    timeSliceTarget:
      budgetingMethod === 'Timeslices'
        ? fractionOf(objective.sliceTarget)
        : undefined,
    timeSliceWindow:
      budgetingMethod === 'Occurrences'
        ? undefined
        : numberOf(objective.sliceWindow),
  });
}

function toPolicies(name: string, { kind, policies }: SloFormAlerting) {
  switch (kind) {
    case 'windows':
      return undefined;
    case 'none':
      return [
        {
          kind: 'AlertPolicy',
          metadata: { name: `${name.slice(0, 63 - SILENT.length)}${SILENT}` },
          spec: {
            // eslint-disable-next-line no-restricted-syntax -- A file of a repository, whose language the portal does not choose.
            description: 'Nobody is told.',
            alertWhenBreaching: false,
            alertWhenResolved: false,
          },
        },
      ];
    case 'policies':
      return policies.map(alertPolicyRef => ({ alertPolicyRef }));
    default:
      return kind satisfies never;
  }
}

function textOf(typed: string): string | undefined {
  return typed === '' ? undefined : typed;
}

/** A number; what is none stays as typed, for the check to complain of. */
function numberOf(typed: string): number | string | undefined {
  const value = Number(typed);
  return typed.trim() === '' || !Number.isFinite(value) ? textOf(typed) : value;
}

/** A percentage, with a point or a comma; what is none stays as typed. */
function percentOf(typed: string): number | string | undefined {
  const value = numberOf(withDecimalPoint(typed));
  return typeof value === 'number' ? value : textOf(typed);
}

/**
 * A limit, with a point or a comma. `1,250` stays as typed, for the check to complain
 * of: it can be meant as little more than one or as more than a thousand.
 */
function limitOf(typed: string): number | string | undefined {
  return GROUPED.test(typed.trim()) ? typed : percentOf(typed);
}

/** A percentage as a part of 1, without what floating point adds. */
function fractionOf(typed: string): number | string | undefined {
  const percent = percentOf(typed);
  if (typeof percent !== 'number') {
    return percent;
  }
  const parts = percentToPartsPerBillion(percent);
  return parts === undefined ? percent / 100 : fromPartsPerBillion(parts);
}

/** Keys without a value would be written as null. */
function withoutGaps(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
}
