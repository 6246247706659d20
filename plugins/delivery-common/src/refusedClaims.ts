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

/** What the annotations of an entity name without its getting the events. */
export interface RefusedClaims {
  repositories: UnprovenClaim[];
  services: LostService[];
}
