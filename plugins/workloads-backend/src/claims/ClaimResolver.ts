import {
  type ClusterObject,
  EntityClaims,
} from '@atrium/plugin-workloads-common';
import {
  type ClaimingEntity,
  type ClaimKind,
  digestClaim,
} from './ClaimingEntity';
import type { ClaimProofs } from './ClaimProofs';

interface ClaimResolverOptions {
  entities: ClaimingEntity[];
  proofs: ClaimProofs;
  /** By the digest of a claim. */
  firstSeen: Map<string, Date>;
}

/** Whose an object is. */
export interface Resolution {
  /** Those that it is proven to belong to; all of the same owners. */
  holders: ClaimingEntity[];
  /** Those that claim what the holders hold. */
  rivals: ClaimingEntity[];
  /** Those that claim it while nobody holds it. */
  unconfirmed: ClaimingEntity[];
}

/**
 * Decides which of the claims to an object count.
 *
 * @remarks An id goes before a label selector, as who deployed the object has
 * put the id on it. Among proven claims of different owners the first one counts,
 * so that one that comes later takes nothing away.
 */
export class ClaimResolver {
  readonly #options: ClaimResolverOptions;
  readonly #claims: EntityClaims<ClaimingEntity>;

  constructor(options: ClaimResolverOptions) {
    this.#options = options;
    this.#claims = new EntityClaims(
      options.entities,
      ({ annotations }) => annotations,
    );
  }

  resolve(object: ClusterObject): Resolution {
    const byId = this.#sort(this.#claims.findById(object), 'id');
    const bySelector = this.#sort(
      this.#claims.findBySelector(object),
      'selector',
    ).filter(entity => !byId.includes(entity));
    const isProven = (entity: ClaimingEntity) =>
      this.#options.proofs.isProven(entity, object);

    const isHeldById = byId.some(isProven);
    const [first, ...later] = (isHeldById ? byId : bySelector).filter(isProven);
    if (!first) {
      const unconfirmed = byId.length > 0 ? byId : bySelector;
      return { holders: [], rivals: [], unconfirmed };
    }
    const holders = [
      first,
      ...later.filter(entity => haveSameOwners(entity, first)),
    ];
    const contenders = isHeldById ? byId : [...byId, ...bySelector];
    return {
      holders,
      rivals: contenders.filter(entity => !holders.includes(entity)),
      unconfirmed: [],
    };
  }

  #sort(entities: ClaimingEntity[], kind: ClaimKind): ClaimingEntity[] {
    const ageOf = (entity: ClaimingEntity) =>
      this.#options.firstSeen.get(digestClaim(entity, kind) ?? '')?.getTime() ??
      Infinity;
    return entities
      .map(entity => ({ entity, since: ageOf(entity) }))
      .sort(
        (a, b) =>
          (a.since === b.since ? 0 : a.since - b.since) ||
          (a.entity.entityRef < b.entity.entityRef ? -1 : 1),
      )
      .map(({ entity }) => entity);
  }
}

function haveSameOwners(one: ClaimingEntity, other: ClaimingEntity): boolean {
  return (
    one.ownerRefs.length > 0 &&
    one.ownerRefs.join(' ') === other.ownerRefs.join(' ')
  );
}
