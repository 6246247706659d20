import { isRecord } from '@atrium/common';
import { readYaml } from '@atrium/common/yaml';
import path from 'node:path';
import { words } from '../markdown/docsWords';
import { type SiteWarning, toWarning } from '../markdown/SiteWarning';
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
  /** Whether the rest is ordered by names alone; undefined for pages before folders. */
  order: 'asc' | 'desc' | undefined;
  /** What it says besides, which changes nothing here. */
  warnings: SiteWarning[];
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

const KNOWN_KEYS: ReadonlySet<string> = new Set([
  'title',
  'hide',
  'nav',
  'arrange',
  'order',
]);

/** What stands for all that the other entries do not name. */
const REST = '...';

function readOrder(value: unknown): FolderSettings['order'] {
  return value === 'asc' || value === 'desc' ? value : undefined;
}

function ignoredSettings(
  file: string,
  settings: Record<string, unknown>,
): SiteWarning[] {
  const page = { page: file };
  const { order } = settings;
  const warnings =
    order === undefined || readOrder(order)
      ? []
      : [
          toWarning(
            'navigation',
            words.describe('docs.warning.valueIgnored', {
              setting: `order: ${order}`,
              file,
            }),
            page,
          ),
        ];
  for (const [setting, value] of Object.entries(settings)) {
    if (!KNOWN_KEYS.has(setting) && value !== false && value !== null) {
      warnings.push(
        toWarning(
          'navigation',
          words.describe('docs.warning.settingIgnored', { setting, file }),
          page,
        ),
      );
    }
  }
  return warnings;
}

/** `arrange` of awesome-pages names what comes first, `nav` all that there is. */
function readEntries({ nav, arrange }: Record<string, unknown>) {
  if (Array.isArray(nav)) {
    return nav;
  }
  if (!Array.isArray(arrange)) {
    return undefined;
  }
  return arrange.includes(REST) ? arrange : [...arrange, REST];
}

function toSettings(file: string, text: string): FolderSettings | undefined {
  const [document] = readYaml(text, { ignoresTags: true });
  if (!document || document.problems.length > 0 || !isRecord(document.value)) {
    return undefined;
  }
  const { title, hide, order } = document.value;
  return {
    file,
    title: typeof title === 'string' ? title : undefined,
    isHidden: hide === true,
    entries: readEntries(document.value),
    hasImplicitIndex: false,
    order: readOrder(order),
    warnings: ignoredSettings(file, document.value),
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
      ? {
          file,
          title: undefined,
          isHidden: false,
          entries,
          hasImplicitIndex,
          order: undefined,
          warnings: [],
        }
      : undefined;
  };
  return folderPath => {
    if (!known.has(folderPath)) {
      known.set(folderPath, read(folderPath));
    }
    return known.get(folderPath);
  };
}
