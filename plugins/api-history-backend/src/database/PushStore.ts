/** The last commit to a branch that may have changed an API. */
export interface Push {
  /** Web page of the repository. */
  repositoryUrl: string;
  branch: string;
  commit: { id: string; url?: string };
}

/** Remembers which commit a repository was changed by. */
export interface PushStore {
  savePush(push: Push, now: Date): Promise<void>;
  /**
   * The pushes since an instant to the repository that a web address is in, the
   * newest first.
   */
  listPushes(url: string, since: Date): Promise<Push[]>;
  removePushes(before: Date): Promise<number>;
}
