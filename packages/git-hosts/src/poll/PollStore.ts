/** How far one list of a repository has been read. */
export interface PollState {
  /** What changed before is known; milliseconds since 1970. */
  since: number;
  /** Of the first page, if asking for it again can be answered by "unchanged". */
  etag?: string;
  /** Set while older pages are being read, which may take several polls. */
  walk?: PollWalk;
}

/** Where reading the older pages goes on. */
export interface PollWalk {
  url: string;
  /** What `since` becomes at the end. */
  since: number;
}

/** Which list of which repository. */
export interface PollKey {
  /** The address of its page. */
  repository: string;
  resource: string;
}

/** Keeps how far has been read, across restarts and replicas. */
export interface PollStore {
  read(key: PollKey): Promise<PollState | undefined>;
  write(key: PollKey, state: PollState): Promise<void>;
}
