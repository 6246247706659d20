/** The commit that changed a file last, as its git host tells it. */
export interface PageCommit {
  id: string;
  /** When it was committed: ISO 8601, UTC. */
  date: string;
  author: string | undefined;
  /** First line of the message. */
  message: string | undefined;
  /** Its page on the git host. */
  url: string | undefined;
}

/**
 * Reads from a git host which commit changed a file last.
 *
 * @returns undefined when the host knows none; throws when it does not answer.
 */
export type ReadLastCommit = (
  filePath: string,
  signal: AbortSignal,
) => Promise<PageCommit | undefined>;
