import { entityNotFound, type ScopeOptions } from '@atrium/backend-common';
import type { ResourceInput } from '@atrium/plugin-provisioning-common';
import {
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Whose a resource will be, and whom one has to act for to ask for it. */
export interface RequestOwner {
  ownerRef: string;
  /** The owner, and that of the component where it is another one. */
  actsForRefs: string[];
}

/** Kinds of the catalog that may depend on a resource. */
const DEPENDENT_KINDS = ['component', 'resource'];
const OWNER_KINDS = ['group', 'user'];

/**
 * Finds whose a resource will be: who is named, or else who owns the component.
 *
 * @throws NotFoundError when one of them does not exist or is hidden; InputError
 * when nobody is named, or something that owns nothing
 */
export async function findOwner(
  { entityRef, ownerRef }: Pick<ResourceInput, 'entityRef' | 'ownerRef'>,
  { catalog, ...options }: ScopeOptions & { catalog: CatalogService },
): Promise<RequestOwner> {
  const refs = [entityRef, ownerRef].filter(ref => ref !== undefined);
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: refs },
    options,
  );
  const missing = refs.find((_, index) => !items[index]);
  if (missing) {
    throw entityNotFound(missing);
  }
  checkKind('entityRef', entityRef, DEPENDENT_KINDS);
  checkKind('ownerRef', ownerRef, OWNER_KINDS);
  const [component] = entityRef ? items : [];
  const componentOwner = component && ownerOf(component);
  const owner = ownerRef ?? componentOwner;
  if (!owner) {
    throw new InputError(
      entityRef
        ? `'${entityRef}' has no owner: give 'ownerRef'`
        : "'entityRef' or 'ownerRef' must be given",
    );
  }
  return {
    ownerRef: owner,
    actsForRefs: [...new Set([owner, componentOwner ?? owner])],
  };
}

function checkKind(
  field: string,
  ref: string | undefined,
  kinds: string[],
): void {
  if (ref && !kinds.includes(parseEntityRef(ref).kind)) {
    throw new InputError(`'${field}' must be a ${kinds.join(' or a ')}`);
  }
}

function ownerOf(entity: Entity): string | undefined {
  const relation = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  if (relation) {
    return relation.targetRef;
  }
  const owner = entity.spec?.owner;
  return typeof owner === 'string'
    ? stringifyEntityRef(
        parseEntityRef(owner, {
          defaultKind: 'group',
          defaultNamespace: entity.metadata.namespace,
        }),
      )
    : undefined;
}
