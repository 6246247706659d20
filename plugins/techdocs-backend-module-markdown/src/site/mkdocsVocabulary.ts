/** Keys of mkdocs.yml that this engine acts on. */
export const supportedKeys: ReadonlySet<string> = new Set([
  'INHERIT',
  'site_name',
  'site_description',
  'docs_dir',
  'nav',
  'exclude_docs',
  'draft_docs',
  'not_in_nav',
  'repo_url',
  'edit_uri',
  'edit_uri_template',
  'markdown_extensions',
  'plugins',
  'theme',
  'use_directory_urls',
]);

/** Keys that mean nothing inside a portal; leaving them out changes no page. */
export const harmlessKeys: ReadonlySet<string> = new Set([
  'site_url',
  'site_author',
  'site_dir',
  'repo_name',
  'copyright',
  'extra',
  'dev_addr',
  'watch',
  'strict',
  'validation',
  'remote_branch',
  'remote_name',
  'google_analytics',
]);

/** Plugins whose work this engine or the portal does itself. */
export const knownPlugins: ReadonlySet<string> = new Set([
  'techdocs-core',
  'awesome-nav',
  'awesome-pages',
  'blog',
  'literate-nav',
  'material/blog',
  'material/tags',
  'redirects',
  'search',
  'material/search',
  'git-revision-date-localized',
  'tags',
]);

const ignoredTagOptions = [
  'tags_hierarchy',
  'tags_sort_by',
  'listings_layout',
  'listings_sort_by',
  'listings_tags_sort_by',
];

/** Options of known plugins that change nothing here. */
export const ignoredOptions: Record<string, string[] | undefined> = {
  tags: ignoredTagOptions,
  'material/tags': ignoredTagOptions,
};

/** Extensions whose syntax is always understood, listed or not. */
export const knownExtensions: ReadonlySet<string> = new Set([
  'abbr',
  'admonition',
  'attr_list',
  'codehilite',
  'def_list',
  'extra',
  'fenced_code',
  'footnotes',
  'md_in_html',
  'mdx_truly_sane_lists',
  'meta',
  'nl2br',
  'pymdownx.arithmatex',
  'pymdownx.betterem',
  'pymdownx.blocks.admonition',
  'pymdownx.blocks.caption',
  'pymdownx.blocks.definition',
  'pymdownx.blocks.details',
  'pymdownx.blocks.html',
  'pymdownx.blocks.tab',
  'pymdownx.caret',
  'pymdownx.critic',
  'pymdownx.details',
  'pymdownx.emoji',
  'pymdownx.escapeall',
  'pymdownx.extra',
  'pymdownx.fancylists',
  'pymdownx.highlight',
  'pymdownx.inlinehilite',
  'pymdownx.keys',
  'pymdownx.magiclink',
  'pymdownx.mark',
  'pymdownx.progressbar',
  'pymdownx.saneheaders',
  'pymdownx.smartsymbols',
  'pymdownx.snippets',
  'pymdownx.striphtml',
  'pymdownx.superfences',
  'pymdownx.tabbed',
  'pymdownx.tasklist',
  'pymdownx.tilde',
  'sane_lists',
  'smarty',
  'tables',
  'toc',
]);

const ignoredTabOptions = { slugify: undefined, combine_header_slug: false };

/**
 * Options of known extensions that change nothing here, each with what it is where
 * nothing is said. Those that only choose a class or an element are left out, since
 * the portal has its own styles.
 */
export const ignoredExtensionOptions: Record<
  string,
  Record<string, unknown> | undefined
> = {
  abbr: { glossary: undefined },
  codehilite: { linenums: false },
  footnotes: {
    PLACE_MARKER: '///Footnotes Go Here///',
    SUPERSCRIPT_TEXT: '{}',
    BACKLINK_TEXT: '&#8617;',
    BACKLINK_TITLE: undefined,
    SEPARATOR: ':',
  },
  'pymdownx.arithmatex': {
    smart_dollar: true,
    block_syntax: undefined,
    inline_syntax: undefined,
  },
  'pymdownx.betterem': { smart_enable: 'underscore' },
  'pymdownx.blocks.caption': {
    types: undefined,
    auto_level: 0,
    auto: true,
    prepend: false,
  },
  'pymdownx.blocks.html': { custom: undefined },
  'pymdownx.blocks.tab': ignoredTabOptions,
  'pymdownx.caret': { smart_insert: true },
  'pymdownx.critic': { mode: 'view', raw_view: false },
  'pymdownx.escapeall': { hardbreak: false },
  'pymdownx.highlight': {
    auto_title: false,
    auto_title_map: undefined,
    default_lang: '',
    extend_pygments_lang: undefined,
    linenums_special: -1,
  },
  'pymdownx.inlinehilite': { custom_inline: undefined },
  'pymdownx.keys': { camel_case: false, key_map: undefined },
  'pymdownx.magiclink': {
    labels: undefined,
    shortener_user_exclude: undefined,
  },
  'pymdownx.snippets': { encoding: 'utf-8' },
  'pymdownx.superfences': {
    disable_indented_code_blocks: false,
    preserve_tabs: false,
  },
  'pymdownx.tabbed': ignoredTabOptions,
  'pymdownx.tilde': { smart_delete: true },
  smarty: { substitutions: undefined },
  toc: { marker: '[TOC]', title: '' },
};

const pythonMarkdownPrefix = /^markdown\.extensions\./;

/** `markdown.extensions.toc` and `toc` are the same extension. */
export function normalizeExtensionName(name: string): string {
  return name.replace(pythonMarkdownPrefix, '');
}
