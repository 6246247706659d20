import type { Problem } from '@atrium/plugin-catalog-health-common';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogHealthApiRef } from '../api/CatalogHealthApi';
import { CatalogHealthCard } from './CatalogHealthCard';
import { CatalogHealthPage } from './CatalogHealthPage';

const shop: Problem = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'syntax',
  severity: 'error',
  message: 'Missing closing quote',
  advice: 'Correct line 3 of the file.',
  line: 3,
  column: 9,
  url: 'https://git.acme.example/acme/shop/src/branch/main/catalog-info.yaml',
  repository: 'acme/shop',
  path: 'catalog-info.yaml',
  ownerRef: 'group:default/team-storefront',
  firstSeenAt: '2026-11-25T12:00:00.000Z',
  lastSeenAt: '2026-11-25T12:00:00.000Z',
};
const ledger: Problem = {
  ...shop,
  id: '00000000-0000-4000-8000-000000000002',
  kind: 'unknown-reference',
  severity: 'warning',
  message: "It refers to 'resource:default/x', which is not in the catalog.",
  entityRef: 'component:default/ledger',
  repository: 'acme/ledger',
  line: undefined,
  // A file may be anywhere; only a web page is linked.
  url: 'file:///etc/catalog-info.yaml',
  ownerRef: 'group:default/team-payments',
};

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ledger' },
};

const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-payments', namespace: 'default' },
  spec: { profile: { displayName: 'Payments' } },
};

describe('catalog health', () => {
  const listProblems = jest.fn();

  const options = {
    apis: [
      [catalogHealthApiRef, { listProblems }],
      [catalogApiRef, catalogApiMock({ entities: [team] })],
    ] as const,
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  };

  const renderPage = () =>
    renderInTestApp(
      <TestQueryProvider>
        <CatalogHealthPage />
      </TestQueryProvider>,
      { ...options, apis: [...options.apis] },
    );

  const renderCard = () =>
    renderInTestApp(
      <TestQueryProvider>
        <EntityProvider entity={entity}>
          <CatalogHealthCard />
        </EntityProvider>
      </TestQueryProvider>,
      { ...options, apis: [...options.apis] },
    );

  const answer = (items: Problem[]) =>
    listProblems.mockResolvedValue({ items, totalItems: items.length });

  it('lists what is wrong, where, and what to do', async () => {
    answer([shop, ledger]);
    await renderPage();

    const table = await screen.findByRole('table');
    const [, first, second] = within(table).getAllByRole('row');
    expect(within(first).getByText('Syntax error')).toBeVisible();
    expect(within(first).getByText('Missing closing quote')).toBeVisible();
    expect(
      within(first).getByText('Correct line 3 of the file.'),
    ).toBeVisible();
    expect(
      within(first).getByRole('link', { name: /catalog-info\.yaml:3/ }),
    ).toHaveAttribute('href', shop.url);
    expect(within(second).getByText('catalog-info.yaml')).toBeVisible();
    expect(
      within(second).queryByRole('link', { name: /catalog-info/ }),
    ).not.toBeInTheDocument();
    expect(screen.getByText('2 problems')).toBeVisible();
  });

  it('narrows the list, and says when nothing fits', async () => {
    answer([shop, ledger]);
    await renderPage();

    await userEvent.click(
      await screen.findByRole('button', { name: /Repository/ }),
    );
    await userEvent.click(screen.getByRole('option', { name: 'acme/ledger' }));
    expect(await screen.findByText('1 problem')).toBeVisible();
    expect(screen.queryByText('Missing closing quote')).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: /Any problem/ }));
    await userEvent.click(screen.getByRole('option', { name: 'Syntax error' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all problems' }),
    );
    expect(await screen.findByText('2 problems')).toBeVisible();
  });

  it('teaches when nothing is wrong', async () => {
    answer([]);
    await renderPage();

    expect(await screen.findByText('No problems')).toBeVisible();
  });

  it('offers to try again when the backend does not answer', async () => {
    listProblems.mockRejectedValueOnce(new Error('No answer'));
    await renderPage();
    answer([shop]);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('Missing closing quote')).toBeVisible();
  });

  it('shows a card where an entity has problems', async () => {
    answer([ledger]);
    await renderCard();

    expect(await screen.findByText('Dangling reference')).toBeVisible();
    expect(listProblems).toHaveBeenCalledWith({
      entityRef: 'component:default/ledger',
    });
  });

  it('shows no card where nothing is wrong', async () => {
    answer([]);
    await renderCard();

    expect(screen.queryByText('Catalog health')).not.toBeInTheDocument();
  });
});
