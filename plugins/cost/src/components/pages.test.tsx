import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Budgets,
  CostImportDetail,
  CostRow,
} from '@atrium/plugin-cost-common';
import { page, renderCost } from '../__testUtils__/renderCost';
import {
  sampleAllocation,
  sampleAnomaly,
  sampleImport,
  sampleUnallocated,
  SERVICE,
  TEAM,
} from '../__testUtils__/samples';
import { CostPages } from './CostPages';

const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

const rowsOf = async (name: string) =>
  within(await screen.findByRole('region', { name }))
    .getAllByRole('row')
    .slice(1);

const budgets: Budgets = {
  currency: 'EUR',
  items: [
    {
      entityRef: TEAM,
      amount: '1400',
      source: 'catalog-info.yaml',
      month: '2026-11',
      monthToDate: '1510',
      forecast: { amount: '1700', low: '1', high: '2', basis: '' },
      usedRatio: 1.0786,
      forecastRatio: 1.2143,
      state: 'over',
      alerts: [
        { percent: 50, basis: 'actual', at: '2026-11-12T00:00:00Z' },
        { percent: 80, basis: 'actual', at: '2026-11-20T00:00:00Z' },
        { percent: 100, basis: 'forecast', at: '2026-11-21T00:00:00Z' },
      ],
    },
  ],
  problems: [{ entityRef: SERVICE, message: 'must be such as EUR 400' }],
};

describe('budgets', () => {
  it('says where each stands, and which cannot be read', async () => {
    renderCost(
      <CostPages />,
      { getBudgets: async () => budgets },
      { address: '/budgets' },
    );
    const [row] = await rowsOf('Budgets');
    await waitFor(() => expect(row).toHaveTextContent('Payments'));
    expect(cellsOf(row)).toEqual([
      'Payments',
      'Over budget',
      '107.9%',
      '€1,510.00',
      '€1,700.00 121.4%',
      '€1,400.00',
      '80% spent, 100% forecast',
      'Change budget',
    ]);
    expect(
      within(row).getByRole('img', {
        name: '107.9% used, 121.4% expected by the end of the month',
      }),
    ).toBeVisible();
    expect(screen.getByText('must be such as EUR 400')).toBeVisible();
  });

  it('has no column of what is expected once the month is over', async () => {
    const [{ forecast: _, forecastRatio: __, ...over }] = budgets.items;
    renderCost(
      <CostPages />,
      { getBudgets: async () => ({ ...budgets, items: [over] }) },
      { address: '/budgets' },
    );
    await rowsOf('Budgets');
    expect(screen.getByRole('columnheader', { name: /Budget/ })).toBeVisible();
    expect(
      screen.queryByRole('columnheader', { name: /Forecast/ }),
    ).not.toBeInTheDocument();
  });

  it('teaches how to have one', async () => {
    renderCost(<CostPages />, {}, { address: '/budgets' });
    expect(await screen.findByText('No budgets yet')).toBeVisible();
    expect(
      screen.getByText(/^Owners set the budget of a component/),
    ).toBeVisible();
  });

  it('leads those who may not set one to where it is defined', async () => {
    renderCost(
      <CostPages />,
      {
        getBudgets: async () => ({
          ...budgets,
          // Permissions are cached by entity.
          items: [{ ...budgets.items[0], entityRef: 'api:default/of-others' }],
        }),
      },
      {
        address: '/budgets',
        refused: ['cost.budget.propose'],
        ownerRefs: [],
      },
    );
    const [row] = await rowsOf('Budgets');
    expect(cellsOf(row).at(-1)).toBe('catalog-info.yaml');
  });
});

it('lists what was unusual, and who said why', async () => {
  const listAnomalies = jest.fn(async () =>
    page([
      {
        ...sampleAnomaly,
        state: 'acknowledged' as const,
        acknowledgement: {
          userRef: 'user:default/priya',
          reason: 'Load test',
          at: '2026-11-25T10:00:00Z',
        },
      },
    ]),
  );
  renderCost(
    <CostPages />,
    { listAnomalies },
    { address: '/anomalies?state=acknowledged' },
  );
  const [row] = await rowsOf('Unusual days');
  expect(row).toHaveTextContent('payment-service20 Nov to 26 Nov 2026');
  expect(row).toHaveTextContent('+€205.50 Amazon EBS · payments-data');
  expect(row).toHaveTextContent('Acknowledgedpriya, 25 Nov 2026: Load test');
  expect(within(row).queryByRole('button')).toBeNull();
  expect(listAnomalies).toHaveBeenCalledWith(
    expect.objectContaining({ state: 'acknowledged' }),
  );
});

