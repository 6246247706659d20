import type { OpenSloMetric } from '@atrium/plugin-slo-common';
import type { OpenSloObjective } from '@atrium/plugin-slo-common';
import type { OpenSloDocumentOf } from '@atrium/plugin-slo-common';
import { isSameValue } from '@atrium/common/yaml';
import {
  newSloForm,
  newSloObjective,
  type SloForm,
  type SloFormAlerting,
  type SloFormMeasure,
  type SloFormObjective,
  type SloFormSource,
  type SloFormSpec,
  type SloFormWindow,
} from './sloForm';
import type { OpenSloSpec } from '@atrium/plugin-slo-common';
import {
  DEFAULT_WINDOW,
  type OpenSloTimeWindow,
} from '@atrium/plugin-slo-common';
import { writeSloForm } from './writeSloForm';

type SloDocument = OpenSloDocumentOf<'SLO'>;

/**
 * Fills a form with an SLO.
 *
 * @returns nothing where the form would drop or change anything: the SLO uses
 * what the form cannot express.
 */
export function readSloForm(document: SloDocument): SloForm | undefined {
  const { metadata, spec } = document;
  const { name, displayName = '', labels, annotations } = metadata;
  const form: SloForm = {
    name,
    displayName,
    description: spec.description ?? '',
    service: spec.service,
    metadata: { labels, annotations },
    measure: toMeasure(spec),
    budgetingMethod: spec.budgetingMethod,
    objectives: spec.objectives.map(toObjective),
    window: toWindow(spec.timeWindow?.[0]),
    alerting: toAlerting(spec),
  };
  // Whatever was not understood is missing in what the form says.
  return isSameValue(writeSloForm(form), document) ? form : undefined;
}

function toMeasure({ indicator, indicatorRef }: OpenSloSpec): SloFormMeasure {
  const { measure } = newSloForm();
  if (!indicator) {
    return { ...measure, kind: 'reference', reference: indicatorRef ?? '' };
  }
  const { thresholdMetric, ratioMetric, description = '' } = indicator.spec;
  const common = {
    ...measure,
    metadata: indicator.metadata,
    description,
    source: toSource(thresholdMetric ?? ratioMetric?.total),
  };
  return thresholdMetric
    ? { ...common, kind: 'threshold', value: specOf(thresholdMetric) }
    : {
        ...common,
        kind: 'ratio',
        numerator: ratioMetric?.bad ? 'bad' : 'good',
        isCounter: ratioMetric?.counter,
        events: specOf(ratioMetric?.bad ?? ratioMetric?.good),
        total: specOf(ratioMetric?.total),
      };
}

function toSource(metric: OpenSloMetric | undefined): SloFormSource {
  const { metricSourceRef, type = '' } = metric?.metricSource ?? {};
  return {
    by: metricSourceRef === undefined ? 'type' : 'dataSource',
    name: metricSourceRef ?? type,
  };
}

function specOf(metric: OpenSloMetric | undefined): SloFormSpec {
  return metric?.metricSource.spec ?? {};
}

function toObjective(objective: OpenSloObjective): SloFormObjective {
  const { displayName = '', op, value, target, targetPercent } = objective;
  const { timeSliceTarget, timeSliceWindow } = objective;
  const empty = newSloObjective();
  return {
    displayName,
    target:
      targetPercent === undefined ? toPercent(target) : `${targetPercent}`,
    writtenAs: targetPercent === undefined ? 'target' : 'targetPercent',
    op: op ?? empty.op,
    value: value === undefined ? '' : `${value}`,
    sliceTarget:
      timeSliceTarget === undefined
        ? empty.sliceTarget
        : toPercent(timeSliceTarget),
    sliceWindow:
      timeSliceWindow === undefined ? empty.sliceWindow : `${timeSliceWindow}`,
  };
}

/** Shifts the point, so that 0.9995 is 99.95 and not nearly that. */
function toPercent(fraction: number | undefined): string {
  return fraction === undefined ? '' : `${Number((fraction * 100).toFixed(7))}`;
}

function toWindow(window: OpenSloTimeWindow | undefined): SloFormWindow {
  const empty = newSloForm().window;
  if (!window) {
    return { ...empty, duration: DEFAULT_WINDOW.duration, isLeftOut: true };
  }
  if (!window.calendar) {
    return { ...empty, duration: window.duration };
  }
  return {
    kind: 'calendar',
    duration: window.duration,
    ...window.calendar,
    ...(window.isRolling === false && { isRolling: false }),
  };
}

function toAlerting({ alertPolicies }: OpenSloSpec): SloFormAlerting {
  const all = alertPolicies ?? [];
  const policies = all.flatMap(item =>
    'alertPolicyRef' in item ? [item.alertPolicyRef] : [],
  );
  if (all.length === 0) {
    return { kind: 'windows', policies };
  }
  return { kind: policies.length > 0 ? 'policies' : 'none', policies };
}
