import type { Applied } from './applyManifests.ts';
import type { ClusterBuilder } from './ClusterBuilder.ts';
import { isPodReady } from './derivePods.ts';
import type { DerivedPod } from './derivePods.ts';
import { formatTime } from './kubernetesTypes.ts';
import { minute } from '../durations.ts';
import type { ManifestOf } from './manifestSchemas.ts';
import { containerUsage } from './podMetrics.ts';
import { parseQuantity } from './quantities.ts';
import { seededInteger } from '../seed.ts';

type Autoscaler = Applied<ManifestOf<'HorizontalPodAutoscaler'>>;

/** How many replicas an autoscaler has settled on. */
export function autoscaledReplicas({ namespace, name, manifest }: Autoscaler) {
  const { minReplicas, maxReplicas } = manifest.spec;
  const upper = minReplicas + Math.ceil((maxReplicas - minReplicas) / 3);
  return seededInteger(
    `replicas:${namespace}/${name}`,
    minReplicas,
    Math.min(upper, maxReplicas),
  );
}

/** An autoscaler whose figures agree with what the metrics API says. */
export function deriveAutoscaler(builder: ClusterBuilder, object: Autoscaler) {
  const { name, namespace, manifest } = object;
  const { spec } = manifest;
  const pods = podsOfTarget(builder, object);
  const isMeasured = pods.some(isPodReady);
  const metadata = builder.metadataOf(object);
  const scaledAt =
    builder.history.epoch -
    seededInteger(`scaled:${namespace}/${name}`, 5 * minute, 600 * minute);
  builder.add({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata,
    spec,
    status: {
      currentReplicas: pods.length,
      desiredReplicas: pods.length,
      lastScaleTime: formatTime(scaledAt),
      currentMetrics: (spec.metrics ?? []).flatMap(({ resource }) => {
        const current = resource && measure(pods, resource.name, builder.now);
        return current
          ? [{ type: 'Resource', resource: { name: resource.name, current } }]
          : [];
      }),
      conditions: [
        {
          type: 'ScalingActive',
          status: isMeasured ? 'True' : 'False',
          reason: isMeasured ? 'ValidMetricFound' : 'FailedGetResourceMetric',
          lastTransitionTime: metadata.creationTimestamp,
        },
      ],
    },
  });
}

function podsOfTarget(
  builder: ClusterBuilder,
  { namespace, manifest }: Autoscaler,
): DerivedPod[] {
  const { kind, name } = manifest.spec.scaleTargetRef;
  const isOfDeployment = kind === 'Deployment';
  return builder.pods.filter(({ metadata }) => {
    const [owner] = metadata.ownerReferences ?? [];
    return (
      metadata.namespace === namespace &&
      owner?.kind === (isOfDeployment ? 'ReplicaSet' : kind) &&
      name === (isOfDeployment ? owner.name.replace(/-[^-]+$/, '') : owner.name)
    );
  });
}

/** Undefined where no pod is ready, or none requests any of it. */
function measure(pods: DerivedPod[], resource: string, now: number) {
  const ready = pods.filter(isPodReady);
  const isCpu = resource === 'cpu';
  let used = 0;
  let requested = 0;
  for (const pod of ready) {
    for (const container of pod.spec.containers) {
      const { cores, bytes } = containerUsage(pod, container, now);
      used += isCpu ? cores : bytes;
      requested += parseQuantity(container.resources.requests?.[resource]) ?? 0;
    }
  }
  const average = used / ready.length;
  return requested === 0
    ? undefined
    : {
        averageUtilization: Math.round((used / requested) * 100),
        averageValue: isCpu
          ? `${Math.round(average * 1000)}m`
          : String(Math.round(average)),
      };
}
