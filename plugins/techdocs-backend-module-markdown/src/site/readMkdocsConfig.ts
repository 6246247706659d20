import { isRecord } from '@atrium/common';
import { readYaml } from '@atrium/common/yaml';
import { InputError } from '@backstage/errors';
import path from 'node:path';
import { formatSize } from './formatSize';
import {
  harmlessKeys,
  ignoredOptions,
  knownExtensions,
  knownPlugins,
  normalizeExtensionName,
  supportedKeys,
} from './mkdocsVocabulary';
import type { BlogSettings } from './readBlogSettings';
import { readBlogSettings } from './readBlogSettings';
import { readDialect } from './readDialect';
import type { SnippetSettings } from './readSnippetSettings';
import type { Redirect } from './readRedirects';
import { readRedirects } from './readRedirects';
import { readSnippetSettings } from './readSnippetSettings';
import type { TagSettings } from './readTagSettings';
import { readTagSettings } from './readTagSettings';
import { readZensicalConfig } from './readZensicalConfig';
import type { MarkdownDialect } from '../markdown/MarkdownDialect';
import type { SiteWarning } from '../markdown/SiteWarning';
import type { SourceFolder } from './SourceFolder';

/** What is used of mkdocs.yml, already checked. */
export interface MkdocsConfig {
  /** Name of the file that was read, if there is one. */
  fileName: string | undefined;
  siteName: string | undefined;
  siteDescription: string | undefined;
  /** Folder of the documentation, relative to the repository, with `/`. */
  docsDir: string;
  /** The `nav` list as parsed YAML; buildNavigation checks it. */
  nav: unknown[] | undefined;
  /** Patterns of files that are not published, as in `.gitignore`. */
  excludeDocs: string | undefined;
  /** Patterns of pages that the navigation made from folders leaves out. */
  notInNav: string | undefined;
  /** With literate-nav: the file whose list is the order of its folder. */
  literateFile: string | undefined;
  /** `implicit_index` of literate-nav: an index that its list does not name is first. */
  hasImplicitIndex: boolean;
  /** `navigation.indexes`: the title of a section leads to its index page. */
  hasSectionIndexes: boolean;
  /** The blog of the site, when it has one. */
  blog: BlogSettings | undefined;
  /** The tags of pages, when the site has any. */
  tags: TagSettings | undefined;
  /** Old addresses of pages. */
  redirects: Redirect[];
  repoUrl: string | undefined;
  editUri: string | undefined;
  editUriTemplate: string | undefined;
  /** What the extensions switch on. */
  dialect: MarkdownDialect;
  /** `pymdownx.snippets`: where snippets are, and what is below every page. */
  snippets: SnippetSettings;
  warnings: SiteWarning[];
}

type YamlMap = Record<string, unknown>;

/** Where the settings of a site are, the first that is there. */
export const SETTINGS_FILES = ['mkdocs.yaml', 'mkdocs.yml', 'zensical.toml'];
const MAX_CONFIG_BYTES = 256_000;
export const DEFAULT_DOCS_DIR = 'docs';

