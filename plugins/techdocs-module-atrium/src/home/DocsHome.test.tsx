import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { coreApis, fetchApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityPresentationApiRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { visitsApiRef } from '@backstage/plugin-home';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { type DocsReaderApi, docsReaderApiRef } from '../api/DocsReaderApi';
import { docsHomeRouteRef, siteRouteRef } from '../docsRoutes';
import { DocsHome } from './DocsHome';

// A whole page with its lists and menus takes its time on a busy machine.

const names: Record<string, string> = {
  'group:default/team-payments': 'Payments',
  'group:default/team-checkout': 'Checkout team',
  'system:default/billing': 'Billing',
  'system:default/checkout': 'Checkout',
};

function presentation(ref: unknown) {
  const entityRef = String(ref);
  return { entityRef, primaryTitle: names[entityRef] };
}

function docs(name: string, team: string, system?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      description: `What ${name} does`,
      annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
    },
    spec: { type: 'service', owner: team, ...(system && { system }) },
  };
}

const withoutDocs: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'undocumented', namespace: 'default' },
  spec: { owner: 'team-payments', system: 'billing' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team-payments' }],
};

const acme = [
  docs('payment-service', 'team-payments', 'billing'),
  docs('ledger-service', 'team-payments', 'billing'),
  docs('cart-service', 'team-checkout', 'checkout'),
  docs('handbook', 'team-checkout'),
  withoutDocs,
];

interface WorldOptions {
  catalogApi?: ReturnType<typeof catalogApiMock>;
  visits?: { pathname: string; timestamp: number }[];
  route?: string;
  listFirstPages?: DocsReaderApi['listFirstPages'];
}

const takeAll: DocsReaderApi['listFirstPages'] = async entityRefs =>
  entityRefs.map(entityRef => ({ entityRef, isTaken: true }));

function renderHome(options: WorldOptions = {}) {
  const { catalogApi = catalogApiMock({ entities: acme }), visits = [] } =
    options;
  return renderInTestApp(
    <TestQueryProvider>
      <DocsHome />
    </TestQueryProvider>,
    {
      mountPath: '/docs',
      initialRouteEntries: [options.route ?? '/docs'],
      mountedRoutes: {
        '/documentation': docsHomeRouteRef,
        '/docs/:namespace/:kind/:name': siteRouteRef,
      },
      apis: [
        catalogApi,
        [
          fetchApiRef,
          {
            fetch: async () =>
              Response.json({
                ownerRefs: [
                  'user:default/priya',
                  'group:default/team-payments',
                ],
              }),
          },
        ],
        [
          docsReaderApiRef,
          { listFirstPages: options.listFirstPages ?? takeAll },
        ],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        [
          entityPresentationApiRef,
          {
            forEntity: ref => ({
              snapshot: presentation(ref),
              promise: Promise.resolve(presentation(ref)),
            }),
          },
        ],
        [
          visitsApiRef,
          {
            list: async () =>
              visits.map((visit, id) => ({
                ...visit,
                id: String(id),
                name: '',
                hits: 1,
              })),
          },
        ],
      ],
    },
  );
}

const panel = (name: string) => screen.findByRole('region', { name });

const linksIn = (element: HTMLElement) =>
  within(element)
    .queryAllByRole('link')
    .map(link => link.textContent);

