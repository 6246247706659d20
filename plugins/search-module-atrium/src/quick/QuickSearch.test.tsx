import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Command } from '@atrium/ui';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { coreApis, useAppLocation } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { SearchResultSet } from '@backstage/plugin-search-common';
import { visitsApiRef } from '@backstage/plugin-home';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import {
  type PermissionApi,
  permissionApiRef,
} from '@backstage/plugin-permission-react';
import { searchApiRef } from '@backstage/plugin-search-react';
import {
  paymentService,
  refundOperation,
  refundPage,
} from '../__testUtils__/searchResults';
import { QuickSearch } from './QuickSearch';
import { quickSearchApiRef } from './QuickSearchApi';
import { QuickSearchState } from './QuickSearchState';

const query = jest.fn<
  Promise<SearchResultSet>,
  [{ term: string; types?: string[] }, { signal?: AbortSignal }?]
>();

function Address() {
  const { pathname, search, hash } = useAppLocation();
  return <output>{`${pathname}${search}${hash}`}</output>;
}

const commands: Command[] = [
  {
    title: 'Request a database',
    icon: null,
    href: '/provisioning/requests/new',
  },
  {
    title: 'Deployments of',
    icon: null,
    href: 'delivery',
    kinds: ['component'],
  },
  {
    title: 'New SLO for',
    icon: null,
    href: 'slos?new',
    kinds: ['component'],
    permission: createPermission({
      name: 'slo.definition.propose',
      attributes: { action: 'create' },
      resourceType: 'catalog-entity',
    }),
  },
];

const authorize = jest.fn<
  ReturnType<PermissionApi['authorize']>,
  Parameters<PermissionApi['authorize']>
>();

const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-payments', namespace: 'default' },
  spec: { profile: { displayName: 'Payments' } },
};

const visitsApi = {
  list: jest.fn(async () => [
    {
      id: '1',
      name: 'ledger',
      pathname: '/catalog/default/component/ledger',
      hits: 1,
      timestamp: 0,
    },
  ]),
  save: jest.fn(),
};

async function renderQuickSearch(options: { commands?: Command[] } = {}) {
  const state = new QuickSearchState();
  renderInTestApp(
    <TestQueryProvider>
      <button type="button" onClick={state.open}>
        Open
      </button>
      <input aria-label="Another field" />
      <QuickSearch commands={options.commands} />
      <Address />
    </TestQueryProvider>,
    {
      apis: [
        [coreApis.icons, { icon: () => null, listIconKeys: () => [] }],
        [searchApiRef, { query }],
        [catalogApiRef, catalogApiMock({ entities: [team] })],
        [quickSearchApiRef, state],
        [permissionApiRef, { authorize }],
        ...(options.commands ? [[visitsApiRef, visitsApi] as const] : []),
      ],
    },
  );
  await screen.findByText('Open');
}

/** Without a pause between keys: on a busy machine typing would seem to rest. */
async function openAndType(text: string) {
  const user = userEvent.setup({ delay: null });
  await user.click(screen.getByText('Open'));
  await user.type(await screen.findByRole('combobox'), text);
}

beforeEach(() => {
  query.mockReset();
  authorize.mockReset();
  query.mockResolvedValue({
    results: [paymentService, refundOperation, refundPage],
  });
});

// Before the others, after which the code is there at once.
it('has in its field what was typed while its code was loaded', async () => {
  await renderQuickSearch();
  const button = screen.getByText('Open');
  button.focus();
  const press = (key: string) => fireEvent.keyDown(button, { key });
  ['/', 'x', 'Escape', '/', 'p', 'a', 'y', '?'].forEach(press);
  const field = await screen.findByRole('combobox', { name: 'Search' });
  expect(field).toHaveValue('pay?');
  await waitFor(() => expect(field).toHaveFocus());
  await userEvent.keyboard('s');
  expect(field).toHaveValue('pay?s');
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
});

