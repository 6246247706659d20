import type { Autoscaler } from '@atrium/plugin-workloads-common';
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
    (status.currentMetrics ?? []).map(metric => [nameOf(metric), metric]),
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
      current: readValue(current.get(nameOf(metric)), 'current'),
      target: readValue(metric, 'target') ?? '',
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
  if (containerResource) {
    return `${containerResource.name} of ${containerResource.container}`;
  }
  return (
    resource?.name ?? (pods ?? object ?? external)?.metric.name ?? metric.type
  );
}

function readValue(
  metric: AutoscalerMetric | undefined,
  side: 'current' | 'target',
): string | undefined {
  const source =
    metric?.resource ??
    metric?.containerResource ??
    metric?.pods ??
    metric?.object ??
    metric?.external;
  const { averageUtilization, averageValue, value } = source?.[side] ?? {};
  return typeof averageUtilization === 'number'
    ? `${averageUtilization}%`
    : averageValue ?? value ?? undefined;
}
