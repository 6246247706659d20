import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { placeOf } from './placeOf';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: { gitea: [{ host: 'git.acme.example' }] },
  }),
);
const shop =
  'https://git.acme.example/acme/shop/src/branch/main/catalog-info.yaml';
const victim = 'https://git.acme.example/acme/victim/src/branch/main/README.md';

const shopPlace = {
  url: shop,
  repositoryUrl: 'https://git.acme.example/acme/shop',
  repository: 'acme/shop',
  branch: 'main',
  path: 'catalog-info.yaml',
};

describe('placeOf', () => {
  it.each([
    ['a file of its own', { location: shop, origin: shop }, shopPlace],
    ['a file without an origin', { location: shop }, shopPlace],
    [
      'a file that another repository listed',
      { location: victim, origin: shop },
      shopPlace,
    ],
    [
      'a file on a host that is not known',
      { location: 'https://files.example/a/catalog.yaml' },
      {
        url: 'https://files.example/a/catalog.yaml',
        repository: 'files.example',
        path: '/a/catalog.yaml',
      },
    ],
    [
      'a file beside the portal',
      { location: '/opt/portal/catalog-info.yaml' },
      { repository: 'This portal', path: '/opt/portal/catalog-info.yaml' },
    ],
    ['nothing known', {}, { repository: 'This portal', path: 'Its own files' }],
  ])('places %s', (_, options, place) => {
    expect(placeOf({ ...options, integrations })).toEqual(place);
  });
});
