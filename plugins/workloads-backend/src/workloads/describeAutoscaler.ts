import type {
  Autoscaler,
  AutoscalerValue,
} from '@atrium/plugin-workloads-common';
import { findDeprecation } from './findDeprecation';
import type {
  AutoscalerMetric,
  AutoscalerObject,
} from '../kubernetes/schemas/autoscalers';

/** An autoscaler as people want to see it. */
export function describeAutoscaler(
  object: AutoscalerObject,
  clusterMinor: number | undefined,
): Autoscaler {
  const { metadata, spec, status } = object;
  const desired = status.desiredReplicas ?? 0;
  const current = new Map(
    (status.currentMetrics ?? []).map(metric => [keyOf(metric), metric]),
  );
  // The others, such as ScalingLimited, are true when something is limited.
  const failing = (status.conditions ?? []).find(
    ({ type, status: value }) =>
      ['AbleToScale', 'ScalingActive'].includes(type) && value === 'False',
  );
  return {
    name: metadata.name,
    min: spec.minReplicas ?? 1,
    max: spec.maxReplicas,
    current: status.currentReplicas ?? 0,
    desired,
    isAtMax: desired >= spec.maxReplicas,
    metrics: (spec.metrics ?? []).map(metric => ({
      name: nameOf(metric),
      container: metric.containerResource?.container,
      current: readValue(current.get(keyOf(metric)), 'current'),
      target: readValue(metric, 'target'),
    })),
    problem: failing?.message ?? failing?.reason,
    lastScaledAt: status.lastScaleTime ?? undefined,
    deprecation: findDeprecation({
      kind: 'HorizontalPodAutoscaler',
      apiVersion: metadata.appliedApiVersion,
      clusterMinor,
    }),
  };
}

function nameOf(metric: AutoscalerMetric): string {
  const { resource, containerResource, pods, object, external } = metric;
  return (
    (resource ?? containerResource)?.name ??
    (pods ?? object ?? external)?.metric.name ??
    metric.type
  );
}

function keyOf(metric: AutoscalerMetric): string {
  return JSON.stringify([nameOf(metric), metric.containerResource?.container]);
}

function readValue(
  metric: AutoscalerMetric | undefined,
  side: 'current' | 'target',
): AutoscalerValue | undefined {
  const source =
    metric?.resource ??
    metric?.containerResource ??
    metric?.pods ??
    metric?.object ??
    metric?.external;
  const { averageUtilization, averageValue, value } = source?.[side] ?? {};
  if (typeof averageUtilization === 'number') {
    return { utilization: averageUtilization / 100 };
  }
  const quantity = averageValue ?? value;
  return typeof quantity === 'string' ? { quantity } : undefined;
}