it('opens by its keys, but not for somebody who types, and gives the focus back', async () => {
  await renderQuickSearch();
  await userEvent.type(screen.getByLabelText('Another field'), '/');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

  screen.getByText('Open').focus();
  await userEvent.keyboard('/');
  const dialog = await screen.findByRole('dialog', { name: 'Search' });
  const field = within(dialog).getByRole('combobox', { name: 'Search' });
  expect(field).toHaveFocus();
  expect(field).toHaveValue('');

  await userEvent.keyboard('{Escape}');
  await waitFor(() =>
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
  );
  await waitFor(() => expect(screen.getByText('Open')).toHaveFocus());

  await userEvent.keyboard('{Control>}k{/Control}');
  expect(await screen.findByRole('dialog')).toBeInTheDocument();
});

it('shows what was found with kind and owner, the first one chosen', async () => {
  await renderQuickSearch();
  await openAndType('payment');
  await screen.findByText(/Service · Payments/);
  const options = screen.getAllByRole('option');
  expect(options.map(option => option.textContent)).toEqual([
    'payment-serviceService · Payments · billing · experimental',
    'POST /refundsOperation of Payment API · Payments',
    'RefundsDocs of payment-service',
    'See all results for “payment”',
  ]);
  expect(within(options[0]).getByText('payment').tagName).toBe('MARK');
  expect(options[0]).toHaveAttribute('aria-selected', 'true');
  expect(screen.getByRole('combobox')).toHaveAttribute(
    'aria-activedescendant',
    options[0].id,
  );
  expect(query).toHaveBeenCalledTimes(1);
  expect(query.mock.calls[0][0]).toEqual({ term: 'payment', pageLimit: 8 });
});

it('opens the first result by Enter and another by the arrow keys', async () => {
  await renderQuickSearch();
  await openAndType('payment');
  await screen.findByText('Refunds');
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent(
    '/catalog/default/component/payment-service',
  );
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

  await openAndType('payment');
  await screen.findByText('Refunds');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent(
    '/catalog/default/api/payment-api/definition#POST%20%2Frefunds',
  );
});

it('leads to all results by the last option, and at once before there are any', async () => {
  await renderQuickSearch();
  await openAndType('payment');
  await screen.findByText('Refunds');
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent('/search?query=payment');

  query.mockReturnValue(new Promise(() => {}));
  await openAndType('POST /refunds{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent(
    '/search?query=POST+%2Frefunds',
  );
});

it('opens a result by a click', async () => {
  await renderQuickSearch();
  await openAndType('payment');
  await userEvent.click(await screen.findByText('Refunds'));
  expect(screen.getByRole('status')).toHaveTextContent(
    '/docs/default/component/payment-service/refunds',
  );
});

it('aborts a search that is overtaken and ignores its answer', async () => {
  await renderQuickSearch();
  const signals: (AbortSignal | undefined)[] = [];
  query.mockImplementation(({ term }, options) => {
    signals.push(options?.signal);
    return term === 'pay'
      ? new Promise(() => {})
      : Promise.resolve({ results: [refundPage] });
  });
  await openAndType('pay');
  await waitFor(() => expect(signals).toHaveLength(1));
  await userEvent.type(screen.getByRole('combobox'), 'ment');
  expect(await screen.findByText('Refunds')).toBeInTheDocument();
  expect(signals[0]?.aborted).toBe(true);
});

it('says that nothing was found, and what was looked for instead', async () => {
  await renderQuickSearch();
  query.mockResolvedValue({ results: [] });
  await openAndType('xyzzy');
  expect(await screen.findByText(/No results for/)).toHaveTextContent('xyzzy');
  query.mockResolvedValue({
    results: [{ ...paymentService, relaxedTerm: 'payment' } as never],
  });
  await userEvent.clear(screen.getByRole('combobox'));
  await userEvent.type(screen.getByRole('combobox'), 'paymnet');
  expect(await screen.findByText(/Showing results for/)).toHaveTextContent(
    'payment',
  );
});

it('does not say that nothing was found where something can be done', async () => {
  await renderQuickSearch({ commands });
  query.mockResolvedValue({ results: [] });
  await openAndType('database');
  await screen.findByRole('option', { name: 'Request a database' });
  await screen.findByRole('option', { name: /See all results/ });
  expect(screen.queryByText(/No results for/)).not.toBeInTheDocument();
});

it('says when the search does not answer', async () => {
  await renderQuickSearch();
  query.mockRejectedValue(new Error('Out of order'));
  await openAndType('payment');
  expect(await screen.findByRole('alert')).toHaveTextContent('Out of order');
});

