import { ConfigReader } from '@backstage/config';
import { GiteaRepository } from './gitea/GiteaRepository';
import { GithubRepository } from './github/GithubRepository';
import { GitHosts } from './GitHosts';

const gitHosts = GitHosts.fromConfig(
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

describe('GitHosts', () => {
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
    const opened = gitHosts.openFile(url);
    expect(opened).toMatchObject({ branch, path });
    expect(opened.client).toBeInstanceOf(type);
  });

  it.each([
    'https://gitlab.com/acme/shop/-/blob/main/slo.yaml',
    'https://read-only.acme.example/acme/shop/src/branch/main/slo.yaml',
    'https://git.acme.example/forge/acme/shop/src/commit/4f1c/slo.yaml',
    'https://github.com/acme/shop',
    'https://elsewhere.example/acme/shop/src/branch/main/slo.yaml',
  ])('does not open %s', url => {
    expect(() => gitHosts.openFile(url)).toThrow(
      /cannot write to|is not on a Gitea|is no file or folder/,
    );
  });

  it.each([
    ['git.acme.example', 'https://git.acme.example/forge/acme/shop'],
    ['github.com', 'https://github.com/acme/shop'],
  ])('opens a repository on %s by its name', (host, repositoryUrl) => {
    expect(
      gitHosts.openByName({ host, owner: 'acme', name: 'shop' }),
    ).toMatchObject({ repositoryUrl, branch: 'HEAD', path: '' });
  });

  it.each(['gitlab.com', 'read-only.acme.example', 'elsewhere.example'])(
    'opens no repository on %s by its name',
    host => {
      expect(() =>
        gitHosts.openByName({ host, owner: 'acme', name: 'shop' }),
      ).toThrow(/cannot write to|is not on a Gitea|is no file or folder/);
    },
  );

  it('opens a repository by its page, where it has credentials', () => {
    expect(
      gitHosts.openRepository('https://git.acme.example/forge/acme/shop'),
    ).toBeInstanceOf(GiteaRepository);
    expect(
      gitHosts.openRepository('https://github.com/acme/shop'),
    ).toBeInstanceOf(GithubRepository);
    expect(() =>
      gitHosts.openRepository('https://read-only.acme.example/acme/shop'),
    ).toThrow('cannot write to');
  });

  it('finds the repository of a page, and whether it has credentials', () => {
    const { gitea, github } = gitHosts;
    const shop = 'https://git.acme.example/forge/acme/shop';
    expect(gitea.findRepository(`${shop}/src/branch/main/?a#b`)).toEqual({
      fullName: 'acme/shop',
      url: shop,
      source: 'https://git.acme.example/forge',
      rest: 'src/branch/main/',
    });
    expect(gitea.findRepository('https://github.com/acme/shop')).toBe(
      undefined,
    );
    expect(gitea.findRepository('git.acme.example/acme/shop')).toBe(undefined);
    expect(gitea.hasCredentials(shop)).toBe(true);
    expect(gitea.hasCredentials('https://read-only.acme.example/a/b')).toBe(
      false,
    );
    expect(github.hasCredentials('https://github.com')).toBe(true);
    expect(github.findRepository('https://ghe.acme.example/a/b')).toBe(
      undefined,
    );
  });
});
