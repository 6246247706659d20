import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { coreApis, useAppLocation } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  SearchQuery,
  SearchResultSet,
} from '@backstage/plugin-search-common';
import { searchApiRef } from '@backstage/plugin-search-react';
import {
  paymentService,
  refundOperation,
  refundPage,
  scorecard,
} from '../__testUtils__/searchResults';
import { SearchPage } from './SearchPage';

const query = jest.fn<Promise<SearchResultSet>, [SearchQuery]>();

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payment-service' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/team-payments' },
    { type: 'partOf', targetRef: 'system:default/billing' },
    { type: 'partOf', targetRef: 'component:default/other' },
  ],
};

const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-payments', namespace: 'default' },
  spec: { profile: { displayName: 'Payments' } },
};

function Address() {
  const { pathname, search } = useAppLocation();
  return <output aria-label="Address">{`${pathname}${search}`}</output>;
}

async function renderPage(path: string) {
  renderInTestApp(
    <TestQueryProvider>
      <SearchPage
        items={[
          {
            predicate: ({ type }) => type === 'score-card',
            component: ({ result }) => <p>Scorecard: {result?.title}</p>,
          },
        ]}
        resultTypes={[
          { value: 'techdocs', name: 'Known already' },
          { value: 'score-card', name: 'Scorecards' },
        ]}
      />
      <Address />
    </TestQueryProvider>,
    {
      initialRouteEntries: [path],
      apis: [
        [coreApis.icons, { icon: () => null, listIconKeys: () => [] }],
        [searchApiRef, { query }],
        [catalogApiRef, catalogApiMock({ entities: [component, team] })],
      ],
    },
  );
  await screen.findByRole('searchbox');
}

const lastQuery = () => query.mock.calls.at(-1)?.[0];
const address = () => screen.getByLabelText('Address').textContent;

beforeEach(() => {
  query.mockReset();
  query.mockResolvedValue({
    results: [paymentService, refundOperation, refundPage, scorecard],
    numberOfResults: 4,
  });
});

it('shows results of each type, with highlights and what they belong to', async () => {
  await renderPage('/?query=payment');
  const results = await screen.findByRole('region', { name: 'Results' });
  expect(within(results).getByRole('status')).toHaveTextContent('4 results');
  await within(results).findAllByText('Payments');
  const items = within(results).getAllByRole('listitem');
  expect(items.map(item => item.textContent)).toEqual([
    'payment-serviceServicePaymentsbillingexperimentalHandles payments',
    'POST /refundsdeprecatedOperation of Payment APIPaymentsRefund a payment',
    'RefundsDocs of payment-serviceHow money goes back',
    // The plugin that knows the type draws it.
    'Scorecard: Production readiness',
  ]);
  expect(within(items[0]).getByText('payments').tagName).toBe('MARK');
  expect(within(items[1]).getByRole('link')).toHaveAttribute(
    'href',
    expect.stringContaining(
      '/catalog/default/api/payment-api/definition#POST%20%2Frefunds',
    ),
  );
});

it('searches once for what is typed and keeps it in the address', async () => {
  await renderPage('/?query=pay');
  await screen.findByRole('region', { name: 'Results' });
  query.mockClear();
  await userEvent.click(screen.getByRole('searchbox'));
  await userEvent.paste('ment');
  await waitFor(() => expect(address()).toBe('/?query=payment'));
  expect(query.mock.calls.map(([{ term }]) => term)).toEqual(['payment']);
});

it('asks for types and kinds by tab, and for owners and systems', async () => {
  await renderPage('/?query=payment&owner=group:default/team-payments');
  await screen.findByRole('region', { name: 'Results' });
  expect(lastQuery()).toMatchObject({
    term: 'payment',
    types: undefined,
    filters: { ownerRef: ['group:default/team-payments'] },
  });
  expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual([
    'All',
    'Software',
    'APIs',
    'Docs',
    'Templates',
    'People',
    'Scorecards',
  ]);

  await userEvent.click(screen.getByRole('tab', { name: 'APIs' }));
  await waitFor(() =>
    expect(lastQuery()).toMatchObject({
      types: ['software-catalog', 'api-definition'],
      filters: { kind: ['API'], ownerRef: ['group:default/team-payments'] },
    }),
  );

  await userEvent.click(screen.getByRole('button', { name: /System/ }));
  expect(
    (await screen.findAllByRole('option')).map(option => option.textContent),
  ).toEqual(['billing']);
  await userEvent.click(screen.getByRole('option', { name: 'billing' }));
  await userEvent.keyboard('{Escape}');
  await waitFor(() =>
    expect(lastQuery()?.filters).toMatchObject({
      systemRef: ['system:default/billing'],
    }),
  );
  expect(new URLSearchParams(address()?.split('?')[1]).get('tab')).toBe('apis');

  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  await waitFor(() => expect(lastQuery()?.filters).toEqual({ kind: ['API'] }));
});

