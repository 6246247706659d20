import type { PushedCommit } from '@atrium/git-hosts';

/** The kinds of file that definitions are written in. */
const DEFINITION_FILE = /\.(ya?ml|json|graphqls?|gql|proto)$/i;

/** The newest commit of a push that may have changed an API. */
export function findChangedCommit(
  commits: PushedCommit[],
): PushedCommit | undefined {
  return commits.findLast(({ addedPaths, modifiedPaths }) =>
    [...addedPaths, ...modifiedPaths].some(path => DEFINITION_FILE.test(path)),
  );
}