it('offers what can be done and the pages before, then does it', async () => {
  await renderQuickSearch({ commands });
  await userEvent.click(screen.getByText('Open'));
  const recent = await screen.findByRole('group', { name: 'Recent pages' });
  expect(within(recent).getByRole('option')).toHaveTextContent('ledger');
  const actions = screen.getByRole('group', { name: 'Actions' });
  expect(
    within(actions)
      .getAllByRole('option')
      .map(option => option.textContent),
  ).toEqual(['Request a database', 'Deployments of …', 'New SLO for …']);

  // An action about an entity asks for its name.
  await userEvent.click(within(actions).getByText('Deployments of …'));
  expect(screen.getByRole('combobox')).toHaveValue('Deployments of ');
  await userEvent.type(screen.getByRole('combobox'), 'payment');
  expect(
    await screen.findByRole('option', {
      name: 'Deployments of payment-service',
    }),
  ).toHaveAttribute('aria-selected', 'true');
  expect(query.mock.calls.map(([{ term, types }]) => [term, types])).toEqual(
    expect.arrayContaining([
      ['Deployments of payment', undefined],
      ['payment', ['software-catalog']],
    ]),
  );
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent(
    '/catalog/default/component/payment-service/delivery',
  );

  await openAndType('database');
  expect(
    await screen.findByRole('option', { name: 'Request a database' }),
  ).toHaveAttribute('aria-selected', 'true');
  await screen.findByText('Refunds');
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent(
    '/provisioning/requests/new',
  );
});

it('takes by Enter what is meant by the words typed last, found or not', async () => {
  await renderQuickSearch({ commands });
  await openAndType('deployments of payment');
  await screen.findByRole('option', { name: 'Deployments of payment-service' });

  // Neither before the search begins nor before it answers.
  query.mockReturnValue(new Promise(() => {}));
  const user = userEvent.setup({ delay: null });
  await user.type(screen.getByRole('combobox'), ' api{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent(
    '/search?query=deployments+of+payment+api',
  );

  query.mockResolvedValue({ results: [paymentService] });
  await openAndType('deployments of pay');
  await screen.findByRole('option', { name: 'Deployments of payment-service' });
  query.mockReturnValue(new Promise(() => {}));
  await user.type(screen.getByRole('combobox'), ' db');
  await waitFor(() =>
    expect(query).toHaveBeenCalledWith(
      expect.objectContaining({ term: 'pay db' }),
      expect.anything(),
    ),
  );
  await user.keyboard('{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent(
    '/search?query=deployments+of+pay+db',
  );

  await openAndType('database{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent(
    '/provisioning/requests/new',
  );
});

it.each<{
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  line: string;
  page: string;
}>([
  {
    result: AuthorizeResult.ALLOW,
    line: 'New SLO for payment-service',
    page: '/catalog/default/component/payment-service/slos?new',
  },
  {
    result: AuthorizeResult.DENY,
    line: 'New SLO for payment-serviceOnly Payments can do this. Press Enter to open the page',
    page: '/catalog/default/component/payment-service',
  },
])('offers what only owners may do, or names them: $result', async expected => {
  const { line, page, result } = expected;
  authorize.mockResolvedValue({ result });
  await renderQuickSearch({ commands });
  await openAndType('new slo for payment');
  const action = await screen.findByRole('option', { name: /^New SLO for/ });
  await waitFor(() => expect(action).toHaveTextContent(line));
  expect(action.textContent).toBe(line);
  expect(authorize.mock.calls).toEqual([
    [
      {
        permission: expect.objectContaining({ name: 'slo.definition.propose' }),
        resourceRef: 'component:default/payment-service',
      },
    ],
  ]);
  await userEvent.click(action);
  expect(screen.getByRole('status')).toHaveTextContent(page);
});

it('shows all the keys by the question mark', async () => {
  await renderQuickSearch();
  screen.getByText('Open').focus();
  await userEvent.keyboard('?');
  const sheet = await screen.findByRole('dialog', {
    name: 'Keyboard shortcuts',
  });
  expect(sheet).toHaveTextContent('Open in a new tab');
  await userEvent.keyboard('{Escape}');
  await waitFor(() =>
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
  );
});
