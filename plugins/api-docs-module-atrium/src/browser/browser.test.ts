import type { ApiRow } from './ApiRow';
import { filterApis, noFilters, optionsOf } from './apiFilters';
import { matchApis, toSearchable } from './matchApis';
import { sortApis } from './sortApis';
import { apiCells } from './apiCells';

function api(name: string, part: Partial<ApiRow> = {}): ApiRow {
  return {
    id: `api:default/${name}`,
    name,
    title: name,
    description: '',
    tags: [],
    type: 'openapi',
    typeTitle: 'OpenAPI',
    lifecycle: 'production',
    providers: [],
    consumerCount: 0,
    ...part,
  };
}

const payments = {
  entityRef: 'group:default/team-payments',
  title: 'Payments',
};
const search = { entityRef: 'group:default/team-search', title: 'Search' };

const rows = [
  api('invoice-api', {
    description: 'Invoices for payments',
    owner: payments,
    consumerCount: 12,
    providers: [
      {
        entityRef: 'component:default/invoice-service',
        title: 'invoice-service',
      },
    ],
  }),
  api('ledger-api', {
    title: 'Ledger API',
    type: 'grpc',
    typeTitle: 'gRPC',
    owner: payments,
    tags: ['accounting'],
    lifecycle: 'deprecated',
  }),
  api('payment-api', {
    title: 'Payment API',
    owner: payments,
    system: { entityRef: 'system:default/billing', title: 'Billing' },
    consumerCount: 3,
    providers: [
      {
        entityRef: 'component:default/payment-service',
        title: 'payment-service',
      },
    ],
  }),
  api('search-api', { owner: search, description: 'Finds products' }),
];

function find(query: string) {
  const matches = matchApis(toSearchable(rows), query);
  return { ...matches, names: matches.rows.map(row => row.name) };
}

describe('matchApis', () => {
  it.each([
    'payments service',
    'Payment',
    'payment-service',
    'where is the API documentation of the payments service?',
    'billing',
    'Payment API',
  ])('answers %j with the payment API first', query => {
    expect(find(query).names[0]).toBe('payment-api');
  });

  it.each([
    ['grpc', ['ledger-api']],
    ['accounting', ['ledger-api']],
    ['grpc deprecated', ['ledger-api']],
    ['team-search', ['search-api']],
    ['products', ['search-api']],
    ['led', ['ledger-api']],
    ['edge', ['ledger-api']],
    ['spaceships', []],
  ])('finds by %j', (query, names) => {
    expect(find(query).names).toEqual(names);
  });

  it('wants all words, or else as many as there are', () => {
    expect(find('grpc payments')).toMatchObject({
      names: ['ledger-api'],
      isComplete: true,
    });
    expect(find('grpc payments spaceships')).toMatchObject({
      names: ['ledger-api'],
      isComplete: false,
    });
  });

  it('lists everything when nothing is asked', () => {
    expect(find(' the ').names).toHaveLength(4);
  });
});

describe('filters', () => {
  it('let through what every filter wants', () => {
    const filtered = filterApis(rows, {
      ...noFilters,
      owner: [payments.entityRef],
      type: ['openapi', 'graphql'],
    });
    expect(filtered.map(row => row.name)).toEqual([
      'invoice-api',
      'payment-api',
    ]);
  });

  it('count what the other filters leave', () => {
    const filters = { ...noFilters, type: ['grpc'], owner: [search.entityRef] };
    expect(optionsOf(rows, 'owner', filters)).toEqual([
      { value: payments.entityRef, label: 'Payments', count: 1 },
      { value: search.entityRef, label: 'Search', count: 0 },
    ]);
    expect(optionsOf(rows, 'type', filters)).toEqual([
      { value: 'grpc', label: 'gRPC', count: 0 },
      { value: 'openapi', label: 'OpenAPI', count: 1 },
    ]);
    expect(
      optionsOf(rows, 'provider', noFilters).map(({ label }) => label),
    ).toEqual(['invoice-service', 'payment-service']);
  });
});

describe('sortApis', () => {
  it('sorts numbers as numbers', () => {
    expect(
      sortApis(rows, { column: 'consumers', direction: 'descending' }).map(
        row => row.consumerCount,
      ),
    ).toEqual([12, 3, 0, 0]);
  });

  it.each(['ascending', 'descending'] as const)(
    'puts what has no value last, %s',
    direction => {
      const [first, ...others] = sortApis(rows, {
        column: 'system',
        direction,
      });
      expect(first.name).toBe('payment-api');
      expect(others.map(row => row.name)).toEqual([
        'invoice-api',
        'ledger-api',
        'search-api',
      ]);
    },
  );
});

describe('apiCells', () => {
  it('has a cell for every heading, also where nothing is known', () => {
    const [headings, cells] = apiCells([
      api('a', {
        description: 'One, two',
        tags: ['x', 'y'],
        consumerCount: 2,
      }),
    ]);
    expect(
      Object.fromEntries(headings.map((title, at) => [title, cells[at]])),
    ).toEqual({
      Name: 'api:default/a',
      Title: 'a',
      Description: 'One, two',
      Type: 'OpenAPI',
      Lifecycle: 'production',
      System: undefined,
      Owner: undefined,
      'Provided by': '',
      Consumers: 2,
      Tags: 'x, y',
    });
  });
});
