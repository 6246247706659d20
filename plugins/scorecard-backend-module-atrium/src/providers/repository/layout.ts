import type { RepositoryAddress } from '@atrium/git-hosts';

type Host = RepositoryAddress['type'];

/** Files whose presence is a fact, in any case, most telling first. */
export const README = [
  'readme.md',
  'readme.rst',
  'readme.adoc',
  'readme.txt',
  'readme',
];
export const LICENSE = [
  'license',
  'license.md',
  'license.txt',
  'licence',
  'licence.md',
  'licence.txt',
  'copying',
  'copying.md',
  'copying.txt',
];
/** Looked for in these folders of the repository, as git hosts do. */
export const SECURITY_POLICY = [
  'security.md',
  '.github/security.md',
  'docs/security.md',
  '.gitea/security.md',
  '.forgejo/security.md',
  '.gitlab/security.md',
];

/** Where each host looks for CODEOWNERS; the first one counts. */
export const CODEOWNERS: Record<Host, string[]> = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
  gitea: [
    'CODEOWNERS',
    'docs/CODEOWNERS',
    '.gitea/CODEOWNERS',
    '.forgejo/CODEOWNERS',
  ],
};

/** What names dependencies, and the files that fix their versions. */
export const LOCKFILES: Record<string, string[]> = {
  'package.json': [
    'package-lock.json',
    'npm-shrinkwrap.json',
    'yarn.lock',
    'pnpm-lock.yaml',
    'bun.lock',
    'bun.lockb',
  ],
  'pyproject.toml': [
    'poetry.lock',
    'uv.lock',
    'pdm.lock',
    'pylock.toml',
    'pixi.lock',
    'requirements.txt',
  ],
  pipfile: ['pipfile.lock'],
  'go.mod': ['go.sum'],
  'cargo.toml': ['cargo.lock'],
  gemfile: ['gemfile.lock'],
  'composer.json': ['composer.lock'],
  'mix.exs': ['mix.lock'],
};
