import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { listRepositories } from './listRepositories';

function entity(name: string, annotations: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
  };
}

const catalog = catalogServiceMock({
  entities: [
    entity('shop', { 'github.com/project-slug': 'acme/shop' }),
    entity('shop-api', { 'github.com/project-slug': 'Acme/Shop' }),
    entity('pay', { 'github.com/project-slug': 'acme/pay' }),
    entity('inside', {
      'github.com/project-slug': 'tools/inside',
      'backstage.io/source-location':
        'url:https://ghe.acme.example/tools/inside/tree/main/',
    }),
    entity('mirrored', {
      'github.com/project-slug': 'acme/mirrored',
      'backstage.io/source-location':
        'url:https://git.acme.example/acme/mirrored/',
    }),
    entity('wrong', { 'github.com/project-slug': 'acme/../../user' }),
    entity('odd', { 'github.com/project-slug': 'acme/..' }),
    entity('elsewhere', {}),
  ],
});

async function list(patterns?: string[]) {
  const repositories = await listRepositories({
    catalog,
    auth: mockServices.auth(),
    covers: url =>
      ['github.com', 'ghe.acme.example'].includes(new URL(url).hostname),
    patterns,
  });
  return repositories.map(({ url }) => url.toLowerCase()).sort();
}

describe('listRepositories', () => {
  it('lists what entities name, once, at the host of their source', async () => {
    expect(await list()).toEqual([
      'https://ghe.acme.example/tools/inside',
      'https://github.com/acme/mirrored',
      'https://github.com/acme/pay',
      'https://github.com/acme/shop',
    ]);
  });

  it('keeps to the list of the configuration', async () => {
    expect(await list(['ACME/*'])).toHaveLength(3);
    expect(await list(['acme/pay', 'acme/other'])).toEqual([
      'https://github.com/acme/pay',
    ]);
    expect(await list([])).toEqual([]);
  });
});
