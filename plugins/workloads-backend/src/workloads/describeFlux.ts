import type { GitOpsObject } from '@atrium/plugin-workloads-common';
import type { HelmRelease, Kustomization } from '../kubernetes/schemas/gitOps';
import type { Condition } from '../kubernetes/schemas/podTemplate';
import type { GitOpsCandidate, GitOpsTarget } from './GitOpsCandidate';

/** A Kustomization of Flux. */
export function describeKustomization(
  cluster: string,
  { metadata, spec, status }: Kustomization,
): GitOpsCandidate {
  const { name, namespace } = metadata;
  return {
    metadata,
    object: {
      id: ['kustomization', cluster, namespace, name].join('/'),
      cluster,
      namespace,
      tool: 'flux',
      kind: 'Kustomization',
      name,
      ...readState(status.conditions ?? [], spec.suspend ?? false),
      ...readRevisions(status, status.lastAppliedRevision),
      source: spec.sourceRef?.name,
      path: spec.path,
    },
    targets: (status.inventory?.entries ?? []).flatMap(({ id }) =>
      readInventoryId(id),
    ),
    targetCluster: cluster,
    marks: {
      'kustomize.toolkit.fluxcd.io/name': name,
      'kustomize.toolkit.fluxcd.io/namespace': namespace,
    },
  };
}

/** A HelmRelease of Flux. */
export function describeHelmRelease(
  cluster: string,
  { metadata, spec, status }: HelmRelease,
): GitOpsCandidate {
  const { name, namespace } = metadata;
  const newest = status.history?.[0];
  return {
    metadata,
    object: {
      id: ['helmrelease', cluster, namespace, name].join('/'),
      cluster,
      namespace,
      tool: 'flux',
      kind: 'HelmRelease',
      name,
      ...readState(status.conditions ?? [], spec.suspend ?? false),
      // Since its version 2 it tells what is applied in its history only.
      ...readRevisions(
        status,
        newest?.chartVersion ?? status.lastAppliedRevision,
      ),
      source: newest?.chartName ?? spec.chart?.spec.chart,
      lastSyncedAt: newest?.lastDeployed ?? lastReadyAt(status.conditions),
    },
    targets: [],
    targetCluster: cluster,
    marks: {
      'helm.toolkit.fluxcd.io/name': name,
      'helm.toolkit.fluxcd.io/namespace': namespace,
    },
  };
}

function readRevisions(
  status: (HelmRelease | Kustomization)['status'],
  revision: string | undefined,
) {
  const { lastAttemptedRevision } = status;
  return {
    revision,
    attemptedRevision:
      lastAttemptedRevision === revision ? undefined : lastAttemptedRevision,
    lastSyncedAt: lastReadyAt(status.conditions),
  };
}

function lastReadyAt(
  conditions: Condition[] | null | undefined,
): string | undefined {
  const ready = conditions?.find(({ type }) => type === 'Ready');
  return ready?.lastTransitionTime ?? undefined;
}

/** Ready is all that Flux says; health is part of it. */
function readState(
  conditions: Condition[],
  isSuspended: boolean,
): Pick<GitOpsObject, 'sync' | 'health' | 'message'> {
  const ready = conditions.find(({ type }) => type === 'Ready');
  const message = ready?.message;
  if (isSuspended) {
    return { sync: 'suspended', health: 'suspended', message };
  }
  switch (ready?.status) {
    case 'True':
      return { sync: 'synced', health: 'healthy', message };
    case 'False':
      return ready.reason === 'HealthCheckFailed'
        ? { sync: 'synced', health: 'degraded', message }
        : { sync: 'out-of-sync', health: 'degraded', message };
    case 'Unknown':
      return { sync: 'syncing', health: 'progressing', message };
    default:
      return { sync: 'unknown', health: 'unknown', message };
  }
}

/** `<namespace>_<name>_<group>_<kind>`. */
function readInventoryId(id: string): GitOpsTarget[] {
  const [namespace, name, , kind] = id.split('_');
  return kind ? [{ namespace, name, kind }] : [];
}
