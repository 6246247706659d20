import path from 'node:path';

export interface SnippetSettings {
  /** Folders, or single files, relative to the repository. */
  basePaths: string[];
  /** Files that stand below every page. */
  appended: string[];
}

/** More than any site has; each is asked for on every page. */
const MAX_PATHS = 20;

function paths(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items
    .slice(0, MAX_PATHS)
    .filter((item): item is string => typeof item === 'string')
    .map(item => path.posix.normalize(item).replace(/\/$/, ''))
    .filter(item => item !== '..' && !/^(?:\/|\.\.\/)/.test(item));
}

/** The options of `pymdownx.snippets`, which start at the repository. */
export function readSnippetSettings(
  options: Record<string, unknown> | undefined,
): SnippetSettings {
  return {
    basePaths: paths(options?.base_path ?? '.'),
    appended: paths(options?.auto_append ?? []),
  };
}
