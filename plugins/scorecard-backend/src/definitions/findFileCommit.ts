import type { GitHosts } from '@atrium/git-hosts';

/** A slow host does not hold up what is published. */
const TIMEOUT_MS = 5_000;

/**
 * The commit that changed a file last.
 *
 * @returns undefined where its host does not tell
 */
export async function findFileCommit(
  source: string,
  gitHosts: Pick<GitHosts, 'openHistory'>,
): Promise<string | undefined> {
  if (!/^https?:\/\//.test(source)) {
    return undefined;
  }
  try {
    const opened = gitHosts.openHistory(source);
    const commit = await opened?.history.findLastCommit(opened.path, {
      ref: opened.branch,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return commit?.id;
  } catch {
    // A version is published whether or not it is known who made it.
    return undefined;
  }
}
