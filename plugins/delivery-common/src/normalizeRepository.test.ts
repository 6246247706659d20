import { hasHost, normalizeRepository } from './normalizeRepository';

describe('normalizeRepository', () => {
  it.each([
    [
      'https://github.com/acme/payment-service',
      'github.com/acme/payment-service',
    ],
    [
      'https://GitHub.com/Acme/Payment-Service.git',
      'github.com/acme/payment-service',
    ],
    [
      'git@github.com:acme/payment-service.git',
      'github.com/acme/payment-service',
    ],
    [
      'ssh://git@git.acme.example:2222/acme/app.git',
      'git.acme.example:2222/acme/app',
    ],
    [
      'https://user:token@git.acme.example/acme/app',
      'git.acme.example/acme/app',
    ],
    ['git://my-git.example/an-org/a-repo', 'my-git.example/an-org/a-repo'],
    ['my-git.example/an-org/a-repo', 'my-git.example/an-org/a-repo'],
    ['localhost:17108/acme/app', 'localhost:17108/acme/app'],
    ['acme/payment-service', 'acme/payment-service'],
    // Folders and files inside, and source locations of the catalog.
    ['url:https://github.com/acme/app/tree/main/', 'github.com/acme/app'],
    [
      'url:http://localhost:17108/acme/app/src/branch/main/',
      'localhost:17108/acme/app',
    ],
    [
      'https://github.com/acme/app/blob/main/catalog-info.yaml?raw=1',
      'github.com/acme/app',
    ],
    // GitLab nests groups, and marks where the repository ends.
    [
      'https://gitlab.com/acme/team/app/-/tree/main',
      'gitlab.com/acme/team/app',
    ],
    ['https://gitlab.com/acme/team/app.git', 'gitlab.com/acme/team/app'],
    // A repository may be called like a folder that web pages have.
    ['https://github.com/acme/src', 'github.com/acme/src'],
  ])('reads %s as %s', (value, expected) => {
    expect(normalizeRepository(value)).toBe(expected);
  });

  it.each([
    '',
    'payment-service',
    'https://github.com',
    'https://github.com/acme',
  ])('finds no repository in %j', value => {
    expect(normalizeRepository(value)).toBeUndefined();
  });
});

describe('hasHost', () => {
  it.each([
    ['github.com/acme/app', true],
    ['localhost:17108/acme/app', true],
    ['acme/app', false],
    ['acme/team/app', false],
    // An owner may have a dot as well.
    ['acme.io/app', false],
  ])('says of %s: %s', (name, expected) => {
    expect(hasHost(name)).toBe(expected);
  });
});
