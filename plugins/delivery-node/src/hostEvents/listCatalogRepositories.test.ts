import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { listCatalogRepositories } from './listCatalogRepositories';

function entity(name: string, annotations: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
  };
}

const catalog = catalogServiceMock({
  entities: [
    entity('shop', { repository: 'acme/shop' }),
    entity('shop-api', { repository: 'Acme/Shop' }),
    entity('pay', { repository: 'acme/pay' }),
    entity('tool', { repository: 'tools/inside' }),
    entity('elsewhere', {}),
  ],
});

async function list(patterns?: string[]) {
  const source = 'https://git.acme.example';
  const repositories = await listCatalogRepositories({
    catalog,
    auth: mockServices.auth(),
    request: { filter: { kind: 'component' } },
    findRepository: ({ repository: fullName }) =>
      fullName ? { fullName, source, url: `${source}/${fullName}` } : undefined,
    patterns,
  });
  return repositories.map(({ fullName }) => fullName.toLowerCase()).sort();
}

describe('listCatalogRepositories', () => {
  it('lists what entities name, once', async () => {
    expect(await list()).toEqual(['acme/pay', 'acme/shop', 'tools/inside']);
  });

  it('keeps to the list of the configuration', async () => {
    expect(await list(['ACME/*'])).toEqual(['acme/pay', 'acme/shop']);
    expect(await list(['acme/pay', 'acme/other'])).toEqual(['acme/pay']);
    expect(await list([])).toEqual([]);
  });
});
