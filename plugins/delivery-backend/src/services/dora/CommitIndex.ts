const FULL_COMMIT_LENGTH = 40;
const MIN_COMMIT_LENGTH = 7;

/** Finds changes by the commit they made, also by an abbreviated one. */
export class CommitIndex<T extends { commit?: string; mergedAt: number }> {
  readonly #byCommit = new Map<string, T>();

  constructor(changes: T[]) {
    for (const change of changes) {
      if (change.commit) {
        const present = this.#byCommit.get(change.commit);
        // Two changes that made one commit: it was there with the first.
        if (!present || change.mergedAt < present.mergedAt) {
          this.#byCommit.set(change.commit, change);
        }
      }
    }
  }

  /** The change that made a commit; none when an abbreviation fits several. */
  find(commit?: string): T | undefined {
    if (!commit) {
      return undefined;
    }
    const exact = this.#byCommit.get(commit);
    if (
      exact ||
      commit.length >= FULL_COMMIT_LENGTH ||
      commit.length < MIN_COMMIT_LENGTH
    ) {
      return exact;
    }
    const fitting = [...this.#byCommit].filter(([full]) =>
      full.startsWith(commit),
    );
    return fitting.length === 1 ? fitting[0][1] : undefined;
  }
}
