import { formatDuration, formatMinutes } from '@atrium/plugin-slo-common';
import { isComposite } from '@atrium/plugin-slo-common';
import type {
  SloAlertCondition,
  SloAlertPolicy,
  SloDataSource,
  SloDefinition,
  SloIndicator,
  SloNotificationTarget,
  SloObjective,
  SloQuery,
  SloWindow,
} from '@atrium/plugin-slo-common';
import type { OpenSloMetadata } from '@atrium/plugin-slo-common';
import type {
  OpenSloInlineSli,
  OpenSloMetric,
} from '@atrium/plugin-slo-common';
import type { OpenSloObjective } from '@atrium/plugin-slo-common';
import type { OpenSloDocument } from '@atrium/plugin-slo-common';
import type { OpenSloTimeWindow } from '@atrium/plugin-slo-common';

const apiVersion = 'openslo/v1';

/** Turns a definition back into documents: its DataSources, then the SLO. */
export function definitionToDocuments(
  definition: SloDefinition,
): OpenSloDocument[] {
  return [
    ...definition.dataSources.map(toDataSource),
    {
      apiVersion,
      kind: 'SLO',
      metadata: toMetadata(definition),
      spec: {
        description: definition.description,
        service: definition.service,
        indicator: definition.indicator && toSli(definition.indicator),
        timeWindow: [toTimeWindow(definition.window)],
        budgetingMethod: definition.budgetingMethod,
        objectives: definition.objectives.map(objective =>
          toObjective(objective, isComposite(definition)),
        ),
        alertPolicies:
          definition.alertPolicies.length > 0
            ? definition.alertPolicies.map(toAlertPolicy)
            : undefined,
      },
    },
  ];
}

function toDataSource(source: SloDataSource): OpenSloDocument {
  const { description, type, connectionDetails } = source;
  return {
    apiVersion,
    kind: 'DataSource',
    metadata: toMetadata(source),
    spec: { description, type, connectionDetails },
  };
}

function toSli(indicator: SloIndicator): OpenSloInlineSli {
  return {
    metadata: toMetadata(indicator),
    spec: {
      description: indicator.description,
      ...toMetrics(indicator),
    },
  };
}

function toMetrics(indicator: SloIndicator) {
  switch (indicator.kind) {
    case 'ratio':
      return {
        ratioMetric: {
          counter: indicator.isCounter,
          [indicator.numerator]: toMetric(indicator.events),
          total: toMetric(indicator.total),
        },
      };
    case 'raw':
      return {
        ratioMetric: {
          counter: indicator.isCounter,
          rawType: indicator.rawType,
          raw: toMetric(indicator.raw),
        },
      };
    case 'threshold':
      return { thresholdMetric: toMetric(indicator.query) };
    default:
      return indicator satisfies never;
  }
}

function toMetric({ sourceName, sourceType, spec }: SloQuery): OpenSloMetric {
  return {
    metricSource: {
      ...(sourceName === undefined
        ? { type: sourceType }
        : { metricSourceRef: sourceName }),
      spec,
    },
  };
}

function toObjective(
  objective: SloObjective,
  isPartOfComposite: boolean,
): OpenSloObjective {
  const { displayName, op, value, target, timeSliceTarget } = objective;
  const { timeSliceWindowMinutes, indicator, compositeWeight } = objective;
  return {
    displayName,
    op,
    value,
    target,
    timeSliceTarget,
    timeSliceWindow:
      timeSliceWindowMinutes && formatMinutes(timeSliceWindowMinutes),
    indicator: indicator && toSli(indicator),
    compositeWeight: isPartOfComposite ? compositeWeight : undefined,
  };
}

function toTimeWindow(window: SloWindow): OpenSloTimeWindow {
  const duration = formatDuration(window.duration);
  if (window.kind === 'rolling') {
    return { duration, isRolling: true };
  }
  const { startTime, timeZone } = window;
  return { duration, calendar: { startTime, timeZone }, isRolling: false };
}

function toAlertPolicy(policy: SloAlertPolicy) {
  const { alertWhenBreaching, alertWhenResolved, alertWhenNoData } = policy;
  return {
    kind: 'AlertPolicy' as const,
    metadata: toMetadata(policy),
    spec: {
      description: policy.description,
      alertWhenBreaching,
      alertWhenResolved,
      alertWhenNoData,
      conditions: policy.condition && [toCondition(policy.condition)],
      notificationTargets: policy.notificationTargets.map(toTarget),
    },
  };
}

function toCondition(condition: SloAlertCondition) {
  const { description, severity, op, threshold, alertAfterMinutes } = condition;
  return {
    kind: 'AlertCondition' as const,
    metadata: toMetadata(condition),
    spec: {
      description,
      severity,
      condition: {
        kind: 'burnrate' as const,
        op,
        threshold,
        lookbackWindow: formatMinutes(condition.lookbackMinutes),
        alertAfter: formatMinutes(alertAfterMinutes),
      },
    },
  };
}

function toTarget(target: SloNotificationTarget) {
  return {
    kind: 'AlertNotificationTarget' as const,
    metadata: toMetadata(target),
    spec: {
      description: target.description,
      target: target.target,
    },
  };
}

function toMetadata(of: {
  name: string;
  displayName?: string;
  labels: NonNullable<OpenSloMetadata['labels']>;
  annotations: NonNullable<OpenSloMetadata['annotations']>;
}): OpenSloMetadata {
  const { name, displayName, labels, annotations } = of;
  return {
    name,
    displayName,
    labels: Object.keys(labels).length > 0 ? labels : undefined,
    annotations: Object.keys(annotations).length > 0 ? annotations : undefined,
  };
}
