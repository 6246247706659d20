import {
  type Definitions,
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

/** What gives types and plans their titles. */
export type ResourceTitles = Pick<Definitions, 'types' | 'definitions'>;

/**
 * The entity of a resource.
 *
 * @param options - `titles` says what people call its type and its plan; `systemRef`
 * is the system of its components, where they have one
 */
export function toEntity(
  resource: ProvisionedResource,
  { systemRef, titles }: { systemRef?: string; titles: ResourceTitles },
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
      description: describe(resource, titles),
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

/** Everybody reads the same text, so it is in the default language. */
function describe(
  { definition, environment, plan, type }: ProvisionedResource,
  { definitions, types }: ResourceTitles,
): string {
  const typeTitle = types.find(({ name }) => name === type)?.title ?? type;
  const planTitle =
    definitions
      .find(({ name }) => name === definition)
      ?.plans.find(({ name }) => name === plan)?.title ?? plan;
  return `${typeTitle} in ${environment}, plan ${planTitle}. Made by the portal.`;
}
