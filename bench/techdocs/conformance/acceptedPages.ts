/** Why a page may differ, by site and page. */
const REASONS: [reason: string, pages: string[]][] = [
  [
    'Symbolic links are never followed, not even inside a repository.',
    ['mkdocs/about/contributing/index.html'],
  ],
  [
    'Lists indent by their text and may follow a paragraph, as on GitHub; Python-Markdown shows the dashes as text, or all items on one level.',
    [
      'coldfront/howto/projects/index.html',
      'coldfront/howto/resources/example_partitions/index.html',
      'coldfront/howto/roles/director/index.html',
      'fastapi/project-generation/index.html',
      'httpx/api/index.html',
      'httpx/index.html',
      'mkdocs-material/contributing/requesting-a-change/index.html',
      'pydantic/concepts/config/index.html',
      'uv/reference/policies/license/index.html',
    ],
  ],
  [
    'A heading below a table is a heading, as on GitHub; Python-Markdown makes it the last row.',
    ['coldfront/config/index.html'],
  ],
  [
    'Emoji are understood by their names on every site.',
    ['fastapi/release-notes/index.html'],
  ],
  [
    'Markdown is read inside HTML between empty lines, as on GitHub; what stands there is the template of a plugin that neither engine has.',
    ['fastapi/fastapi-people/index.html'],
  ],
  [
    'Dollar signs far apart are no formula.',
    ['pydantic/api/fields/index.html'],
  ],
  [
    'A space inside code, such as of `Bearer `, is shown.',
    [
      'fastapi/tutorial/security/oauth2-jwt/index.html',
      'uv/reference/internals/resolver/index.html',
    ],
  ],
  [
    'A backslash in front of a sign is not shown, as on GitHub.',
    ['mkdocs/user-guide/configuration/index.html'],
  ],
  [
    'A link that mkdocs leaves as it is, and that leads nowhere, leads to its page.',
    ['httpx/async/index.html', 'mkdocs/index.html'],
  ],
  [
    'Anchors keep letters that are not in ASCII, as on GitHub.',
    ['mkdocs-material/blog/posts/chinese-search-support/index.html'],
  ],
  [
    'Formulas are drawn; mkdocs leaves them to a script.',
    ['mkdocs-material/reference/math/index.html'],
  ],
  [
    'Links that would run a script are shown as text.',
    ['mkdocs-material/reference/buttons/index.html'],
  ],
];

const reasonByPage = new Map(
  REASONS.flatMap(([reason, pages]) => pages.map(page => [page, reason])),
);

/** The reason why a page may differ; undefined when it may not. */
export function acceptedReason(site: string, page: string): string | undefined {
  return reasonByPage.get(`${site}/${page}`);
}
