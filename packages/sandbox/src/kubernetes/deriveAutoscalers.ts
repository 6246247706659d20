import type { Applied } from './applyManifests.ts';
import type { ClusterBuilder } from './ClusterBuilder.ts';
import { isPodReady } from './deriveDeployments.ts';
import type { DerivedPod } from './derivePods.ts';
import { formatTime, minute, second } from './kubernetesTypes.ts';
import type { Condition } from './kubernetesTypes.ts';
import type { AutoscalerManifest } from './manifestSchemas.ts';
import { containerUsage } from './podMetrics.ts';
import { parseQuantity } from './quantities.ts';
import { seededInteger } from './seed.ts';

const defaultCpuTarget = 80;

/** How many replicas an autoscaler has settled on. */
export function autoscaledReplicas(
  object: Applied<AutoscalerManifest>,
): number {
  const { minReplicas, maxReplicas } = object.manifest.spec;
  const upper = minReplicas + Math.ceil((maxReplicas - minReplicas) / 3);
  return seededInteger(
    `replicas:${object.namespace}/${object.name}`,
    minReplicas,
    Math.min(upper, maxReplicas),
  );
}

/** An autoscaler whose figures agree with what the metrics API says. */
export function deriveAutoscaler(
  builder: ClusterBuilder,
  object: Applied<AutoscalerManifest>,
) {
  const { spec } = object.manifest;
  const { targetCPUUtilizationPercentage, ...rest } = spec;
  const metrics = spec.metrics ?? [
    {
      type: 'Resource',
      resource: {
        name: 'cpu',
        target: {
          type: 'Utilization',
          averageUtilization:
            targetCPUUtilizationPercentage ?? defaultCpuTarget,
        },
      },
    },
  ];
  const pods = podsOfTarget(builder, object);
  const isMeasured = pods.some(isPodReady);
  const currentMetrics = metrics.flatMap(metric => {
    const name = metric.resource?.name;
    const current =
      name === 'cpu' || name === 'memory'
        ? utilization(pods, name, builder.now)
        : undefined;
    return current ? [{ type: 'Resource', resource: { name, current } }] : [];
  });
  const metadata = builder.metadataOf(object);

  builder.add({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata,
    spec: { ...rest, metrics },
    status: {
      observedGeneration: 1,
      currentReplicas: pods.length,
      desiredReplicas: pods.length,
      ...(isMeasured && { currentMetrics }),
      conditions: autoscalerConditions(isMeasured, metadata.creationTimestamp),
      lastScaleTime: formatTime(
        builder.history.epoch -
          seededInteger(
            `scaled:${object.namespace}/${object.name}`,
            5 * minute,
            600 * minute,
          ),
      ),
    },
  });
}

function podsOfTarget(
  builder: ClusterBuilder,
  object: Applied<AutoscalerManifest>,
): DerivedPod[] {
  const { kind, name } = object.manifest.spec.scaleTargetRef;
  const prefix = kind === 'Deployment' ? 'ReplicaSet' : kind;
  return builder.pods.filter(pod => {
    const owner = pod.metadata.ownerReferences?.[0];
    const ownerName =
      kind === 'Deployment'
        ? owner?.name.slice(0, owner.name.lastIndexOf('-'))
        : owner?.name;
    return (
      pod.metadata.namespace === object.namespace &&
      owner?.kind === prefix &&
      ownerName === name
    );
  });
}

function utilization(
  pods: DerivedPod[],
  resource: 'cpu' | 'memory',
  now: number,
) {
  let used = 0;
  let requested = 0;
  const ready = pods.filter(isPodReady);
  for (const pod of ready) {
    for (const container of pod.spec.containers) {
      const usage = containerUsage(pod, container, now);
      used += resource === 'cpu' ? usage.cores : usage.bytes;
      requested += parseQuantity(container.resources.requests?.[resource]) ?? 0;
    }
  }
  if (requested === 0) {
    return undefined;
  }
  const average = used / ready.length;
  return {
    averageUtilization: Math.round((used / requested) * 100),
    averageValue:
      resource === 'cpu'
        ? `${Math.round(average * 1000)}m`
        : String(Math.round(average)),
  };
}

function autoscalerConditions(
  isMeasured: boolean,
  createdAt: string,
): Condition[] {
  const lastTransitionTime = formatTime(Date.parse(createdAt) + 15 * second);
  const condition = (
    type: string,
    isTrue: boolean,
    because: Pick<Condition, 'reason' | 'message'>,
  ): Condition => ({
    type,
    status: isTrue ? 'True' : 'False',
    lastTransitionTime,
    ...because,
  });
  return [
    condition('AbleToScale', true, {
      reason: 'ReadyForNewScale',
      message: 'recommended size matches current size',
    }),
    isMeasured
      ? condition('ScalingActive', true, {
          reason: 'ValidMetricFound',
          message:
            'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
        })
      : condition('ScalingActive', false, {
          reason: 'FailedGetResourceMetric',
          message:
            'the HPA was unable to compute the replica count: no metrics returned from resource metrics API',
        }),
    condition('ScalingLimited', false, {
      reason: 'DesiredWithinRange',
      message: 'the desired count is within the acceptable range',
    }),
  ];
}