it('lists what could be saved, and leads only to pages of the portal', async () => {
  const saving = {
    kind: 'idle-resource' as const,
    title: 'Database orders-copy is not used',
    evidence: 'No connection since 12 Oct 2026',
    monthly: '310.2',
    url: '/catalog/default/resource/orders-copy',
  };
  renderCost(
    <CostPages />,
    {
      getSavings: async () => ({
        currency: 'EUR',
        total: '520.4',
        items: [
          saving,
          {
            ...saving,
            title: 'Plan sp-1',
            monthly: '210.2',
            url: 'https://elsewhere.example.com',
          },
        ],
      }),
    },
    { address: '/savings' },
  );
  const [first, second] = await rowsOf('Savings');
  expect(cellsOf(first)).toEqual([
    'Database orders-copy is not usedIdle resource',
    'No connection since 12 Oct 2026',
    'None',
    '€310.20',
    'Act on it',
  ]);
  expect(within(second).queryByRole('link')).toBeNull();
  expect(screen.getByText(/2 savings/)).toHaveTextContent('€520.40 a month');
});

it('shows charges as their provider has them', async () => {
  const row: CostRow = {
    importId: 'i1',
    row: 17,
    source: 'aws',
    chargeStart: '2026-11-01T00:00:00Z',
    chargeEnd: '2026-11-02T00:00:00Z',
    provider: 'AWS',
    serviceName: 'Amazon EBS',
    resourceId: 'vol-0a1',
    chargeCategory: 'Usage',
    chargeClass: 'Correction',
    consumedQuantity: '120.3371',
    consumedUnit: 'GB-Mo',
    currency: 'USD',
    billed: '11.4560824',
    effective: '11.4560824',
    list: '12',
    contracted: '12',
    tags: { service: 'payments' },
  };
  const listRows = jest.fn(async () => page([row]));
  renderCost(
    <CostPages />,
    { listRows },
    {
      address: `/charges?entityRef=${SERVICE}&from=2026-11-01&to=2026-11-27&service=Amazon+EBS`,
    },
  );
  const [shown] = await rowsOf('Charges');
  expect(cellsOf(shown)).toEqual([
    '1 Nov 2026',
    'Amazon EBSAWS',
    'vol-0a1service: payments',
    'Usage, Correction120.34 GB-Mo',
    '$11.46',
    '$11.46',
    'Unallocated',
    'aws, row 17',
  ]);
  expect(within(shown).getAllByTitle('11.4560824 USD')).toHaveLength(2);
  await waitFor(() =>
    expect(screen.getByText(/1 charge/)).toHaveTextContent(
      '1 charge of payment-service from 1 Nov to 26 Nov 2026 Amazon EBS',
    ),
  );
  expect(listRows).toHaveBeenCalledWith(
    expect.objectContaining({ entityRef: SERVICE, service: ['Amazon EBS'] }),
  );
});

it.each([
  [
    '/imports?state=refused',
    'No imports match the filters',
    'Show all imports',
    'No bills here yet',
  ],
  [
    '/anomalies?state=open',
    'No unusual cost matches the filters',
    'Show all unusual cost',
    'Nothing unusual',
  ],
])('tells at %s no match from nothing at all', async (address, ...texts) => {
  const [noMatch, showAll, nothing] = texts;
  renderCost(
    <CostPages />,
    {
      listImports: async () => page([]),
      listAnomalies: async () => page([]),
    },
    { address },
  );
  expect(await screen.findByText(noMatch)).toBeVisible();
  expect(screen.queryByText(nothing)).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: showAll }));
  expect(await screen.findByText(nothing)).toBeVisible();
});

