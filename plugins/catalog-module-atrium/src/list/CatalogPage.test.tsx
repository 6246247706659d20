import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  EntityListQuery,
  SavedView,
  SaveView,
} from '@atrium/plugin-entity-summary-common';
import { renderCatalog } from '../__testUtils__/renderCatalog';
import { paymentRow, sampleList, searchRow } from '../__testUtils__/sampleRows';
import { CatalogPage } from './CatalogPage';

const listEntities = jest.fn(async (_query: EntityListQuery) =>
  sampleList([paymentRow, searchRow]),
);

const payments = () => screen.findByRole('row', { name: /payment-service/ });

const everyEntity = {
  kind: 'component',
  limit: 50,
  type: [],
  lifecycle: [],
  tag: [],
  health: [],
};

/** What the backend was asked last. */
const asked = () => listEntities.mock.lastCall?.[0];

const expectAsked = (query: EntityListQuery) =>
  waitFor(() => expect(asked()).toEqual({ ...everyEntity, ...query }));

beforeEach(() => listEntities.mockClear());

describe('CatalogPage', () => {
  it('says of each service what people ask first', async () => {
    await renderCatalog(<CatalogPage />, { listEntities });
    const row = within(await payments());
    expect(row.getByRole('link', { name: 'payment-service' })).toHaveAttribute(
      'href',
      '/catalog/default/component/payment-service',
    );
    expect(
      row.getByText('Handles payment processing and billing'),
    ).toBeVisible();
    expect(row.getByRole('link', { name: 'Payments' })).toBeVisible();
    expect(row.getByRole('link', { name: 'Billing' })).toBeVisible();
    expect(row.getByText('2 incidents')).toBeVisible();
    expect(row.getByText('4.12.3')).toBeVisible();
    expect(row.getByText('Gold')).toBeVisible();
    expect(row.getByText('€1,240.50')).toBeVisible();
    expect(row.getByText('production')).toBeVisible();
    // Nothing known is no figure.
    const other = within(screen.getByRole('row', { name: /Search client/ }));
    expect(other.getByText('Not measured')).toBeVisible();
    expect(other.getAllByRole('img', { name: 'Unknown' })).toHaveLength(4);
    expect(screen.getByText('2 services')).toBeVisible();
    await expectAsked({});
  });

  it('has a tab for each kind, with how many there are', async () => {
    await renderCatalog(
      <CatalogPage />,
      { listEntities },
      {
        address:
          '/catalog?owner=mine&type=service&tag=java&health=bad&health=warning',
      },
    );
    const tabs = within(
      await screen.findByRole('navigation', { name: 'Kinds' }),
    );
    expect(await tabs.findByRole('link', { name: 'APIs 14' })).toHaveAttribute(
      'href',
      '/catalog?kind=api&owner=mine&tag=java&health=bad&health=warning',
    );
    expect(tabs.getByRole('link', { name: 'Services 2' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(tabs.getByRole('link', { name: 'All 16' })).toBeVisible();
  });

  it('asks for what stands in the address', async () => {
    await renderCatalog(
      <CatalogPage />,
      { listEntities },
      {
        address:
          '/catalog?owner=mine&system=system:default/billing&health=bad&health=warning&tag=java&q=pay&sort=-cost&after=one&after=two',
      },
    );
    await payments();
    await waitFor(() =>
      expect(asked()).toEqual({
        ...everyEntity,
        ownerRef: 'user:default/priya',
        systemRef: 'system:default/billing',
        health: ['bad', 'warning'],
        tag: ['java'],
        text: 'pay',
        sort: 'cost',
        order: 'desc',
        cursor: 'two',
      }),
    );
  });

  it('offers no filter that has nothing to choose', async () => {
    const none = sampleList([searchRow]);
    const options = { ...none.options, lifecycle: [], system: [], tag: [] };
    await renderCatalog(<CatalogPage />, {
      listEntities: async () => ({ ...none, options }),
    });
    expect(
      await screen.findByRole('button', { name: /Any type/ }),
    ).toBeVisible();
    await waitFor(() => {
      for (const name of [/Any system/, /Any lifecycle/, /Any tag/]) {
        expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
      }
    });
  });

  it('narrows and sorts, and begins with the first page again', async () => {
    await renderCatalog(
      <CatalogPage />,
      { listEntities },
      { address: '/catalog?after=one' },
    );
    await payments();
    await userEvent.click(screen.getByRole('button', { name: /Any owner/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Payments (1)' }),
    );
    await expectAsked({ ownerRef: 'group:default/team-payments' });
    await userEvent.click(screen.getByRole('button', { name: /Any health/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Critical (1)' }),
    );
    await userEvent.keyboard('{Escape}');
    // The most expensive first: that is what people look for.
    await userEvent.click(
      screen.getByRole('button', { name: 'Cost in November' }),
    );
    const narrowed = {
      ownerRef: 'group:default/team-payments',
      health: ['bad'],
    };
    await waitFor(() =>
      expect(asked()).toMatchObject({
        ...narrowed,
        sort: 'cost',
        order: 'desc',
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await expectAsked({ sort: 'cost', order: 'desc' });
    await userEvent.click(screen.getByRole('button', { name: 'Mine' }));
    await waitFor(() =>
      expect(asked()).toMatchObject({ ownerRef: 'user:default/priya' }),
    );
  });

  it('leads from page to page', async () => {
    listEntities.mockImplementation(async ({ cursor }) => ({
      ...sampleList([cursor ? searchRow : paymentRow]),
      totalItems: 51,
      nextCursor: cursor ? undefined : 'second',
    }));
    await renderCatalog(<CatalogPage />, { listEntities });
    await payments();
    const pages = within(screen.getByRole('navigation', { name: 'Pages' }));
    expect(pages.getByText('1–1 of 51')).toBeVisible();
    await userEvent.click(pages.getByRole('button', { name: 'Next' }));
    await screen.findByRole('row', { name: /Search client/ });
    expect(await pages.findByText('51–51 of 51')).toBeVisible();
    await userEvent.click(pages.getByRole('button', { name: 'Previous' }));
    await payments();
    listEntities.mockImplementation(async () =>
      sampleList([paymentRow, searchRow]),
    );
  });

  it('shows no cost, and asks for no order by it, where one may see none', async () => {
    const { cost, ...withoutCost } = paymentRow;
    listEntities.mockImplementation(async () => sampleList([withoutCost]));
    await renderCatalog(
      <CatalogPage />,
      { listEntities },
      {
        address: '/catalog?sort=-cost',
        isRefused: ({ permission }) => permission.name === 'cost.total.read',
      },
    );
    await payments();
    expect(
      screen.queryByRole('columnheader', { name: /Cost/ }),
    ).not.toBeInTheDocument();
    await expectAsked({});
    listEntities.mockImplementation(async () =>
      sampleList([paymentRow, searchRow]),
    );
  });

  it('says of which scorecard the levels are', async () => {
    await renderCatalog(<CatalogPage />, { listEntities });
    await payments();
    expect(
      screen.getByRole('columnheader', { name: 'Level Production readiness' }),
    ).toBeInTheDocument();
  });

  it('keeps which columns somebody wants', async () => {
    await renderCatalog(<CatalogPage />, { listEntities });
    await payments();
    expect(
      screen.queryByRole('columnheader', { name: 'Tags' }),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      await screen.findByRole('menuitemcheckbox', { name: 'Tags' }),
    );
    await userEvent.keyboard('{Escape}');
    expect(
      await screen.findByRole('columnheader', { name: 'Tags' }),
    ).toBeInTheDocument();
    expect(within(await payments()).getByText('pci')).toBeVisible();
  });

  it('teaches when there is nothing, and when nothing matches', async () => {
    await renderCatalog(
      <CatalogPage />,
      { listEntities: async () => sampleList([]) },
      { address: '/catalog?q=spaceship' },
    );
    expect(await screen.findByText('No matching services')).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('No services yet')).toBeVisible();
  });

  it('says that it is loading, and what went wrong', async () => {
    let fail = (_error: Error) => {};
    await renderCatalog(<CatalogPage />, {
      listEntities: () =>
        new Promise((_resolve, reject) => {
          fail = reject;
        }),
    });
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeVisible();
    fail(new Error('The portal is restarting'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The portal is restarting',
    );
  });
});

describe('selected rows', () => {
  it('say who may refresh them only once that is known', async () => {
    const refusal = Promise.withResolvers<boolean>();
    await renderCatalog(
      <CatalogPage />,
      { listEntities },
      {
        isRefused: request =>
          'resourceRef' in request &&
          (request.resourceRef === searchRow.entityRef
            ? refusal.promise
            : false),
      },
    );
    await payments();
    const box = screen.getByRole('checkbox', {
      name: 'Select all on this page',
    });
    await userEvent.click(box);
    expect(await screen.findByText('2 selected')).toBeVisible();
    refusal.resolve(true);
    expect(
      await screen.findByText('2 selected. Only Search can refresh 1'),
    ).toBeVisible();
  });

  it('can be starred, and refreshed by who owns them', async () => {
    const { catalogApi } = await renderCatalog(
      <CatalogPage />,
      { listEntities },
      {
        isRefused: request =>
          'resourceRef' in request &&
          request.resourceRef === searchRow.entityRef,
      },
    );
    await payments();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Select all on this page' }),
    );
    expect(
      await screen.findByText('2 selected. Only Search can refresh 1'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Refresh 1' }));
    expect(
      await screen.findByText(/1 will be read from its source again/),
    ).toBeVisible();
    expect(catalogApi.refreshEntity.mock.calls).toEqual([
      [paymentRow.entityRef],
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Star' }));
    for (const name of ['Star payment-service', 'Star Search client']) {
      expect(await screen.findByRole('button', { name })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
    }
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear selection' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Starred' }));
    await waitFor(() =>
      expect(asked()).toMatchObject({
        entityRef: [paymentRow.entityRef, searchRow.entityRef],
      }),
    );
  });
});

describe('saved views', () => {
  const view: SavedView = {
    id: '7b0c1e0e-6f5c-4a55-9c3d-1f1b2f3a4b5c',
    title: 'Costly services',
    query: 'owner=mine&sort=-cost',
    teamRef: 'group:default/team-payments',
    authorRef: 'user:default/elena',
    // The same day wherever it is read.
    createdAt: '2026-11-27T11:00:00.000Z',
    canDelete: true,
  };

  it('keep the list under a name, for a team', async () => {
    const saveView = jest.fn(async (saved: SaveView) => ({
      ...view,
      ...saved,
    }));
    await renderCatalog(
      <CatalogPage />,
      { listEntities, saveView },
      { address: '/catalog?sort=-cost&owner=mine&after=one' },
    );
    await payments();
    await userEvent.click(screen.getByRole('button', { name: 'Views' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Save this view' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'Costly services',
    );
    await userEvent.click(screen.getByRole('button', { name: /For/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'All of Payments' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(saveView).toHaveBeenCalledWith({
        title: 'Costly services',
        query: 'owner=mine&sort=-cost',
        teamRef: 'group:default/team-payments',
      }),
    );
  });

  it('can be opened and deleted', async () => {
    const deleteView = jest.fn(async () => {});
    await renderCatalog(<CatalogPage />, {
      listEntities,
      listViews: async () => ({ items: [view] }),
      deleteView,
    });
    await payments();
    await userEvent.click(screen.getByRole('button', { name: 'Views' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Costly services' }),
    );
    await expectAsked({
      ownerRef: 'user:default/priya',
      sort: 'cost',
      order: 'desc',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Costly services' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Manage views' }),
    );
    expect(
      await screen.findByText('Payments, saved 27 Nov 2026'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Delete Costly services' }),
    );
    await waitFor(() => expect(deleteView).toHaveBeenCalledWith(view.id));
  });
});
