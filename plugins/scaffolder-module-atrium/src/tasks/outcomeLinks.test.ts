import { outcomeLinks } from './outcomeLinks';

it('leads to the entity first, then to the repository, then to the rest', () => {
  expect(
    outcomeLinks(
      {
        links: [
          { title: 'Database', url: '/provisioning/resources/1', if: 'false' },
          { title: 'Documentation', url: '/docs/default/component/refund' },
          { title: 'Repository', url: 'https://git.example/acme/refund' },
          { title: 'Open in Catalog', entityRef: 'component:default/refund' },
          { title: 'Goes nowhere' },
        ],
      },
      'refund',
    ),
  ).toEqual([
    { title: 'Open refund', href: '/catalog/default/component/refund' },
    { title: 'Repository', href: 'https://git.example/acme/refund' },
    { title: 'Documentation', href: '/docs/default/component/refund' },
  ]);
});

it('keeps what the template calls an entity, as there may be several', () => {
  const component = 'component:default/refund';
  expect(
    outcomeLinks(
      {
        links: [
          { title: 'Open in the catalog', entityRef: component },
          { title: 'Interface', entityRef: 'api:default/refund' },
          { entityRef: component },
          { url: 'https://example.org/refund' },
        ],
      },
      'refund',
    ),
  ).toEqual([
    { title: 'Open refund', href: '/catalog/default/component/refund' },
    { title: 'Interface', href: '/catalog/default/api/refund' },
    { title: 'Open refund', href: '/catalog/default/component/refund' },
    { title: 'Open', href: 'https://example.org/refund' },
  ]);
});

it('has none where the template names none', () => {
  expect(outcomeLinks({}, 'refund')).toEqual([]);
});
