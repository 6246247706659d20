import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { YAMLMap } from 'yaml';
import { isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Site } from './sites.ts';

/** Plugins that Debian's mkdocs has and that write no date or address of their own. */
const PLUGINS = new Set(['blog', 'literate-nav', 'search']);

/** What Python-Markdown and pymdown-extensions bring. */
const EXTENSION =
  /^(?:(?:markdown\.extensions\.)?(?:abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|legacy_attrs|legacy_em|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks)|pymdownx\..+)$/;

/** Newer than the pymdown-extensions that Debian has. */
const MISSING_EXTENSIONS = new Set(['pymdownx.quotes']);

/** Options of extensions that are newer than Debian's. */
const MISSING_OPTIONS = new Set(['relaxed_headers']);

/** Settings that change how the frame looks, or that run Python of the site. */
const DROPPED = [
  ...['copyright', 'extra', 'extra_css', 'extra_javascript', 'hooks'],
  ...['edit_uri', 'repo_name', 'repo_url', 'strict', 'validation', 'watch'],
  ...['remote_branch', 'remote_name', 'INHERIT'],
];

const FOLDERS = ['.git', 'node_modules', '.venv'];

function nameOf(item: unknown): string {
  const key = isMap(item) ? item.items[0]?.key : item;
  return String(isScalar(key) ? key.value : key);
}

/** Removes what is not kept from a list, or a map, of names with options. */
function keepOnly(
  config: YAMLMap,
  key: string,
  isKept: (name: string) => boolean,
): string[] {
  const value = config.get(key);
  const removed: string[] = [];
  const isRemoved = (name: string) => {
    if (isKept(name)) {
      return false;
    }
    removed.push(name);
    return true;
  };
  if (isSeq(value)) {
    value.items = value.items.filter(item => !isRemoved(nameOf(item)));
  } else if (isMap(value)) {
    value.items = value.items.filter(pair => !isRemoved(nameOf(pair.key)));
  }
  return removed;
}

/** Python that the packages of both have; all other is the site's own. */
const KNOWN_PYTHON = /python\/(?:name|object\/apply):(?:pymdownx|material)\./;

function namesPython(value: unknown): boolean {
  let isFound = false;
  if (isNode(value)) {
    visit(value, (_key, node) => {
      const tag = isNode(node) ? node.tag ?? '' : '';
      isFound ||= tag.includes('python/') && !KNOWN_PYTHON.test(tag);
    });
  }
  return isFound;
}

/** Removes custom fences drawn with Python of the site, and missing options. */
function removeOptions(config: YAMLMap): string[] {
  const removed: string[] = [];
  visit(config, {
    Pair(_key, { key, value }) {
      if (isScalar(key) && MISSING_OPTIONS.has(String(key.value))) {
        removed.push(String(key.value));
        return visit.REMOVE;
      }
      if (isScalar(key) && key.value === 'custom_fences' && isSeq(value)) {
        value.items = value.items.filter(item => {
          if (namesPython(item)) {
            removed.push(`fence ${isMap(item) ? item.get('name') : ''}`);
            return false;
          }
          return true;
        });
      }
      return undefined;
    },
  });
  return removed;
}

/** Takes away the templates and icons of the frame that pages ask the theme for. */
function removePageTemplates(folder: string) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, String(name));
    if (file.endsWith('.md') && lstatSync(file).isFile()) {
      const text = readFileSync(file, 'utf8');
      const header = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0];
      if (header && /^(?:icon|template):/m.test(header)) {
        const rest = text.slice(header.length);
        const kept = header.replace(/^(?:icon|template):.*\n/gm, '');
        // An empty header would be read as a heading.
        writeFileSync(file, kept === '---\n---\n' ? rest : kept + rest);
      }
    }
  }
}

export interface PreparedSite {
  /** What was taken from the site's settings for both engines. */
  removed: string[];
  /** The folder of its documentation. */
  docsDir: string;
}

/**
 * Copies a site to a folder that both engines build.
 *
 * @remarks
 * What Debian's mkdocs cannot have is taken away for both: plugins and extensions
 * that are not packaged, and Python of the site. All sites get the theme that the
 * engine follows.
 */
export function prepareSite(
  site: Site,
  source: string,
  target: string,
): PreparedSite {
  const root = dirname(join(source, site.configFile));
  // Snippets of some sites start at the repository's root.
  mkdirSync(target, { recursive: true });
  cpSync(root, target, {
    recursive: true,
    verbatimSymlinks: true,
    filter: path => !FOLDERS.some(name => path.endsWith(`/${name}`)),
  });
  removePageTemplates(target);
  const document = parseDocument(
    readFileSync(join(source, site.configFile), 'utf8'),
    { merge: true, uniqueKeys: false, logLevel: 'error' },
  );
  const config: unknown = document.contents;
  if (!isMap(config)) {
    throw new Error(`'${site.configFile}' of ${site.name} holds no settings`);
  }
  for (const key of DROPPED) {
    config.delete(key);
  }
  config.set(
    'theme',
    document.createNode({
      name: 'material',
      font: false,
      features: ['content.code.annotate', 'navigation.indexes'],
    }),
  );
  const removed = [
    ...removeOptions(config),
    ...keepOnly(config, 'plugins', name => PLUGINS.has(name)),
    ...keepOnly(
      config,
      'markdown_extensions',
      name => EXTENSION.test(name) && !MISSING_EXTENSIONS.has(name),
    ),
  ];
  for (const name of ['mkdocs.yaml', 'mkdocs.yml']) {
    if (existsSync(join(target, name))) {
      writeFileSync(join(target, name), '');
    }
  }
  writeFileSync(join(target, 'mkdocs.yml'), document.toString());
  return { removed, docsDir: String(config.get('docs_dir') ?? 'docs') };
}
