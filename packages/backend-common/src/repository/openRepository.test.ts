import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { GiteaRepository } from './GiteaRepository';
import { GithubRepository } from './GithubRepository';
import { openRepository } from './openRepository';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitea: [
        {
          host: 'git.acme.example',
          baseUrl: 'https://git.acme.example/forge',
          password: 'secret',
        },
        { host: 'read-only.acme.example' },
      ],
      github: [{ host: 'github.com', token: 'ghp_1' }],
      gitlab: [{ host: 'gitlab.com', token: 'glpat' }],
    },
  }),
);
const open = (url: string) =>
  openRepository(url, {
    integrations,
    githubCredentials: { getCredentials: jest.fn() },
  });

describe('openRepository', () => {
  it.each([
    [
      'https://git.acme.example/forge/acme/shop/src/branch/main/ops/slo.yaml',
      GiteaRepository,
      'main',
      'ops/slo.yaml',
    ],
    [
      'https://git.acme.example/forge/acme/shop/src/branch/main/',
      GiteaRepository,
      'main',
      '',
    ],
    [
      'https://github.com/acme/shop/blob/release%2F1/slo.yaml',
      GithubRepository,
      'release/1',
      'slo.yaml',
    ],
    ['https://github.com/acme/shop/tree/main/', GithubRepository, 'main', ''],
  ])('opens %s', (url, type, branch, path) => {
    const opened = open(url);
    expect(opened).toMatchObject({ branch, path });
    expect(opened.writer).toBeInstanceOf(type);
  });

  it.each([
    'https://gitlab.com/acme/shop/-/blob/main/slo.yaml',
    'https://read-only.acme.example/acme/shop/src/branch/main/slo.yaml',
    'https://git.acme.example/forge/acme/shop/src/commit/4f1c/slo.yaml',
    'https://github.com/acme/shop',
    'https://elsewhere.example/acme/shop/src/branch/main/slo.yaml',
  ])('does not open %s', url => {
    expect(() => open(url)).toThrow(
      /cannot write to|is not on a Gitea|is no file or folder/,
    );
  });
});
