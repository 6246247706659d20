import { isRecord, type MessageDescriptor } from '@atrium/common';
import { InputError } from '@backstage/errors';
import path from 'node:path';
import {
  harmlessKeys,
  ignoredExtensionOptions,
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
import {
  readSettings,
  type SettingsMap,
  type SiteSettings,
} from './readSettings';
import type { TagSettings } from './readTagSettings';
import { readTagSettings } from './readTagSettings';
import type { MarkdownDialect } from '../markdown/MarkdownDialect';
import { words } from '../markdown/docsWords';
import { type SiteWarning, toWarning } from '../markdown/SiteWarning';
import type { SourceFolder } from './SourceFolder';

/** What is used of mkdocs.yml, already checked. */
export interface MkdocsConfig {
  /** Name of the file that was read, if there is one. */
  fileName: string | undefined;
  siteName: string | undefined;
  siteDescription: string | undefined;
  /** The language that its pages are written in, as HTML names it. */
  language: string | undefined;
  /** Folder of the documentation, relative to the repository, with `/`. */
  docsDir: string;
  /** The `nav` list as parsed YAML; buildNavigation checks it. */
  nav: unknown[] | undefined;
  /** Patterns of files that are not published, as in `.gitignore`. */
  excludeDocs: string | undefined;
  /** Patterns of pages that the navigation made from folders leaves out. */
  notInNav: string | undefined;
  /** With awesome-pages: `...` in `nav` stands for what it does not name. */
  hasNavRest: boolean;
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

export const DEFAULT_DOCS_DIR = 'docs';

function optionalString(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** `language` of Material, or `locale` of the themes of mkdocs, all of which say English. */
function readLanguage(theme: unknown): string {
  const { language, locale } = isRecord(theme) ? theme : {};
  const name = optionalString(language ?? locale) ?? 'en';
  try {
    return Intl.getCanonicalLocales(name.replaceAll('_', '-'))[0];
  } catch {
    return 'en';
  }
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
function namedOptions(value: unknown): Map<string, SettingsMap> {
  const result = new Map<string, SettingsMap>();
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

function readDocsDir(fileName: string, value: unknown): string {
  const text = optionalString(value) ?? DEFAULT_DOCS_DIR;
  const normalized = path.posix.normalize(text.replaceAll('\\', '/'));
  const isOutside =
    path.posix.isAbsolute(normalized) ||
    normalized === '..' ||
    normalized.startsWith('../') ||
    /^[a-z]:/i.test(normalized);
  if (isOutside) {
    throw words.error(
      InputError,
      words.describe('docs.failure.docsDirOutside', {
        folder: text,
        file: fileName,
      }),
    );
  }
  return normalized.replace(/\/+$/, '') || '.';
}

function collectWarnings(
  file: string,
  content: SettingsMap,
  text: string,
): SiteWarning[] {
  const warnings: SiteWarning[] = [];
  const warn = (message: MessageDescriptor, name: string) => {
    const line = warnings.length < MAX_LOCATED ? lineOf(text, name) : undefined;
    warnings.push(toWarning('configuration', message, { page: file, line }));
  };

  for (const key of Object.keys(content)) {
    if (!supportedKeys.has(key) && !harmlessKeys.has(key)) {
      warn(
        words.describe('docs.warning.settingIgnored', { setting: key, file }),
        key,
      );
    }
  }
  if (isRecord(content.theme) && content.theme.custom_dir !== undefined) {
    warn(
      words.describe('docs.warning.settingIgnored', {
        setting: 'theme.custom_dir',
        file,
      }),
      'custom_dir',
    );
  }
  if (content.use_directory_urls === false) {
    warn(
      words.describe('docs.warning.valueIgnored', {
        setting: 'use_directory_urls: false',
        file,
      }),
      'use_directory_urls',
    );
  }
  for (const [name, options] of namedOptions(content.plugins)) {
    for (const option of ignoredOptions[name] ?? []) {
      if (options[option] !== undefined && options[option] !== false) {
        warn(
          words.describe('docs.warning.optionIgnored', {
            option,
            plugin: name,
            file,
          }),
          option,
        );
      }
    }
    if (name === VERSIONS_PLUGIN) {
      warn(
        words.describe('docs.warning.noVersions', { plugin: name, file }),
        name,
      );
    } else if (!knownPlugins.has(name)) {
      warn(
        words.describe('docs.warning.pluginIgnored', { plugin: name, file }),
        name,
      );
    }
  }
  for (const [name, options] of namedOptions(content.markdown_extensions)) {
    const extension = normalizeExtensionName(name);
    const ignored = ignoredExtensionOptions[extension] ?? {};
    for (const [option, usual] of Object.entries(ignored)) {
      const value = options[option];
      if (value !== undefined && value !== null && value !== usual) {
        warn(
          words.describe('docs.warning.extensionOptionIgnored', {
            option,
            extension,
            file,
          }),
          option,
        );
      }
    }
    if (!knownExtensions.has(extension)) {
      warn(
        words.describe('docs.warning.extensionIgnored', {
          extension: name,
          file,
        }),
        name,
      );
    }
  }
  for (const key of ['repo_url', 'edit_uri_template']) {
    const value = optionalString(content[key]);
    const isRelativeTemplate = key === 'edit_uri_template';
    if (value && !isRelativeTemplate && !httpUrl(value)) {
      warn(words.describe('docs.warning.notHttp', { setting: key, file }), key);
    }
  }
  return warnings;
}

const NO_SETTINGS: SiteSettings = {
  fileName: 'mkdocs.yml',
  content: {},
  text: '',
  parents: [],
  warnings: [],
};

function toConfig({ fileName, content, text }: SiteSettings): MkdocsConfig {
  const warnings = collectWarnings(fileName, content, text);
  const extensions = new Map<string, SettingsMap>();
  for (const [name, options] of namedOptions(content.markdown_extensions)) {
    extensions.set(normalizeExtensionName(name), options);
  }
  if (content.nav !== undefined && !Array.isArray(content.nav)) {
    warnings.push(
      toWarning(
        'navigation',
        words.describe('docs.warning.navNotAList', { file: fileName }),
        { page: fileName },
      ),
    );
  }
  const plugins = namedOptions(content.plugins);
  const language = readLanguage(content.theme);
  const literate = plugins.get('literate-nav');
  const docsDir = readDocsDir(fileName, content.docs_dir);
  return {
    fileName,
    siteName: optionalString(content.site_name),
    siteDescription: optionalString(content.site_description),
    language,
    docsDir,
    nav: Array.isArray(content.nav) ? content.nav : undefined,
    excludeDocs: patterns(content.exclude_docs, content.draft_docs),
    notInNav: patterns(content.not_in_nav),
    hasNavRest: plugins.has('awesome-pages'),
    literateFile:
      literate && (optionalString(literate.nav_file) ?? 'SUMMARY.md'),
    hasImplicitIndex: literate?.implicit_index === true,
    hasSectionIndexes:
      isRecord(content.theme) &&
      Array.isArray(content.theme.features) &&
      content.theme.features.includes('navigation.indexes'),
    blog: readBlogSettings(
      plugins.get('blog') ?? plugins.get('material/blog'),
      language,
    ),
    tags: readTagSettings(plugins.get('tags') ?? plugins.get('material/tags')),
    redirects: readRedirects(plugins.get('redirects')),
    repoUrl: httpUrl(content.repo_url),
    editUri: optionalString(content.edit_uri),
    editUriTemplate: optionalString(content.edit_uri_template),
    dialect: readDialect(extensions, new Set(plugins.keys())),
    snippets: readSnippetSettings(extensions.get('pymdownx.snippets'), docsDir),
    warnings,
  };
}

/** Reads mkdocs.yml as data. Without one, defaults make a site all the same. */
export function readMkdocsConfig(folder: SourceFolder): MkdocsConfig {
  const settings = readSettings(folder);
  if (!settings) {
    return {
      ...toConfig(NO_SETTINGS),
      fileName: undefined,
      language: undefined,
    };
  }
  const config = toConfig(settings);
  return { ...config, warnings: [...config.warnings, ...settings.warnings] };
}
