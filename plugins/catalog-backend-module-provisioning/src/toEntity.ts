import {
  PROVISIONED_RESOURCE_ANNOTATION,
  type ProvisionedResource,
} from '@atrium/plugin-provisioning-common';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  parseEntityRef,
  type ResourceEntity,
} from '@backstage/catalog-model';

/**
 * Whether the catalog has it: from the moment it is ready until it is deleted. What
 * failed is there if it was seen at the provider.
 */
export function isInCatalog({ health, state }: ProvisionedResource): boolean {
  switch (state) {
    case 'ready':
    case 'updating':
    case 'rotating':
    case 'expiring':
    case 'deleting':
      return true;
    case 'failed':
    case 'needs-attention':
      return health !== undefined;
    default:
      return false;
  }
}

/**
 * The entity of a resource.
 *
 * @param options - the system of its components, where they have one
 */
export function toEntity(
  resource: ProvisionedResource,
  { systemRef }: { systemRef?: string } = {},
): ResourceEntity {
  const { catalogRef, entityRefs, environment, id, name, ownerRef, type } =
    resource;
  const ref = parseEntityRef(catalogRef);
  const location = `provisioning:${id}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: ref.name,
      namespace: ref.namespace,
      title: `${name} (${environment})`,
      description: `${type} in ${environment}, plan ${resource.plan}. Made by the portal.`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [PROVISIONED_RESOURCE_ANNOTATION]: id,
      },
      tags: [type],
    },
    spec: {
      type,
      owner: ownerRef,
      ...(systemRef && { system: systemRef }),
      ...(entityRefs.length > 0 && { dependencyOf: entityRefs }),
    },
  };
}