function optionalString(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

function httpUrl(value: unknown): string | undefined {
  const text = optionalString(value);
  return text && /^https?:\/\//i.test(text) ? text : undefined;
}

/** More lines than this would only make matching slow. */
const MAX_PATTERNS = 500;

function patterns(...values: unknown[]): string | undefined {
  const lines = values
    .flatMap(value => optionalString(value)?.split('\n') ?? [])
    .slice(0, MAX_PATTERNS);
  return lines.length > 0 ? lines.join('\n') : undefined;
}

/** Lists and maps are both allowed for plugins and extensions. */
function namedOptions(value: unknown): Map<string, YamlMap> {
  const result = new Map<string, YamlMap>();
  const add = (name: string, options: unknown) =>
    result.set(name, isRecord(options) ? options : {});
  for (const item of Array.isArray(value) ? value : [value]) {
    if (typeof item === 'string') {
      add(item, undefined);
    } else if (isRecord(item)) {
      for (const [name, options] of Object.entries(item)) {
        add(name, options);
      }
    }
  }
  return result;
}

function parseSettings(fileName: string, text: string): YamlMap {
  return fileName.endsWith('.toml')
    ? readZensicalConfig(fileName, text)
    : parseYaml(fileName, text);
}

/** Publishes each version as a site of its own, on a branch of built pages. */
const VERSIONS_PLUGIN = 'mike';

/** Looking for the lines of more findings would take long. */
const MAX_LOCATED = 100;

/** The line that names a setting, as far as it can be told from the text. */
function lineOf(text: string, name: string): number | undefined {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(
    `^\\s*(?:-\\s+|\\[.*\\b)?["']?${escaped}["']?\\s*(?:[:=\\]]|$)`,
  );
  const index = text.split('\n').findIndex(line => pattern.test(line));
  return index < 0 ? undefined : index + 1;
}

function parseYaml(fileName: string, text: string): YamlMap {
  // Tags such as !!python/name stay what they are written as: text.
  const [document] = readYaml(text, { hasMergeKeys: true, ignoresTags: true });
  const [problem] = document?.problems ?? [];
  if (problem?.kind === 'aliases') {
    throw new InputError(`'${fileName}' uses too many YAML aliases`);
  }
  if (problem) {
    const { line, column } = problem.position;
    throw new InputError(
      `'${fileName}' is not valid YAML at line ${line}, column ${column}: ${problem.message}`,
    );
  }
  const content = document?.value ?? {};
  if (!isRecord(content)) {
    throw new InputError(`'${fileName}' must be a map of settings`);
  }
  return content;
}

function readDocsDir(fileName: string, value: unknown): string {
  const text = optionalString(value) ?? DEFAULT_DOCS_DIR;
  const normalized = path.posix.normalize(text.replaceAll('\\', '/'));
  const isOutside =
    path.posix.isAbsolute(normalized) ||
    normalized === '..' ||
    normalized.startsWith('../') ||
    /^[a-z]:/i.test(normalized);
  if (isOutside) {
    throw new InputError(
      `'docs_dir: ${text}' in '${fileName}' must name a folder inside the repository`,
    );
  }
  return normalized.replace(/\/+$/, '') || '.';
}

function collectWarnings(
  fileName: string,
  content: YamlMap,
  text: string,
): SiteWarning[] {
  const warnings: SiteWarning[] = [];
  const warn = (message: string, name: string) => {
    const line = warnings.length < MAX_LOCATED ? lineOf(text, name) : undefined;
    warnings.push({
      kind: 'configuration',
      message,
      page: fileName,
      ...(line === undefined ? {} : { line }),
    });
  };

  for (const key of Object.keys(content)) {
    if (!supportedKeys.has(key) && !harmlessKeys.has(key)) {
      warn(`'${key}' in ${fileName} is not supported and was ignored`, key);
    }
  }
  if (isRecord(content.theme) && content.theme.custom_dir !== undefined) {
    warn(
      `'theme.custom_dir' in ${fileName} is not supported and was ignored`,
      'custom_dir',
    );
  }
  if (content.use_directory_urls === false) {
    warn(
      `'use_directory_urls: false' in ${fileName} was ignored`,
      'use_directory_urls',
    );
  }
  for (const [name, options] of namedOptions(content.plugins)) {
    for (const option of ignoredOptions[name] ?? []) {
      if (options[option] !== undefined && options[option] !== false) {
        warn(
          `'${option}' of plugin '${name}' in ${fileName} is not supported and was ignored`,
          option,
        );
      }
    }
    if (name === VERSIONS_PLUGIN) {
      warn(
        `Versions of '${name}' in ${fileName} are not shown: the portal has the documentation of one branch`,
        name,
      );
    } else if (!knownPlugins.has(name)) {
      warn(
        `Plugin '${name}' in ${fileName} is not supported and was ignored`,
        name,
      );
    }
  }
  for (const name of namedOptions(content.markdown_extensions).keys()) {
    if (!knownExtensions.has(normalizeExtensionName(name))) {
      warn(
        `Markdown extension '${name}' in ${fileName} is not supported and was ignored`,
        name,
      );
    }
  }
  for (const key of ['repo_url', 'edit_uri_template']) {
    const value = optionalString(content[key]);
    const isRelativeTemplate = key === 'edit_uri_template';
    if (value && !isRelativeTemplate && !httpUrl(value)) {
      warn(
        `'${key}' in ${fileName} is not an http address and was ignored`,
        key,
      );
    }
  }
  return warnings;
}

function toConfig(fileName: string, content: YamlMap, text = ''): MkdocsConfig {
  const warnings = collectWarnings(fileName, content, text);
  const extensions = new Map<string, YamlMap>();
  for (const [name, options] of namedOptions(content.markdown_extensions)) {
    extensions.set(normalizeExtensionName(name), options);
  }
  if (content.nav !== undefined && !Array.isArray(content.nav)) {
    warnings.push({
      kind: 'navigation',
      message: `'nav' in ${fileName} is not a list; the navigation was made from the folders`,
      page: fileName,
    });
  }
  const plugins = namedOptions(content.plugins);
  const literate = plugins.get('literate-nav');
  return {
    fileName,
    siteName: optionalString(content.site_name),
    siteDescription: optionalString(content.site_description),
    docsDir: readDocsDir(fileName, content.docs_dir),
    nav: Array.isArray(content.nav) ? content.nav : undefined,
    excludeDocs: patterns(content.exclude_docs, content.draft_docs),
    notInNav: patterns(content.not_in_nav),
    literateFile:
      literate && (optionalString(literate.nav_file) ?? 'SUMMARY.md'),
    hasImplicitIndex: literate?.implicit_index === true,
    hasSectionIndexes:
      isRecord(content.theme) &&
      Array.isArray(content.theme.features) &&
      content.theme.features.includes('navigation.indexes'),
    blog: readBlogSettings(plugins.get('blog') ?? plugins.get('material/blog')),
    tags: readTagSettings(plugins.get('tags') ?? plugins.get('material/tags')),
    redirects: readRedirects(plugins.get('redirects')),
    repoUrl: httpUrl(content.repo_url),
    editUri: optionalString(content.edit_uri),
    editUriTemplate: optionalString(content.edit_uri_template),
    dialect: readDialect(extensions, new Set(plugins.keys())),
    snippets: readSnippetSettings(extensions.get('pymdownx.snippets')),
    warnings,
  };
}

/** Reads mkdocs.yml as data. Without one, defaults make a site all the same. */
export function readMkdocsConfig(folder: SourceFolder): MkdocsConfig {
  const present: string[] = [];
  for (const fileName of SETTINGS_FILES) {
    const sizeBytes = folder.fileSize(fileName);
    if (sizeBytes === undefined) {
      continue;
    }
    if (sizeBytes > MAX_CONFIG_BYTES) {
      throw new InputError(
        `'${fileName}' has ${formatSize(sizeBytes)}; at most ${formatSize(
          MAX_CONFIG_BYTES,
        )} are read`,
      );
    }
    present.push(fileName);
  }
  const [fileName, other] = present;
  if (fileName === undefined) {
    return toConfigWithoutFile();
  }
  const { text } = folder.readText(fileName);
  const config = toConfig(fileName, parseSettings(fileName, text), text);
  if (other) {
    config.warnings.push({
      kind: 'configuration',
      message: `Both ${fileName} and ${other} are present; ${other} was ignored`,
      page: other,
    });
  }
  return config;
}

function toConfigWithoutFile(): MkdocsConfig {
  return { ...toConfig('mkdocs.yml', {}), fileName: undefined };
}
