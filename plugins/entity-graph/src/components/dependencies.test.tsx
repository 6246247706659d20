import type {
  Impact,
  NeighbourhoodQuery,
} from '@atrium/plugin-entity-graph-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EntityGraphApi } from '../api/EntityGraphApi';
import { renderGraph } from '../__testUtils__/renderGraph';
import { sampleEdge, sampleNode } from '../__testUtils__/sampleGraph';
import { DifferencesView } from './more/DifferencesView';
import { Dependencies } from './page/Dependencies';
import { DependenciesPage } from './page/DependenciesPage';

const payment = sampleNode('component:default/payment', {
  hops: 0,
  title: 'Payment service',
});
const checkout = sampleNode('component:default/checkout', {
  ownerRef: 'group:default/shop',
  ownerTitle: 'Shop',
  type: 'service',
  tier: 'critical',
  facts: {
    health: 'bad',
    openIncidents: 1,
    version: '1.4.0',
    budgetRemaining: -0.1,
    cost: { amount: '1240.50', currency: 'EUR', month: '2025-11' },
  },
});
const database = sampleNode('resource:default/payments-db');

const graph = {
  nodes: [payment, checkout, database],
  edges: [
    sampleEdge(checkout.entityRef, payment.entityRef, { origin: 'observed' }),
    sampleEdge(payment.entityRef, database.entityRef),
  ],
  leftOut: 0,
  facts: 'ready' as const,
};

const impact: Impact = {
  entity: payment,
  hops: 4,
  affected: [
    {
      ...checkout,
      weight: 93,
      reasons: ['critical', 'budget-spent'],
      via: ['payment-api'],
    },
  ],
  teams: [
    {
      ownerRef: 'group:default/shop',
      title: 'Shop',
      entities: 1,
      weight: 93,
      contacts: [
        { title: '#shop', url: 'https://chat.example/shop' },
        { title: 'shop@acme.example', url: 'mailto:shop@acme.example' },
      ],
    },
  ],
  leftOut: 0,
  facts: 'ready',
  at: '2026-11-28T10:00:00.000Z',
};

beforeEach(() => {
  window.matchMedia = query => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => false,
  });
});

it('lists what an entity depends on and what uses it, with what was only observed', async () => {
  const getNeighbourhood = jest.fn(async (_: NeighbourhoodQuery) => graph);
  renderGraph(
    <Dependencies entityRef={payment.entityRef} />,
    { getNeighbourhood },
    '/?view=list&hops=3',
  );
  expect(await screen.findByText('3 entities, 2 dependencies')).toBeVisible();
  const usedBy = screen.getByRole('region', { name: 'Used by' });
  const [titles, row] = within(usedBy).getAllByRole('row');
  expect(titles).toHaveTextContent('Cost in November');
  expect(row).toHaveTextContent(
    'checkoutService1ShopCritical1.4.0€1,240.50Observed, not declared',
  );
  expect(within(row).getByRole('link', { name: 'checkout' })).toHaveAttribute(
    'href',
    '/catalog/default/component/checkout',
  );
  const dependsOn = screen.getByRole('region', { name: 'Depends on' });
  expect(dependsOn).toHaveTextContent(
    'payments-dbResource1No ownerNot measuredUnknownNo costDeclared',
  );
  expect(getNeighbourhood).toHaveBeenLastCalledWith(
    expect.objectContaining({ entityRef: payment.entityRef, hops: 3 }),
    expect.anything(),
  );
});

it('has the shape of what it reads while it does', async () => {
  const getNeighbourhood = () => new Promise<never>(() => {});
  renderGraph(
    <Dependencies entityRef={payment.entityRef} />,
    { getNeighbourhood },
    '/?view=list',
  );
  const loading = await screen.findByRole('status', { name: 'Loading' });
  expect(within(loading).getByText('Depends on')).toBeVisible();
  expect(within(loading).getByText('Used by')).toBeVisible();
});

it('is about the entity that a link to the stock catalog graph names', async () => {
  const getNeighbourhood = jest.fn(async (_: NeighbourhoodQuery) => graph);
  renderGraph(
    <DependenciesPage />,
    { getNeighbourhood },
    `/?rootEntityRefs%5B%5D=${payment.entityRef}&maxDepth=1`,
  );
  expect(await screen.findByText('3 entities, 2 dependencies')).toBeVisible();
  expect(getNeighbourhood).toHaveBeenCalledTimes(1);
  expect(getNeighbourhood).toHaveBeenCalledWith(
    expect.objectContaining({ entityRef: payment.entityRef }),
    expect.anything(),
  );
});

