/** A public documentation site that both engines build. */
export interface Site {
  name: string;
  /** Where its repository is on GitHub, and the commit that is compared. */
  repository: string;
  commit: string;
  /** Its settings, in the repository. */
  configFile: string;
}

/** The eight sites, pinned so that two runs compare the same pages. */
export const sites: Site[] = [
  {
    name: 'fastapi',
    repository: 'fastapi/fastapi',
    commit: 'c3f316b7e814667e8ee81e03a7330d00ee61e45c',
    configFile: 'docs/en/mkdocs.yml',
  },
  {
    name: 'mkdocs-material',
    repository: 'squidfunk/mkdocs-material',
    commit: '5b36f2ac499a45905e246bc66bbee2858ef6556f',
    configFile: 'mkdocs.yml',
  },
  {
    name: 'pydantic',
    repository: 'pydantic/pydantic',
    commit: '2151025aa51263f3016502b00010b78e4481eaa1',
    configFile: 'mkdocs.yml',
  },
  {
    name: 'coldfront',
    repository: 'ubccr/coldfront',
    commit: '46d0ebaa3979d44f37580334afbf7413825c20ed',
    configFile: 'docs/mkdocs.yml',
  },
  {
    name: 'mkdocs',
    repository: 'mkdocs/mkdocs',
    commit: '2862536793b3c67d9d83c33e0dd6d50a791928f8',
    configFile: 'mkdocs.yml',
  },
  {
    name: 'uv',
    repository: 'astral-sh/uv',
    commit: '26a9dd4b2125bc271b47855e1fa0c49af3365db5',
    configFile: 'mkdocs.yml',
  },
  {
    name: 'pymdown-extensions',
    repository: 'facelessuser/pymdown-extensions',
    commit: '6d0097b85a52468e7cd8eaceaa192ff3348c41e0',
    configFile: 'zensical.yml',
  },
  {
    name: 'httpx',
    repository: 'encode/httpx',
    commit: 'ae1b9f66238f75ced3ced5e4485408435de10768',
    configFile: 'mkdocs.yml',
  },
];

/** Compared, not timed: other scripts, and the habits of those who write them. */
export const sitesInOtherLanguages: Site[] = [
  {
    name: 'cs-self-learning',
    repository: 'PKUFlyingPig/cs-self-learning',
    commit: 'adce8e13789dc16aa6d1fbe163e9541736defae4',
    configFile: 'mkdocs.yml',
  },
  {
    name: 'oi-wiki',
    repository: 'OI-wiki/OI-wiki',
    commit: '76fa67c1ef16613519ec6c1a4c58857eba8b2a96',
    configFile: 'mkdocs.yml',
  },
];