it('reads the addresses of the stock search page', async () => {
  await renderPage('/?types[]=techdocs&query=refund');
  expect(
    await screen.findByRole('tab', { name: 'Docs', selected: true }),
  ).toBeInTheDocument();
  expect(lastQuery()).toMatchObject({ term: 'refund', types: ['techdocs'] });
});

it('turns pages by the address and moves the focus to the top', async () => {
  await renderPage('/?query=payment');
  query.mockResolvedValue({
    results: [paymentService],
    nextPageCursor: 'Mg==',
    previousPageCursor: 'MA==',
  });
  await userEvent.clear(screen.getByRole('searchbox'));
  await userEvent.type(screen.getByRole('searchbox'), 'many');
  await userEvent.click(await screen.findByRole('button', { name: 'Next' }));
  await waitFor(() => expect(lastQuery()?.pageCursor).toBe('Mg=='));
  expect(address()).toBe('/?query=many&pageCursor=Mg%3D%3D');
  const results = screen.getByRole('region', { name: 'Results' });
  expect(within(results).getByRole('status')).toHaveFocus();

  // Another term begins at its first page.
  await userEvent.type(screen.getByRole('searchbox'), ' more');
  await waitFor(() => expect(address()).toBe('/?query=many+more'));
});

it.each([
  [
    { results: [paymentService], nextPageCursor: 'MQ==' },
    'The first 1 results',
  ],
  [{ results: [paymentService] }, '1 result'],
  [{ results: [], numberOfResults: undefined }, 'No results'],
])('counts only what it knows', async (answer, sentence) => {
  query.mockResolvedValue(answer);
  await renderPage('/?query=payment');
  const results = await screen.findByRole('region', { name: 'Results' });
  expect(within(results).getByRole('status')).toHaveTextContent(sentence);
});

it('says where else something is when a tab has nothing', async () => {
  query.mockImplementation(async ({ types }) => ({
    results: types ? [] : [refundOperation],
  }));
  await renderPage('/?query=refunds&tab=people');
  expect(await screen.findByText('No results in People')).toBeInTheDocument();
  expect(screen.getByText('POST /refunds')).toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', { name: 'Search everywhere' }),
  );
  expect(
    await screen.findByRole('link', { name: 'POST /refunds' }),
  ).toBeInTheDocument();
});

it('teaches when there is nothing at all, and before the first question', async () => {
  query.mockResolvedValue({ results: [] });
  await renderPage('/?query=xyzzy');
  expect(await screen.findByText('No results for “xyzzy”')).toBeInTheDocument();
  await userEvent.clear(screen.getByRole('searchbox'));
  expect(
    await screen.findByText('What are you looking for?'),
  ).toBeInTheDocument();
});

it('does not say that nothing was found before the search has answered', async () => {
  query.mockResolvedValueOnce({ results: [] });
  await renderPage('/?query=xyzzy');
  expect(await screen.findByText('No results for “xyzzy”')).toBeInTheDocument();
  query.mockReturnValue(new Promise(() => {}));
  await userEvent.type(screen.getByRole('searchbox'), ' 2');
  await waitFor(() => expect(lastQuery()?.term).toBe('xyzzy 2'));
  expect(screen.queryByText(/No results/)).not.toBeInTheDocument();
});

it('offers another try when the search does not answer', async () => {
  query.mockRejectedValueOnce(new Error('Out of order'));
  await renderPage('/?query=payment');
  expect(await screen.findByText(/Out of order/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /again|retry/i }));
  expect(await screen.findByText('4 results')).toBeInTheDocument();
});
