import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { findRepositoryAddresses } from './findRepositoryAddresses';
import { addressOf } from './RepositoryAddresses';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      bitbucketServer: [
        {
          host: 'bitbucket.acme.example',
          apiBaseUrl: 'https://bitbucket.acme.example/rest/api/1.0',
        },
      ],
      gitea: [{ host: 'git.acme.example' }],
    },
  }),
);

it.each([
  {
    target: 'https://git.acme.example/acme/pay/src/branch/main/',
    view: 'https://git.acme.example/acme/pay/src/branch/main/docs/a%20%C3%BC.md',
    edit: 'https://git.acme.example/acme/pay/_edit/main/docs/a%20%C3%BC.md',
    root: 'https://git.acme.example/acme/pay',
  },
  {
    target: 'https://github.com/acme/pay/tree/main',
    view: 'https://github.com/acme/pay/tree/main/docs/a%20%C3%BC.md',
    edit: 'https://github.com/acme/pay/edit/main/docs/a%20%C3%BC.md',
    root: 'https://github.com/acme/pay',
  },
  {
    target: 'https://gitlab.com/acme/pay/-/tree/main/',
    view: 'https://gitlab.com/acme/pay/-/tree/main/docs/a%20%C3%BC.md',
    edit: 'https://gitlab.com/acme/pay/-/edit/main/docs/a%20%C3%BC.md',
    root: undefined,
  },
  {
    target: 'https://bitbucket.acme.example/projects/ACME/repos/pay/browse/',
    view: 'https://bitbucket.acme.example/projects/ACME/repos/pay/browse/docs/a%20%C3%BC.md',
    edit: 'https://bitbucket.acme.example/projects/ACME/repos/pay/browse/docs/a%20%C3%BC.md',
    root: undefined,
  },
  {
    target: 'https://dev.azure.com/acme/shop/_git/pay?path=%2F',
    view: 'https://dev.azure.com/acme/shop/_git/pay?path=%2Fdocs%2Fa%2520%25C3%25BC.md',
    edit: 'https://dev.azure.com/acme/shop/_git/pay?path=%2Fdocs%2Fa%2520%25C3%25BC.md&_a=edit',
    root: undefined,
  },
  {
    target: 'https://dev.azure.com/acme/shop/_git/pay?path=%2Fsub',
    view: 'https://dev.azure.com/acme/shop/_git/pay?path=%2Fsub%2Fdocs%2Fa%2520%25C3%25BC.md',
    edit: 'https://dev.azure.com/acme/shop/_git/pay?path=%2Fsub%2Fdocs%2Fa%2520%25C3%25BC.md&_a=edit',
    root: undefined,
  },
])('knows where files of $target are', ({ target, view, edit, root }) => {
  const found = findRepositoryAddresses(integrations, { type: 'url', target });
  expect(found.root).toBe(root);
  const path = 'docs/a ü.md';
  expect(found.view && addressOf(found.view, path)).toBe(view);
  expect(found.edit && addressOf(found.edit, path)).toBe(edit);
});

it('knows the folder that the documentation is in', () => {
  const target = 'https://git.acme.example/acme/pay/src/branch/main/sub';
  const { view } = findRepositoryAddresses(integrations, {
    type: 'url',
    target,
  });
  expect(view && addressOf(view, '.')).toBe(`${target}/`);
});

it.each([
  undefined,
  { type: 'dir' as const, target: '/srv/docs' },
  { type: 'url' as const, target: 'https://unknown.example/acme/pay' },
  { type: 'url' as const, target: 'no address' },
])('knows nothing of other places: %j', location => {
  expect(findRepositoryAddresses(integrations, location)).toEqual({
    view: undefined,
    edit: undefined,
    root: undefined,
  });
});