it('says what fails with an entity and whom to call, and exports it', async () => {
  const exportNotice = jest.fn(async () => new Blob(['# Change notice']));
  URL.createObjectURL = () => 'blob:notice';
  URL.revokeObjectURL = () => {};
  renderGraph(
    <Dependencies entityRef={payment.entityRef} />,
    { getImpact: async () => impact, exportNotice },
    '/?view=impact',
  );
  expect(
    await screen.findByText(
      'If Payment service fails, 1 entity from 1 team can fail with it',
    ),
  ).toBeVisible();
  const teams = screen.getByRole('region', { name: 'Teams' });
  expect(within(teams).getByRole('link', { name: /#shop/ })).toHaveAttribute(
    'href',
    'https://chat.example/shop',
  );
  expect(
    within(teams).getByRole('link', { name: 'shop@acme.example' }),
  ).toHaveAttribute('href', 'mailto:shop@acme.example');
  const affected = screen.getByRole('region', { name: 'Affected entities' });
  // The first fact is the heading of the card that a row is on a phone.
  const [, row] = within(affected).getAllByRole('row');
  const [heading] = within(row).getAllByRole('cell');
  expect(within(heading).getByRole('link', { name: 'checkout' })).toBeVisible();
  expect(row).toHaveTextContent(
    'checkoutService93ShopCritical−10%€1,240.501Critical tier · Error budget spentthrough payment-api',
  );
  await userEvent.click(
    screen.getByRole('button', { name: 'Export change notice' }),
  );
  await waitFor(() =>
    expect(exportNotice).toHaveBeenCalledWith({
      entityRef: payment.entityRef,
      hops: 4,
    }),
  );
});

it('names what an entity relies on and which of it is weakest', async () => {
  renderGraph(
    <Dependencies entityRef={checkout.entityRef} />,
    {
      getReliance: async () => ({
        entity: checkout,
        hops: 4,
        reliedOn: [{ ...payment, hops: 1, via: [] }],
        measured: 0,
        leftOut: 0,
        facts: 'ready',
      }),
    },
    '/?view=reliance',
  );
  // What no SLO measures is not drawn as zero.
  expect(
    await screen.findByRole('group', { name: 'Weakest' }),
  ).toHaveTextContent('Not measuredNo SLO on the path');
  expect(
    screen.getByRole('region', { name: 'Entities it relies on' }),
  ).toHaveTextContent(
    'Payment serviceComponent1No ownerNot measuredNot measuredDirectly',
  );
});

it('shows the way between two entities, and that it leads back', async () => {
  const getPath = jest.fn(async () => ({
    nodes: [checkout, payment],
    edges: [sampleEdge(checkout.entityRef, payment.entityRef)],
    isReversed: true,
    isComplete: true,
    facts: 'ready' as const,
  }));
  renderGraph(
    <Dependencies />,
    { getPath },
    `/?view=path&from=${payment.entityRef}&to=${checkout.entityRef}`,
  );
  const way = await screen.findByRole('list', { name: 'Path' });
  expect(
    within(way)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'checkoutServiceCritical',
    'DeclaredPayment serviceComponentNot measured',
  ]);
  expect(screen.getByText(/it is the other way round/)).toBeVisible();
});

it('lists cycles with their owners, and teaches where no call was reported', async () => {
  renderGraph(
    <Dependencies />,
    {
      getCycles: async () => ({
        items: [{ nodes: [payment, checkout], size: 2 }],
        totalItems: 1,
      }),
      getDifferences: async () => ({
        items: [],
        totalItems: 0,
        totals: { undeclared: 0, unseen: 0 },
        observedSources: 0,
      }),
    },
    '/?view=cycles',
  );
  expect(
    await screen.findByRole('region', { name: 'Cycles' }),
  ).toHaveTextContent('Payment servicecheckoutPayment service2No owner, Shop');
  await userEvent.click(
    screen.getByRole('radio', { name: 'Declared and observed' }),
  );
  expect(await screen.findByText('No calls were reported')).toBeVisible();
});

it('says nothing of differences that it does not know', async () => {
  const edge = sampleEdge(checkout.entityRef, payment.entityRef);
  const answer = {
    items: [{ edge, source: checkout, target: payment }],
    totalItems: 1,
    totals: { undeclared: 1, unseen: 0 },
    observedSources: 1,
  };
  const notYet = new Promise<never>(() => {});
  const getDifferences: jest.MockedFunction<EntityGraphApi['getDifferences']> =
    jest.fn(async ({ kind, limit }) =>
      limit === 1 || kind === 'unseen' ? notYet : answer,
    );
  renderGraph(<DifferencesView owner={undefined} />, { getDifferences });
  const rows = () =>
    screen.queryByRole('region', { name: /^(Observed|Declared), / });

  expect(await screen.findByText('1 of 1 shown')).toBeVisible();
  expect(rows()).toHaveTextContent('Payment service');

  await userEvent.click(
    screen.getByRole('radio', { name: 'Declared, never observed' }),
  );
  expect(rows()).not.toBeInTheDocument();
});

it('does not take differences for none where it could not ask', async () => {
  renderGraph(<DifferencesView owner={undefined} />, {
    getDifferences: async ({ limit }) => {
      if (limit === 1) {
        throw new Error('Out of order');
      }
      return {
        items: [],
        totalItems: 0,
        totals: { undeclared: 0, unseen: 0 },
        observedSources: 0,
      };
    },
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('Out of order');
  expect(screen.queryByText('No differences')).not.toBeInTheDocument();
});
