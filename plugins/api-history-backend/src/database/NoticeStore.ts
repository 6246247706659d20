/** Somebody who is told of a breaking version. */
export interface Notice {
  versionId: string;
  ownerRef: string;
  /** Titles of the components that make the owner a consumer. */
  consumers: string[];
}

/** A notice that has to be sent, and how often that has failed. */
export interface DueNotice extends Notice {
  attempts: number;
}

/** Remembers who was told of which version, and who still has to be. */
export interface NoticeStore {
  /** Ids of breaking versions of which nobody has been told, oldest first. */
  listUnannounced(limit: number): Promise<string[]>;
  /** Notes who has to be told of a version, once. */
  announce(versionId: string, notices: Notice[], now: Date): Promise<void>;
  listDue(now: Date, limit: number): Promise<DueNotice[]>;
  markSent(notice: Notice, now: Date): Promise<void>;
  /** Notes that sending failed; without `nextAttemptAt` it is given up. */
  markFailed(notice: Notice, nextAttemptAt: Date | undefined): Promise<void>;
}
