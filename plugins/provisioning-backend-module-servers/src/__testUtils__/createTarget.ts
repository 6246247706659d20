import type { CredentialedTarget } from '@atrium/plugin-provisioning-node';
import { createHash, randomUUID } from 'node:crypto';

/** A resource of a type, with passwords of a generation. */
export function createTarget(
  more: Pick<CredentialedTarget, 'type' | 'inputs'> &
    Partial<CredentialedTarget>,
): CredentialedTarget {
  const resourceId = randomUUID();
  return {
    resourceId,
    installationId: 'tests',
    providerName: `orders-${resourceId.slice(0, 8)}`,
    labels: {
      name: 'orders',
      ownerRef: 'group:default/payments',
      environment: 'dev',
    },
    parameters: {},
    fingerprint: 'made-as-asked',
    access: 'granted',
    credentials: {
      generation: 1,
      password: name =>
        createHash('sha256')
          .update(`${resourceId} ${name}`)
          .digest('hex')
          .slice(0, 32),
    },
    ...more,
  };
}
