import type { RepositoryPush } from '@atrium/git-hosts';
import type { CatalogScmEvent } from '@backstage/plugin-catalog-node/alpha';

/**
 * What happened to one file; `unclear` when pushes say different things about
 * it, since the order of the commits they list is not defined.
 */
type FileChange = 'created' | 'updated' | 'deleted' | 'unclear';

/**
 * Above this many files the whole branch is refreshed at once: asking for each
 * of them would cost the database more than reading the entities anew.
 */
const MAX_FILES = 500;

/**
 * Hosts cut the list of commits, and not all of them say so. From this many on
 * the list is not relied upon.
 */
const MAX_COMMITS = 30;

/** The kinds of file that `$text`, `$yaml` and `$json` point to. */
const REFERENCED_FILE = /\.(ya?ml|json|graphqls?|gql|proto)$/i;

/**
 * What pushes changed on one branch of one repository.
 */
export class BranchChanges {
  readonly #branchUrl: string;
  readonly #files = new Map<string, FileChange>();
  #isComplete = true;

  /**
   * @param branchUrl - the web page of the branch, which the locations of its
   *   files start with
   */
  constructor(branchUrl: string) {
    this.#branchUrl = branchUrl;
  }

  add({ commits, isNewBranch, totalCommits = 0 }: RepositoryPush): void {
    const isCut =
      commits.length >= MAX_COMMITS || commits.length < totalCommits;
    let fileCount = 0;
    for (const { addedPaths, modifiedPaths, removedPaths } of commits) {
      this.#note(addedPaths, 'created');
      this.#note(modifiedPaths, 'updated');
      this.#note(removedPaths, 'deleted');
      fileCount +=
        addedPaths.length + modifiedPaths.length + removedPaths.length;
    }
    // A push that lists no file has moved the branch to commits that were there
    // before, so it may have changed any.
    if (isCut || isNewBranch || fileCount === 0) {
      this.#isComplete = false;
    }
  }

  /** Whether a file may have come or gone. */
  mayHaveMoved(path: string): boolean {
    const change = this.#files.get(path);
    return !this.#isComplete || (change !== undefined && change !== 'updated');
  }

  /** The events that make the catalog read anew what changed. */
  toScmEvents(): CatalogScmEvent[] {
    const everything: CatalogScmEvent = {
      type: 'repository.updated',
      url: this.#branchUrl,
    };
    if (!this.#isComplete) {
      return [everything];
    }
    const events: CatalogScmEvent[] = [];
    let hasMoves = false;
    for (const [path, change] of this.#files) {
      if (change !== 'unclear') {
        events.push({ type: `location.${change}`, url: this.#urlOf(path) });
      }
      if (change !== 'updated' && REFERENCED_FILE.test(path)) {
        hasMoves = true;
      }
    }
    // An entity that failed for want of a file is not known to depend on it.
    return hasMoves ? [...events, everything] : events;
  }

  #note(paths: string[], change: FileChange): void {
    for (const path of paths) {
      const known = this.#files.get(path);
      this.#files.set(path, known && known !== change ? 'unclear' : change);
    }
    if (this.#files.size > MAX_FILES) {
      this.#isComplete = false;
      this.#files.clear();
    }
  }

  #urlOf(path: string): string {
    const url = new URL(this.#branchUrl);
    url.pathname = `${url.pathname}/${path}`;
    return url.toString();
  }
}
