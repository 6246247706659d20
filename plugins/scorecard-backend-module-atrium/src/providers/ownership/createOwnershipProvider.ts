import { readEntitiesByRef } from '@atrium/backend-common';
import { relationTargets } from '@atrium/common';
import type { OwnershipConfirmation } from '@atrium/plugin-scorecard-common';
import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  RELATION_HAS_MEMBER,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { valuesOf } from '../../facts/describeProvider';
import { daysSince, HOUR_MS } from '../../facts/elapsed';
import { entityPage, urlsFor } from '../../facts/links';
import type { ConfirmationStore } from './ConfirmationStore';
import { ownershipDescription } from './ownershipDescription';

interface OwnershipProviderOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  confirmations: Pick<ConfirmationStore, 'list'>;
}

/** Tells when owners confirmed entities, and who they are. */
export function createOwnershipProvider(
  options: OwnershipProviderOptions,
): FactProvider {
  const { auth, catalog, confirmations } = options;
  return {
    description: ownershipDescription,
    refreshMs: 6 * HOUR_MS,
    batchSize: 500,
    kinds: ['component', 'api', 'resource', 'system'],
    async collect(entities) {
      // Nobody asks: facts are kept for everybody who may see the entity.
      const credentials = await auth.getOwnServiceCredentials();
      const refs = entities.map(entity => stringifyEntityRef(entity));
      const [owners, confirmed] = await Promise.all([
        readEntitiesByRef(
          entities.flatMap(entity =>
            relationTargets(entity, RELATION_OWNED_BY),
          ),
          { catalog, credentials, fields: ['kind', 'relations'] },
        ),
        confirmations.list(refs),
      ]);
      return new Map(
        entities.map((entity, index) => {
          const confirmation = confirmed.get(refs[index]);
          return [refs[index], toFacts(entity, { owners, confirmation })];
        }),
      );
    },
  };
}

function toFacts(
  entity: Entity,
  known: {
    owners: ReadonlyMap<string, Entity>;
    confirmation: OwnershipConfirmation | undefined;
  },
): EntityFacts {
  const ownerRefs = relationTargets(entity, RELATION_OWNED_BY);
  const ownerRef = ownerRefs.find(ref => known.owners.has(ref));
  const owner = ownerRef ? known.owners.get(ownerRef) : undefined;
  // Whoever owned it before has nothing to say any more.
  const confirmation =
    known.confirmation && ownerRefs.includes(known.confirmation.ownerRef)
      ? known.confirmation
      : undefined;
  const values = valuesOf(ownershipDescription, {
    confirmed: confirmation !== undefined,
    confirmedAt: confirmation?.confirmedAt,
    daysSinceConfirmed: confirmation && daysSince(confirmation.confirmedAt),
    members: ownerRef && owner ? countMembers(ownerRef, owner) : undefined,
  });
  return {
    values,
    urls: {
      ...urlsFor(Object.keys(values), entityPage(stringifyEntityRef(entity))),
      ...(ownerRef && { members: entityPage(ownerRef) }),
    },
  };
}

function countMembers(ownerRef: string, owner: Entity): number | undefined {
  switch (parseEntityRef(ownerRef).kind) {
    case 'group':
      return new Set(relationTargets(owner, RELATION_HAS_MEMBER)).size;
    case 'user':
      return 1;
    default:
      return undefined;
  }
}
