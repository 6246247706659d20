import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To use the Kubernetes proxy for anything but reading pod logs and events.
 */
export const kubernetesProxyUnrestrictedPermission = createPermission({
  name: 'kubernetes.proxy.unrestricted',
  attributes: { action: 'update' },
});
