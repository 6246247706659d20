/** A site as the catalog describes it. */
export interface DiscoveredSite {
  entityRef: string;
  /** Changes with everything in the entity that decides how a site is built. */
  fingerprint: string;
  /** Repository that the site is built from; undefined for a local folder. */
  repositoryUrl: string | undefined;
}

/** A site that this replica builds for the time being. */
export interface ClaimedSite {
  entityRef: string;
  revision: number;
  /** Attempts since the last success or change, this one not counted. */
  attemptCount: number;
}

export interface SynchronizeResult {
  addedCount: number;
  changedCount: number;
  removedCount: number;
}

/** How an attempt ended, and when the site is looked at next. */
export interface AttemptResult {
  isSuccess: boolean;
  error?: string;
  nextInSeconds: number;
}

/** What has to be built, shared by all replicas. */
export interface PrebuildStore {
  /** Takes over what the catalog holds; new and changed sites become due. */
  synchronize(sites: DiscoveredSite[]): Promise<SynchronizeResult>;
  /** Makes the sites of these repositories due, and says how many there are. */
  markChanged(repositoryUrls: string[]): Promise<number>;
  /** Takes the site that has been due longest, so that no other replica does. */
  claim(leaseSeconds: number): Promise<ClaimedSite | undefined>;
  /** Ends a claim. What changed meanwhile stays due. */
  finish(site: ClaimedSite, result: AttemptResult): Promise<void>;
  /** Ends a claim as if it had not been. */
  release(site: ClaimedSite): Promise<void>;
}
