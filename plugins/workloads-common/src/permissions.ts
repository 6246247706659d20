import { createPermission } from '@backstage/plugin-permission-common';

/** See what runs, for an entity and across clusters. */
export const workloadsReadPermission = createPermission({
  name: 'workloads.read',
  attributes: { action: 'read' },
});

/** Restart a workload of an entity, or one of its pods. */
export const workloadsRestartPermission = createPermission({
  name: 'workloads.restart',
  attributes: { action: 'update' },
  resourceType: 'catalog-entity',
});

/** Read what the pods of an entity write to their logs. */
export const kubernetesLogsReadPermission = createPermission({
  name: 'kubernetes.logs.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
});

/** Use the Kubernetes proxy for anything: all logs, all reads, and writes. */
export const kubernetesProxyUnrestrictedPermission = createPermission({
  name: 'kubernetes.proxy.unrestricted',
  attributes: { action: 'update' },
});

/** What the proxy guard adds to the permissions of the stock plugin. */
export const kubernetesGuardPermissions = [
  kubernetesLogsReadPermission,
  kubernetesProxyUnrestrictedPermission,
];

/** The permissions that the workloads backend defines. */
export const workloadsPermissions = [
  workloadsReadPermission,
  workloadsRestartPermission,
];
