import path from 'node:path';

export interface SnippetSettings {
  /** Folders, or single files, relative to the repository, or `PAGE_FOLDER`. */
  basePaths: string[];
  /** Files that stand below every page. */
  appended: string[];
  /** `dedent_subsections`: sections and lines lose the indent that all of them share. */
  isDedented: boolean;
}

/** More than any site has; each is asked for on every page. */
const MAX_PATHS = 20;

/** The folder of the page that is rendered: `!relative` with nothing behind it. */
export const PAGE_FOLDER = '';

function items(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list
    .slice(0, MAX_PATHS)
    .filter((item): item is string => typeof item === 'string');
}

function insideRepository(names: string[]): string[] {
  return names
    .map(item => path.posix.normalize(item).replace(/(?<=.)\/$/, ''))
    .filter(item => item !== '..' && !/^(?:\/|\.\.\/)/.test(item));
}

const VARIABLE = /^\$(config_dir|docs_dir)(?=\/|$)/;

/** What `!relative` says; the tag itself is not read, only what follows it. */
function readBasePaths(value: unknown, docsDir: string): string[] {
  return items(value).flatMap(item =>
    item === PAGE_FOLDER
      ? [PAGE_FOLDER]
      : insideRepository([
          item.replace(VARIABLE, (_whole, name) =>
            name === 'docs_dir' ? docsDir : '.',
          ),
        ]),
  );
}

/** The options of `pymdownx.snippets`, which start at the repository. */
export function readSnippetSettings(
  options: Record<string, unknown> | undefined,
  docsDir: string,
): SnippetSettings {
  return {
    basePaths: readBasePaths(options?.base_path ?? '.', docsDir),
    appended: insideRepository(items(options?.auto_append ?? [])),
    isDedented: options?.dedent_subsections === true,
  };
}
