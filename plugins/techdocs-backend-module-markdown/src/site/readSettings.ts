import { isRecord } from '@atrium/common';
import { readYaml } from '@atrium/common/yaml';
import { InputError } from '@backstage/errors';
import path from 'node:path';
import { words } from '../markdown/docsWords';
import { type SiteWarning, toWarning } from '../markdown/SiteWarning';
import { describeSize } from './describeSize';
import { readZensicalConfig } from './readZensicalConfig';
import type { SourceFolder } from './SourceFolder';

export type SettingsMap = Record<string, unknown>;

/** The settings of a site, with those that it inherits. */
export interface SiteSettings {
  /** Name of the file that they were read from. */
  fileName: string;
  content: SettingsMap;
  /** As the file has it. */
  text: string;
  /** The files that it inherits from. */
  parents: string[];
  warnings: SiteWarning[];
}

/** Where the settings of a site are, the first that is there. */
export const SETTINGS_FILES = ['mkdocs.yaml', 'mkdocs.yml', 'zensical.toml'];
const MAX_CONFIG_BYTES = 256_000;
/** A file that inherits from another that does, and so on. */
const MAX_PARENTS = 5;

function parseSettings(fileName: string, text: string): SettingsMap {
  return fileName.endsWith('.toml')
    ? readZensicalConfig(fileName, text)
    : parseYaml(fileName, text);
}

function parseYaml(fileName: string, text: string): SettingsMap {
  // Tags such as !!python/name stay what they are written as: text.
  const [document] = readYaml(text, {
    hasMergeKeys: true,
    ignoresTags: true,
    takesLastKeys: true,
  });
  const [problem] = document?.problems ?? [];
  if (problem?.kind === 'aliases') {
    throw words.error(
      InputError,
      words.describe('docs.failure.tooManyAliases', { file: fileName }),
    );
  }
  if (problem) {
    const { line, column } = problem.position;
    throw words.error(
      InputError,
      words.describe('docs.failure.columnOfYaml', {
        file: fileName,
        line: String(line),
        column: String(column),
        problem: problem.message,
      }),
    );
  }
  const content = document?.value ?? {};
  if (!isRecord(content)) {
    throw words.error(
      InputError,
      words.describe('docs.failure.noSettingsMap', { file: fileName }),
    );
  }
  return content;
}

function readFile(folder: SourceFolder, fileName: string) {
  const sizeBytes = folder.fileSize(fileName) ?? 0;
  if (sizeBytes > MAX_CONFIG_BYTES) {
    throw words.error(
      InputError,
      words.describe('docs.failure.settingsTooLarge', {
        file: fileName,
        size: describeSize(sizeBytes),
        maxSize: describeSize(MAX_CONFIG_BYTES),
      }),
    );
  }
  const { text } = folder.readText(fileName);
  return { text, content: parseSettings(fileName, text) };
}

/** Maps are put together, and all else is replaced, as mkdocs does. */
function merge(parent: SettingsMap, child: SettingsMap): SettingsMap {
  const merged = { ...parent };
  for (const [key, value] of Object.entries(child)) {
    const inherited = parent[key];
    merged[key] =
      isRecord(inherited) && isRecord(value) ? merge(inherited, value) : value;
  }
  return merged;
}

/** Adds what `INHERIT` names, a file beside or above the one that has it. */
function withParents(
  folder: SourceFolder,
  { fileName, content, text, warnings }: Omit<SiteSettings, 'parents'>,
): SiteSettings {
  const parents: string[] = [];
  let merged = content;
  let file = fileName;
  for (let count = 0; typeof merged.INHERIT === 'string'; count += 1) {
    const { INHERIT: name, ...own } = merged;
    const parent = path.posix.join(path.posix.dirname(file), String(name));
    const isThere =
      count < MAX_PARENTS && folder.fileSize(parent) !== undefined;
    if (!isThere) {
      warnings.push(
        toWarning(
          'configuration',
          words.describe('docs.warning.parentMissing', { file, parent }),
          { page: fileName },
        ),
      );
    }
    merged = isThere ? merge(readFile(folder, parent).content, own) : own;
    file = parent;
    parents.push(parent);
  }
  return { fileName, content: merged, text, parents, warnings };
}

/** Reads the settings of a site; undefined where it has none. */
export function readSettings(folder: SourceFolder): SiteSettings | undefined {
  const [fileName, other] = SETTINGS_FILES.filter(
    name => folder.fileSize(name) !== undefined,
  );
  if (fileName === undefined) {
    return undefined;
  }
  const warnings = other
    ? [
        toWarning(
          'configuration',
          words.describe('docs.warning.settingsFileIgnored', {
            file: fileName,
            other,
          }),
          { page: other },
        ),
      ]
    : [];
  return withParents(folder, {
    ...readFile(folder, fileName),
    fileName,
    warnings,
  });
}