it('queues what nobody has, with the rule that would change that', async () => {
  const getUnallocated = jest.fn(async () => sampleUnallocated);
  renderCost(
    <CostPages />,
    { getUnallocated, getAllocation: async () => sampleAllocation },
    { address: '/unallocated' },
  );
  const [first, second] = await rowsOf('Unallocated cost');
  expect(screen.getByText(/is unallocated/)).toHaveTextContent(
    '€600.00 from 1 Nov to 26 Nov 2026 is unallocated: 15% of the total cost',
  );
  expect(first).toHaveTextContent(
    'Where resource name is analytics-*: to team-paymentsThe name of the resource contains analytics',
  );
  expect(
    within(first).getByRole('link', { name: 'team-payments' }),
  ).toHaveAttribute('href', '/catalog/default/group/team-payments');
  const link = await within(second).findByRole('link', {
    name: 'Allocate i-0A1!',
  });
  const address = new URL(link.getAttribute('href') ?? '', 'http://x');
  expect(address.pathname).toBe('/cost/allocation/edit');
  expect(JSON.parse(address.searchParams.get('rule') ?? '')).toEqual({
    name: 'i-0a1',
    match: { resourceId: 'i-0A1!' },
    to: { entity: '' },
  });
  await userEvent.click(screen.getByRole('radio', { name: 'Tags' }));
  await waitFor(() =>
    expect(getUnallocated).toHaveBeenLastCalledWith({ by: 'tag' }),
  );
});

it('says that almost all, not all, is unallocated', async () => {
  renderCost(
    <CostPages />,
    {
      // 3,998.40 of 4,000 is 99.96%.
      getUnallocated: async () => ({
        ...sampleUnallocated,
        total: '3998.40',
        organizationTotal: '4000',
      }),
    },
    { address: '/unallocated' },
  );
  expect(await screen.findByText(/is unallocated/)).toHaveTextContent(
    'is unallocated: 99.9% of the total cost',
  );
});

describe('rules', () => {
  it('says in words what each does, in their order', async () => {
    renderCost(
      <CostPages />,
      {
        getAllocation: async () => ({
          ...sampleAllocation,
          isRecalculating: true,
          problems: [
            { source: 'cost.yaml', line: 31, message: "no pool 'clutser'" },
          ],
        }),
        listAllocationVersions: async () => ({
          items: [
            {
              version: 7,
              publishedAt: '2026-11-20T09:00:00Z',
              source: 'cost.yaml',
              changes: ["Rule 'cluster' was added"],
            },
          ],
        }),
      },
      { address: '/allocation' },
    );
    const [first, second] = await rowsOf('Rules');
    expect(cellsOf(first)).toEqual([
      '1. by-service-tag',
      'tag service has a value',
      'component named by tag service',
      '€21,010.20',
      '412',
    ]);
    expect(cellsOf(second).slice(0, 3)).toEqual([
      '2. cluster',
      'cluster is prod',
      'pool Shared cluster',
    ]);
    const [pool] = await rowsOf('Pools');
    expect(cellsOf(pool)).toEqual([
      'Shared cluster',
      'By direct cost',
      'components',
      '€4,100.00',
      'Nothing',
    ]);
    expect(screen.getByText("no pool 'clutser'")).toBeVisible();
    expect(screen.getByText(/still use the previous version/)).toBeVisible();
    expect(await screen.findByText("Rule 'cluster' was added")).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Edit the rules' }),
    ).toHaveAttribute('href', '/cost/allocation/edit');
  });

  it.each([
    ['where there is no file', undefined],
    ['where the file has none', 1],
  ])('teaches how to write the first, %s', async (_where, version) => {
    renderCost(
      <CostPages />,
      {
        getAllocation: async () => ({
          ...sampleAllocation,
          version,
          rules: [],
          pools: [],
        }),
      },
      { address: '/allocation' },
    );
    expect(await screen.findByText('No rules yet')).toBeVisible();
  });
});

