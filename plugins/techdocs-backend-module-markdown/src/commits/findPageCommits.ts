import type { RepositoryCommit } from '@atrium/git-hosts';
import { toError } from '@backstage/errors';
import type { PageFacts } from '../build/pageFacts';
import type { PageCache } from '../build/PageCache';

/** Tells which commit changed a file of the site last. */
type ReadLastCommit = (
  sourcePath: string,
  signal: AbortSignal,
) => Promise<RepositoryCommit | undefined>;

export interface FindPageCommitsOptions {
  cache: Pick<PageCache, 'read' | 'write'>;
  /** What the answers of this site are kept under. */
  cacheKey: string;
  readLastCommit: ReadLastCommit;
  /** Told once when the host does not answer. */
  onProblem(message: string): void;
}

interface KnownCommit {
  sourceHash: string;
  commit: RepositoryCommit;
}

/** Pages that one build asks about; the next one goes on. */
const MAX_QUESTIONS = 100;
const CONCURRENCY = 6;
const MAX_MS = 10_000;

async function readKnown(
  cache: FindPageCommitsOptions['cache'],
  key: string,
): Promise<Map<string, KnownCommit>> {
  const content = await cache.read(key);
  try {
    const entries: [string, KnownCommit][] = content
      ? JSON.parse(new TextDecoder().decode(content))
      : [];
    return new Map(entries);
  } catch {
    // Cut short: the host is asked again.
    return new Map();
  }
}

/**
 * Finds the commit that changed each page last.
 *
 * @remarks
 * A page that has not changed since the host was asked is not asked about
 * again. Publishing never fails for want of an answer, nor waits for long.
 */
export async function findPageCommits(
  pages: PageFacts[],
  options: FindPageCommitsOptions,
): Promise<Map<string, RepositoryCommit>> {
  const { cache, cacheKey, readLastCommit, onProblem } = options;
  const before = await readKnown(cache, cacheKey);
  const known = new Map<string, KnownCommit>();
  const unknown: { sourcePath: string; sourceHash: string }[] = [];
  for (const { sourcePath, sourceHash } of pages) {
    const entry = before.get(sourcePath);
    if (sourceHash === undefined) {
      continue;
    }
    if (entry?.sourceHash === sourceHash) {
      known.set(sourcePath, entry);
    } else {
      unknown.push({ sourcePath, sourceHash });
    }
  }

  const questions = unknown.slice(0, MAX_QUESTIONS);
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(MAX_MS)]);
  const askInTurn = async () => {
    for (
      let question = questions.shift();
      question && !signal.aborted;
      question = questions.shift()
    ) {
      const { sourcePath, sourceHash } = question;
      const commit = await readLastCommit(sourcePath, signal);
      if (commit) {
        known.set(sourcePath, { sourceHash, commit });
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: CONCURRENCY }, askInTurn));
  } catch (error) {
    // One refusal speaks for all: a limit that is used up, or no access.
    stop.abort();
    onProblem(toError(error).message);
  }
  if (unknown.length > 0) {
    const entries = new TextEncoder().encode(JSON.stringify([...known]));
    try {
      await cache.write(cacheKey, entries);
    } catch (error) {
      onProblem(toError(error).message);
    }
  }
  return new Map([...known].map(([key, { commit }]) => [key, commit]));
}
