/** Where the walk through the APIs of the catalog is. */
export interface Sweep {
  /** Walks are counted, so that what one did not meet can be told. */
  number: number;
  /** Where the catalog goes on. */
  cursor?: string;
}

/** An API as it was last looked at. */
export interface SeenApi {
  etag?: string;
  textHash?: string;
}

/** Remembers which APIs were looked at, and where to go on. */
export interface SweepStore {
  getSweep(): Promise<Sweep>;
  saveSweep(sweep: Sweep): Promise<void>;
  /** What is known of APIs, by their refs; those never seen are missing. */
  getSeen(entityRefs: string[]): Promise<Map<string, SeenApi>>;
  /** Notes that a sweep met APIs, which are no longer deleted then. */
  markSeen(entityRefs: string[], sweepNumber: number): Promise<void>;
  /** Notes what an API looked like when nothing is left to do about it. */
  markLookedAt(entityRef: string, seen: Required<SeenApi>): Promise<void>;
  /** Notes that a whole sweep did not meet the rest of the APIs. */
  markUnseenDeleted(sweepNumber: number, now: Date): Promise<void>;
  /** Removes the history of APIs that were deleted before an instant. */
  removeDeleted(before: Date): Promise<number>;
}
