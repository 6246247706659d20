import type { ResourceTarget } from '@atrium/plugin-provisioning-node';
import type { StoredResource } from '../database/StoredResource';

/** What a driver is told of a resource, but for the portal that it is of. */
export type StoredTarget = Omit<ResourceTarget, 'installationId'>;

/** What a driver is told of a resource. */
export function toTarget(resource: StoredResource): StoredTarget {
  return {
    resourceId: resource.id,
    providerName: resource.providerName,
    type: resource.type,
    labels: {
      name: resource.name,
      ownerRef: resource.ownerRef,
      entityRef: resource.entityRefs.at(0),
      environment: resource.environment,
    },
    inputs: resource.inputs,
    parameters: resource.parameters,
    fingerprint: resource.fingerprint,
    access: resource.desired === 'suspended' ? 'suspended' : 'granted',
  };
}