describe('DocsHome', () => {
  it('shows its panels while it reads what is in them', async () => {
    const catalogApi = catalogApiMock({ entities: [] });
    catalogApi.queryEntities = () => new Promise(() => {});
    catalogApi.getEntities = () => new Promise(() => {});
    renderHome({ catalogApi });
    const loading = await screen.findByRole('status', { name: 'Loading' });
    expect(within(loading).getByText('All documentation')).toBeVisible();
    expect(within(loading).getByText('Recently read')).toBeVisible();
  });

  it('shows what the person’s teams own', async () => {
    renderHome();
    const mine = await panel("My team's docs");
    expect(linksIn(mine)).toEqual(['ledger-service', 'payment-service']);
    expect(
      within(mine).getByRole('link', { name: 'payment-service' }),
    ).toHaveAttribute('href', '/docs/default/component/payment-service');
    expect(within(mine).getByText('What ledger-service does')).toBeVisible();
  });

  it('lists all documentation by system, with its owners', async () => {
    renderHome();
    const all = await panel('All documentation');
    expect(within(all).getByText('4 sites')).toBeVisible();
    expect(linksIn(await panel('Billing'))).toEqual([
      'ledger-service',
      'payment-service',
    ]);
    expect(linksIn(await panel('Checkout'))).toEqual(['cart-service']);
    expect(linksIn(await panel('No system'))).toEqual(['handbook']);
    expect(
      within(await panel('Checkout')).getByText('Checkout team'),
    ).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'undocumented' }),
    ).not.toBeInTheDocument();
  });

  it('narrows the list by words and says when nothing is left', async () => {
    const user = userEvent.setup({ delay: null });
    renderHome();
    const all = await panel('All documentation');
    const filter = within(all).getByRole('searchbox');
    await user.click(filter);
    await user.paste('cart');
    expect(await within(all).findByText('1 of 4 sites')).toBeVisible();
    expect(linksIn(all)).toEqual(['cart-service']);

    await user.paste(' mainframe');
    await user.click(
      await within(all).findByRole('button', { name: 'Clear the filter' }),
    );
    expect(await within(all).findByText('4 sites')).toBeVisible();
  });

  it('keeps the choice of an owner in the address', async () => {
    const user = userEvent.setup({ delay: null });
    const { apis } = renderHome();
    const all = await panel('All documentation');
    await user.click(within(all).getByRole('button', { name: /All owners/ }));
    await user.click(
      await screen.findByRole('option', { name: 'Checkout team (2)' }),
    );
    expect(await within(all).findByText('2 of 4 sites')).toBeVisible();
    expect(apis.get(coreApis.appHistory)?.getSnapshot().location.search).toBe(
      '?owner=group%3Adefault%2Fteam-checkout',
    );
  });

  it('opens with the owner that a link names', async () => {
    renderHome({ route: '/docs?owner=mine' });
    const all = await panel('All documentation');
    expect(linksIn(all)).toEqual(['ledger-service', 'payment-service']);
  });

  it('lists pages read lately, but none of a site that is gone', async () => {
    renderHome({
      visits: [
        {
          pathname: '/docs/default/component/cart-service/how-to-run-locally/',
          timestamp: Date.now() - 3 * 3_600_000,
        },
        {
          pathname: '/docs/default/component/payment-service',
          timestamp: Date.now() - 60_000,
        },
        { pathname: '/docs/default/component/gone', timestamp: Date.now() },
        { pathname: '/catalog', timestamp: Date.now() },
      ],
    });
    const recent = await panel('Recently read');
    expect(
      await within(recent).findByRole('link', { name: 'How to run locally' }),
    ).toHaveAttribute(
      'href',
      '/docs/default/component/cart-service/how-to-run-locally',
    );
    expect(linksIn(recent)).toEqual(['payment-service', 'How to run locally']);
    expect(within(recent).getByText('3 hours ago')).toBeVisible();
  });

  it('keeps starred sites by keyboard', async () => {
    const user = userEvent.setup({ delay: null });
    renderHome();
    const starred = await panel('Starred');
    expect(linksIn(starred)).toEqual([]);
    const star = within(await panel('Checkout')).getByRole('button', {
      name: 'Star cart-service',
    });
    star.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(linksIn(starred)).toEqual(['cart-service']));
    expect(star).toHaveAttribute('aria-pressed', 'true');
  });

  it('searches the text of all documentation', async () => {
    const user = userEvent.setup({ delay: null });
    const { apis } = renderHome();
    await user.type(
      await screen.findByRole('searchbox', {
        name: 'Search all documentation',
      }),
      'No signing key{Enter}',
    );
    const { pathname, search } =
      apis.get(coreApis.appHistory)?.getSnapshot().location ?? {};
    expect(pathname).toBe('/search');
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
      'types[]': 'techdocs',
      query: 'No signing key',
    });
  });

  it('tells how to publish when there is nothing to read', async () => {
    renderHome({ catalogApi: catalogApiMock({ entities: [withoutDocs] }) });
    expect(
      await screen.findByText('No documentation has been published yet'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Start a documentation site' }),
    ).toHaveAttribute('href', '/create');
  });

  it('offers to write the first page of what the team has not documented', async () => {
    renderHome();
    const without = await panel('Without documentation');
    expect(within(without).getByText('undocumented')).toBeVisible();
    expect(
      await within(without).findByRole('link', {
        name: 'Write the first page of undocumented',
      }),
    ).toHaveAttribute(
      'href',
      '/docs/edit?entity=component%3Adefault%2Fundocumented',
    );
  });

  it('says whom to ask where the repository would refuse it', async () => {
    renderHome({
      listFirstPages: async ([entityRef]) => [
        { entityRef, repository: 'acme/org', isTaken: false },
      ],
    });
    const without = await panel('Without documentation');
    expect(
      await within(without).findByText(
        'It is defined in acme/org, which you cannot write to. Ask somebody who maintains that repository.',
      ),
    ).toBeVisible();
    expect(within(without).queryByRole('link')).toBeNull();
  });

  it('says what failed and tries again', async () => {
    const user = userEvent.setup({ delay: null });
    const catalogApi = catalogApiMock.mock();
    catalogApi.queryEntities.mockRejectedValueOnce(
      new Error('The catalog is away'),
    );
    renderHome({ catalogApi });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog is away',
    );
    const [handbook] = acme.slice(3);
    catalogApi.queryEntities.mockResolvedValue({
      items: [handbook],
      totalItems: 1,
      pageInfo: {},
    });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(linksIn(await panel('No system'))).toEqual(['handbook']);
  });

  it('reads long lists page by page, and draws their beginning', async () => {
    const catalogApi = catalogApiMock.mock();
    const site = (number: number) =>
      docs(`service-${number}`, 'team-checkout', 'checkout');
    catalogApi.queryEntities
      .mockResolvedValueOnce({
        items: Array.from({ length: 310 }, (_, index) => site(index)),
        totalItems: 311,
        pageInfo: { nextCursor: 'next' },
      })
      .mockResolvedValueOnce({
        items: [site(310)],
        totalItems: 311,
        pageInfo: {},
      })
      .mockResolvedValue({ items: [], totalItems: 0, pageInfo: {} });
    renderHome({ catalogApi });
    expect(await screen.findByText('311 sites')).toBeVisible();
    expect(screen.getByText('Show 11 more')).toBeVisible();
    expect(catalogApi.queryEntities).toHaveBeenNthCalledWith(
      2,
      expect.objectContaining({ cursor: 'next' }),
    );
    expect(catalogApi.queryEntities.mock.calls[0][0]?.fields).not.toContain(
      'relations',
    );
  });
});