describe('bills', () => {
  const refused: CostImportDetail = {
    ...sampleImport,
    state: 'refused',
    message: '2 rows have no decimal number',
    report: {
      format: 'focus',
      focusVersion: '1.2',
      files: [],
      rowCount: 2,
      columns: { read: ['BilledCost'], kept: [], missing: ['InvoiceId'] },
      problems: [
        {
          severity: 'error',
          rule: 'decimal',
          column: 'BilledCost',
          message: 'Is no decimal number',
          rowCount: 2,
          examples: [{ row: 1203, value: 'NaN' }],
        },
        {
          severity: 'error',
          rule: 'row-length',
          message: 'As it was written',
          messages: {
            message: [{ key: 'cost.bill.rowLength', values: { columns: 34 } }],
          },
          rowCount: 1,
          examples: [
            {
              row: 7,
              value: 'As it was written',
              messages: {
                value: [{ key: 'cost.bill.values', values: { count: 33 } }],
              },
            },
          ],
        },
      ],
    },
    reconciliation: [
      {
        month: '2026-11',
        billingAccountId: '123',
        currency: 'USD',
        sourceAmount: '48123.123456789',
        storedAmount: '48123.123456789',
        allocatedAmount: '48123.123456788',
        isEqual: false,
      },
    ],
  };

  const sources = {
    items: [
      {
        name: 'cluster',
        kind: 'opencost' as const,
        failure: 'connect ECONNREFUSED',
        months: ['2026-11'],
        lastDay: '2026-11-25',
      },
    ],
  };

  it('says how sources and imports are', async () => {
    renderCost(
      <CostPages />,
      {
        listSources: async () => sources,
        listImports: async () => page([sampleImport]),
      },
      { address: '/imports' },
    );
    const [source] = await rowsOf('Sources of charges');
    expect(cellsOf(source)).toEqual([
      'clusterOpenCost',
      'Failingconnect ECONNREFUSED',
      'Never',
      '25 Nov 2026',
      'Nov 2026',
    ]);
    const [imported] = await rowsOf('Bill files');
    expect(cellsOf(imported).slice(0, 6)).toEqual([
      'focus-2026-11.csv.gzaws',
      'Imported1 warning',
      '123,456',
      '$48,123',
      'Oct 2026, Nov 2026Used for Nov 2026',
      'Exact match',
    ]);
  });

  it('uploads a file under the name of its source', async () => {
    const upload = jest.fn(async () => ({ ...sampleImport, id: 'i9' }));
    renderCost(
      <CostPages />,
      { upload, getImport: async () => refused },
      { address: '/imports' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Upload a bill' }),
    );
    const dialog = await screen.findByRole('dialog');
    const send = within(dialog).getByRole('button', { name: 'Upload' });
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Source' }),
      'Not valid',
    );
    await userEvent.click(send);
    expect(
      within(dialog).getByText(/Name the source of the bill/),
    ).toBeVisible();
    expect(within(dialog).getByText('Choose a file')).toBeVisible();
    expect(upload).not.toHaveBeenCalled();
    const source = within(dialog).getByRole('textbox', { name: 'Source' });
    await userEvent.clear(source);
    await userEvent.type(source, 'aws');
    const file = new File(['BilledCost\nNaN\n'], 'broken.csv');
    await userEvent.upload(within(dialog).getByLabelText('File'), file);
    await userEvent.click(send);
    await waitFor(() =>
      expect(upload).toHaveBeenCalledWith(
        { source: 'aws', name: 'broken.csv', format: 'focus' },
        file,
      ),
    );
  });

  it('reports on a file: rules, columns and sums', async () => {
    renderCost(
      <CostPages />,
      {
        getImport: async () => refused,
      },
      { address: '/imports/i1' },
    );
    expect(await screen.findByText(/none of it is used/)).toHaveTextContent(
      'Refused',
    );
    const [problem, described] = await rowsOf('Problems with the file');
    expect(cellsOf(problem)).toEqual([
      'Error',
      'Is no decimal numberdecimal',
      'BilledCost',
      '2',
      'row 1,203: NaN',
    ]);
    expect(cellsOf(described)).toEqual([
      'Error',
      'A row needs a value for each of the 34 columns, if only an empty onerow-length',
      'The row',
      '1',
      'row 7: 33 values',
    ]);
    const [line] = await rowsOf('Sums by invoice');
    expect(cellsOf(line)).toEqual([
      'Nov 2026',
      'None yet',
      '123',
      '48,123.123456789 USD',
      '48,123.123456789 USD',
      '48,123.123456788 USD',
      'No',
    ]);
  });
});
