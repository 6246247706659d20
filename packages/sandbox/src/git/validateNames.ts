/** Names that Gitea keeps for itself. */
const reservedNames = new Set(['.', '..', '-']);
const reservedSuffixes = ['.git', '.wiki', '.rss', '.atom'];

/** Gitea's rules for the name of a repository; undefined when it is fine. */
export function findRepositoryNameProblem(name: unknown): string | undefined {
  if (typeof name !== 'string' || name.trim() === '') {
    return '[Name]: Required';
  }
  if (name.length > 100) {
    return '[Name]: MaxSize';
  }
  if (!/^[-.\w]+$/.test(name) || name.includes('..')) {
    return '[Name]: AlphaDashDot';
  }
  const lowerCaseName = name.toLowerCase();
  if (
    reservedNames.has(name) ||
    reservedSuffixes.some(suffix => lowerCaseName.endsWith(suffix))
  ) {
    return `name is reserved [name: ${name}]`;
  }
  return undefined;
}

/** The rules of `git check-ref-format` for a branch. */
export function isValidBranchName(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.length > 0 &&
    name.length <= 200 &&
    name !== '@' &&
    name !== 'HEAD' &&
    !name.startsWith('-') &&
    !name.endsWith('.') &&
    !/\.\.|@\{|[\s~^:?*[\\\p{Cc}]/u.test(name) &&
    name
      .split('/')
      .every(
        part => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'),
      )
  );
}

/**
 * Cleans the path of a file inside a repository.
 *
 * @remarks
 * Returns undefined for a path that no repository may hold: it would leave the
 * checkout of whoever clones it, or reach into its `.git` folder.
 */
export function parseFilePath(path: string): string | undefined {
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  if (trimmed.length > 1000 || /[\\\p{Cc}]/u.test(trimmed)) {
    return undefined;
  }
  if (trimmed === '') {
    return '';
  }
  const isSafe = trimmed
    .split('/')
    .every(
      part =>
        part !== '' &&
        part !== '.' &&
        part !== '..' &&
        !/^(\.git|git~\d+)[ .]*$/i.test(part),
    );
  return isSafe ? trimmed : undefined;
}
