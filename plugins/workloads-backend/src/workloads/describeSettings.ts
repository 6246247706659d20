import {
  runningContainers,
  type WorkloadSettings,
} from '@atrium/plugin-workloads-common';
import { parseImage } from '../kubernetes/parseImage';
import type { Container, PodTemplate } from '../kubernetes/schemas/podTemplate';
import { findDeprecation } from './findDeprecation';
import { idOf, type WorkloadObject } from './WorkloadObject';

type ContainerSettings = WorkloadSettings['containers'][number];

const RESOURCES = ['cpu', 'memory'] as const;

/** What the template of a workload says, whatever its pods do. */
export function describeSettings(
  object: WorkloadObject,
  clusterMinor: number | undefined,
): Omit<WorkloadSettings, 'environment' | 'restarts'> {
  const { cluster, kind, metadata, replicas, template } = object;
  return {
    id: idOf(object),
    cluster,
    namespace: metadata.namespace,
    kind,
    name: metadata.name,
    replicas: replicas?.desired,
    containers: runningContainers(template.spec).map(container =>
      describeContainer(container, template.spec),
    ),
    deprecation: findDeprecation({
      kind,
      apiVersion: metadata.appliedApiVersion,
      clusterMinor,
    }),
  };
}

function describeContainer(
  container: Container,
  pod: PodTemplate['spec'],
): ContainerSettings {
  const { name, image, resources, livenessProbe, readinessProbe } = container;
  const isSet = (group: Record<string, unknown> | null | undefined) =>
    RESOURCES.filter(resource => group?.[resource] !== undefined);
  return {
    name,
    image,
    hasDigest: parseImage(name, image).digest !== undefined,
    hasLivenessProbe: Boolean(livenessProbe),
    hasReadinessProbe: Boolean(readinessProbe),
    requests: isSet(resources?.requests),
    limits: isSet(resources?.limits),
    isNonRootEnforced: isNonRootEnforced(container, pod),
  };
}

/** What a container says goes before what its pod says. */
function isNonRootEnforced(
  { securityContext: own }: Container,
  { securityContext: ofPod }: PodTemplate['spec'],
): boolean {
  const user = own?.runAsUser ?? ofPod?.runAsUser;
  const mustNotBeRoot = own?.runAsNonRoot ?? ofPod?.runAsNonRoot ?? false;
  return user === undefined || user === null ? mustNotBeRoot : user !== 0;
}
