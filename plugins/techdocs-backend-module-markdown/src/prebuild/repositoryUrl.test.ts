import { repositoryUrl } from './repositoryUrl';

it.each([
  ['https://github.com/Acme/payments', 'https://github.com/acme/payments'],
  [
    'https://github.com/acme/payments/blob/main/docs/a.md',
    'https://github.com/acme/payments',
  ],
  [
    'https://github.com/acme/payments/tree/main/',
    'https://github.com/acme/payments',
  ],
  [
    'https://git.acme.example/acme/src/src/branch/main/docs',
    'https://git.acme.example/acme/src',
  ],
  [
    'https://gitlab.com/acme/shop/payments/-/tree/main/docs',
    'https://gitlab.com/acme/shop/payments',
  ],
  [
    'https://bitbucket.org/acme/payments/src/main/',
    'https://bitbucket.org/acme/payments',
  ],
  [
    'https://dev.azure.com/acme/shop/_git/payments?path=/docs',
    'https://dev.azure.com/acme/shop/_git/payments',
  ],
  [
    'https://git.acme.example/acme/payments.git',
    'https://git.acme.example/acme/payments',
  ],
  ['no address', 'no address'],
])('finds the repository of %s', (url, expected) => {
  expect(repositoryUrl(url)).toBe(expected);
});
