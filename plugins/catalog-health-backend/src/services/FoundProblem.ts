import type { Finding } from '@atrium/plugin-catalog-health-common';

/** The file that somebody has to change. */
export interface ProblemPlace {
  /** The page of the file; absent for files beside the portal. */
  url?: string;
  /** The page of its repository, on a host that the portal knows. */
  repositoryUrl?: string;
  /** `owner/name`, to be read. */
  repository: string;
  branch?: string;
  path: string;
}

/** A problem as a sweep finds it. */
export interface FoundProblem {
  finding: Finding;
  place: ProblemPlace;
  /** What the file says of the owner of its entity, as it stands there. */
  statedOwner?: string;
  /** Whether it may pass by itself, as while the catalog is being filled. */
  mayPass: boolean;
}

/** The owner that a problem is given when it is first seen. */
export interface OwnedProblem extends FoundProblem {
  ownerRef: string;
  /** Who hears of it beside its owner. */
  otherRecipientRefs: string[];
}
