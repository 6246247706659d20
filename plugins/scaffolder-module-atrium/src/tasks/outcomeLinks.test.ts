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

it('has none where the template names none', () => {
  expect(outcomeLinks({}, 'refund')).toEqual([]);
});
