/** An annotation that names a repository which nothing shows to be theirs. */
export interface UnprovenClaim {
  annotation: string;
  /** `host/owner/name`. */
  repository: string;
  /** The repository that the entity comes from, if it comes from one. */
  origin?: string;
}

/** A service that an entity claims and does not get. */
export interface LostService {
  service: string;
  /** Who has it; absent where none of several has a better claim. */
  wonBy?: string;
}

/** A claim to a repository, and whose it is. */
export interface RefusedRepository extends UnprovenClaim {
  /** Components of other owners that it is proven to belong to. */
  heldBy: string[];
}

/** A component of other owners that claims a repository of this one, in vain. */
export interface RivalClaim {
  entityRef: string;
  annotations: string[];
  /** `host/owner/name`. */
  repository: string;
}

/** What components name without getting the events of it. */
export interface RefusedClaims {
  repositories: RefusedRepository[];
  services: LostService[];
  /** Claims of others to what the component has. */
  rivals: RivalClaim[];
}
