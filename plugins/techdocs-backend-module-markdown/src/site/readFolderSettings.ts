import { isRecord } from '@atrium/common';
import { readYaml } from '@atrium/common/yaml';
import path from 'node:path';
import { readLiterateNavigation } from './readLiterateNavigation';
import type { SourceFolder } from './SourceFolder';

/** What a folder of the documentation says about itself. */
export interface FolderSettings {
  /** The file that says it, for the warnings. */
  file: string;
  title: string | undefined;
  isHidden: boolean;
  /** Its entries in order; undefined when it names none. */
  entries: unknown[] | undefined;
  /** Whether its index stands first when no entry names it. */
  hasImplicitIndex: boolean;
}

/** Files of awesome-pages and awesome-nav. */
export const FOLDER_SETTINGS_FILES = ['.nav.yml', '.pages'];

const MAX_BYTES = 64_000;

export interface ReadFolderSettingsOptions {
  docsDir: string;
  /** The file whose list is the order of its folder, with literate-nav. */
  literateFile: string | undefined;
  /** Whether an index that the list does not name stands first. */
  hasImplicitIndex: boolean;
}

function readText(folder: SourceFolder, file: string): string | undefined {
  const sizeBytes = folder.fileSize(file);
  return sizeBytes !== undefined && sizeBytes <= MAX_BYTES
    ? folder.readText(file).text
    : undefined;
}

function toSettings(file: string, text: string): FolderSettings | undefined {
  const [document] = readYaml(text, { ignoresTags: true });
  if (!document || document.problems.length > 0 || !isRecord(document.value)) {
    return undefined;
  }
  const { title, hide, nav, arrange } = document.value;
  const entries = nav ?? arrange;
  return {
    file,
    title: typeof title === 'string' ? title : undefined,
    isHidden: hide === true,
    entries: Array.isArray(entries) ? entries : undefined,
    hasImplicitIndex: false,
  };
}

/**
 * Reads what folders say about their order: `.nav.yml` or `.pages`, or with
 * literate-nav the list of a Markdown file. Each is read once.
 */
export function folderSettingsReader(
  folder: SourceFolder,
  { docsDir, literateFile, hasImplicitIndex }: ReadFolderSettingsOptions,
): (folderPath: string) => FolderSettings | undefined {
  const known = new Map<string, FolderSettings | undefined>();
  const read = (folderPath: string): FolderSettings | undefined => {
    for (const name of FOLDER_SETTINGS_FILES) {
      const file = path.posix.join(docsDir, folderPath, name);
      const text = readText(folder, file);
      const settings = text === undefined ? undefined : toSettings(file, text);
      if (settings) {
        return settings;
      }
    }
    const file = literateFile
      ? path.posix.join(docsDir, folderPath, literateFile)
      : undefined;
    const text = file === undefined ? undefined : readText(folder, file);
    const entries = text === undefined ? [] : readLiterateNavigation(text);
    return file !== undefined && entries.length > 0
      ? { file, title: undefined, isHidden: false, entries, hasImplicitIndex }
      : undefined;
  };
  return folderPath => {
    if (!known.has(folderPath)) {
      known.set(folderPath, read(folderPath));
    }
    return known.get(folderPath);
  };
}
