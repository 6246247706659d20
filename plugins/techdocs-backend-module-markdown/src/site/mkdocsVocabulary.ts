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

const pythonMarkdownPrefix = /^markdown\.extensions\./;

/** `markdown.extensions.toc` and `toc` are the same extension. */
export function normalizeExtensionName(name: string): string {
  return name.replace(pythonMarkdownPrefix, '');
}
