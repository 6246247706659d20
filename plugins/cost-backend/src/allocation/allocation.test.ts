import { freezeTime } from '@atrium/backend-common/testUtils';
import type { Unallocated } from '@atrium/plugin-cost-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import {
  engineering,
  fillEntities,
  ledger,
  payments,
  shop,
  teamLedger,
  teamPayments,
} from '../__testUtils__/sampleOrganization';
import type { SampleCharge } from '../__testUtils__/seedImport';
import { startAllocationParts } from '../__testUtils__/startAllocationParts';
import { startCost } from '../__testUtils__/startCost';

const CHARGES: SampleCharge[] = [
  { day: '2026-11-03', billed: '30', tags: { service: 'payment-service' } },
  { day: '2026-11-04', billed: '20', resource: 'ledger-db', service: 'RDS' },
  {
    day: '2026-11-05',
    billed: '7',
    resource: 'i-1',
    tags: { app: 'Ledger', stage: 'prod' },
  },
  { day: '2026-11-05', billed: '1', resource: 'i-2', tags: { stage: 'prod' } },
  { day: '2026-10-05', billed: '100', resource: 'i-1' },
];
const BY_TAG = {
  name: 'by-tag',
  match: { tags: { service: '*' } },
  to: { entity: 'component:default/${{ tags.service }}' },
};
const file = (spec: object) =>
  JSON.stringify({
    apiVersion: 'atrium.dev/v1',
    kind: 'CostAllocation',
    metadata: { name: 'acme' },
    spec,
  });

describe('costPlugin, rules', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let cost: Awaited<ReturnType<typeof startCost>>;

  beforeAll(async () => {
    freezeTime('2026-11-06T10:00:00Z');
    knex = await openTestDatabase(databases);
    cost = await startCost({ knex });
    await fillEntities(knex);
    const parts = startAllocationParts(knex);
    await parts.bring(CHARGES);
    await parts.publish({
      rules: [
        BY_TAG,
        { name: 'none', match: { region: 'moon' }, to: { pool: 'shared' } },
      ],
      pools: [{ name: 'shared' }],
    });
  });

  afterAll(() => jest.useRealTimers());

  const get = async (path: string, name = 'controller') => {
    const { body, status } = await cost.as(name).get(path);
    return [status, body];
  };

  it('are shown with what they did in the last 30 days', async () => {
    expect(await get('/allocation', 'shop-dev')).toMatchObject([
      200,
      {
        version: 1,
        source: 'rules.yaml',
        isRecalculating: false,
        currency: 'EUR',
        problems: [],
        rules: [
          { name: 'by-tag', line: 1, amount: '30', resourceCount: 1 },
          { name: 'none', amount: '0', resourceCount: 0 },
        ],
        pools: [{ name: 'shared', amount: '0', keptAmount: '0' }],
      },
    ]);
    expect(await get('/allocation/versions')).toEqual([
      200,
      {
        items: [
          {
            version: 1,
            source: 'rules.yaml',
            publishedAt: '2026-11-06T10:00:00.000Z',
            changes: ['Published for the first time'],
            messages: { changes: [{ key: 'cost.rules.first' }] },
          },
        ],
      },
    ]);
  });

  it('leave a queue, the largest first, with what hints at an entity', async () => {
    const [status, body] = await get('/unallocated');
    expect([status, body.total, body.organizationTotal]).toEqual([
      200,
      '28',
      '58',
    ]);
    expect(body.items).toMatchObject([
      {
        label: 'ledger-db',
        amount: '20',
        match: { resourceId: 'ledger-db' },
        hint: { by: 'resource-word', value: 'ledger' },
        suggestion: {
          name: 'to-ledger',
          match: { resourceName: 'ledger-db' },
          to: { entity: ledger },
        },
      },
      {
        label: 'i-1',
        amount: '7',
        hint: { by: 'tag', value: 'app' },
        suggestion: { match: { tags: { app: 'Ledger' } } },
      },
      { label: 'i-2', amount: '1' },
    ]);
    expect(body.items[2].suggestion).toBeUndefined();
  });

  it.each([
    [
      'tag',
      [
        ['stage: prod', '8', 2, { tags: { stage: 'prod' } }],
        ['app: Ledger', '7', 1, { tags: { app: 'Ledger' } }],
      ],
    ],
    [
      'service',
      [
        ['RDS', '20', 1, { provider: 'AWS', service: 'RDS' }],
        ['EC2', '8', 2, { provider: 'AWS', service: 'EC2' }],
      ],
    ],
    [
      'subAccount',
      [['AWS without a sub-account', '28', 3, { provider: 'AWS' }]],
    ],
  ])('are listed by %s', async (by, expected) => {
    const [, { items }] = await get(`/unallocated?by=${by}`);
    expect(
      items.map((item: Record<string, unknown>) => [
        item.label,
        item.amount,
        item.resourceCount,
        item.match,
      ]),
    ).toEqual(expected);
  });

  it('are tried before they are handed over, and nothing stays of it', async () => {
    const before = await knex('key_targets').count();
    const { body, status } = await cost
      .as('controller')
      .post('/rule-dry-runs', {
        content: file({
          rules: [
            {
              name: 'database',
              match: { resourceName: 'ledger-*' },
              to: { entity: ledger },
            },
            { ...BY_TAG, to: { entity: ledger } },
          ],
        }),
        from: '2026-11-01',
        to: '2026-12-01',
      });
    expect([status, body.problems]).toEqual([200, []]);
    expect(body.result).toEqual({
      total: '58',
      moved: '50',
      unallocated: { before: '28', after: '8' },
      teams: [
        {
          entityRef: teamLedger,
          label: 'team-ledger',
          before: '0',
          after: '50',
        },
        {
          entityRef: teamPayments,
          label: 'team-payments',
          before: '30',
          after: '0',
        },
      ],
      entities: [
        { entityRef: ledger, label: 'ledger', before: '0', after: '50' },
        { entityRef: payments, label: 'Payments', before: '30', after: '0' },
      ],
      rules: [
        { name: 'database', amount: '20', resourceCount: 1 },
        { name: 'by-tag', amount: '30', resourceCount: 1 },
      ],
    });
    expect(await knex('key_targets').count()).toEqual(before);
  });

  it('are not tried when something is wrong with them', async () => {
    const { body, status } = await cost
      .as('controller')
      .post('/rule-dry-runs', { content: file({ rules: [BY_TAG, BY_TAG] }) });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      problems: [
        {
          message: "spec.rules[1].name is 'by-tag', like another one above",
          line: 1,
        },
      ],
      period: { from: '2026-10-01', to: '2026-11-07' },
    });
    expect(body.result).toBeUndefined();
  });

  it('are changed where they are written', async () => {
    expect(await get('/proposals')).toMatchObject([
      400,
      {
        error: {
          message:
            "The rules are not written in a repository, but in 'rules.yaml': who runs the portal changes them there",
        },
      },
    ]);
    expect(await get(`/proposals?entityRef=${payments}x`)).toMatchObject([
      404,
      { error: { name: 'NotFoundError' } },
    ]);
    expect(
      await get(`/proposals?entityRef=${payments}`, 'shop-dev'),
    ).toMatchObject([
      403,
      {
        error: {
          message:
            'Only the owners of Payments and finance may change the rules of cost: ask team-payments',
          messages: { message: [{ key: 'cost.refusal.proposeRules' }] },
        },
      },
    ]);
  });

  it.each([
    ['get', '/unallocated', 403],
    ['get', '/unallocated?by=moon', 400],
    ['get', '/allocation?x=1', 400],
    ['post', '/rule-dry-runs', 403],
  ] as const)('%s %s is refused with %s', async (method, path, expected) => {
    const { status } = await cost.as('shop-dev')[method](path);
    expect(status).toBe(expected);
  });

  it('name whom to ask for what only finance may see', async () => {
    expect(await get('/unallocated', 'shop-dev')).toMatchObject([
      403,
      {
        error: {
          message: 'Only finance can see unallocated cost: ask engineering',
          messages: { message: [{ key: 'cost.refusal.unallocated' }] },
        },
      },
    ]);
  });

  it('tell which part of the cost of an entity is tagged, where that is asked', async () => {
    const parts = startAllocationParts(knex);
    await parts.bring(
      [
        { day: '2026-11-04', billed: '10', resource: 'payment-cache' },
        { day: '2026-11-04', billed: '2', resource: 'shop-cache' },
        { day: '2026-11-05', billed: '-3', tags: { service: 'shop' } },
      ],
      'other',
    );
    const byName = (name: string, entity: string) => ({
      name,
      match: { resourceName: `${name}-*` },
      to: { entity },
    });
    await parts.publish({
      rules: [
        BY_TAG,
        byName('payment', payments),
        byName('ledger', ledger),
        byName('shop', shop),
      ],
    });
    const path = `/summaries?${[payments, ledger, shop]
      .map(ref => `entityRef=${ref}`)
      .join('&')}`;
    const ratios = async (query: string) => {
      const [, { items }] = await get(`${path}${query}`, 'shop-dev');
      return items.map((item: Record<string, unknown>) => [
        item.entityRef,
        item.taggedRatio,
      ]);
    };
    // 30 of 40; 20 by name only; a credit that is larger than the cost.
    expect(await ratios('&withTagged=true')).toEqual([
      [payments, 0.75],
      [ledger, 0],
      [shop, undefined],
    ]);
    expect(await ratios('')).toEqual([
      [payments, undefined],
      [ledger, undefined],
      [shop, undefined],
    ]);
  });

  it('hint at teams, and at no group that others are below', async () => {
    await knex('entities').insert(
      [
        { name: 'acme', type: 'organization', above: [] },
        { name: 'engineering', type: 'department', above: [] },
        { name: 'team-ledger', type: 'team', above: [engineering] },
      ].map(({ above, name, type }) => ({
        entity_ref: `group:default/${name}`,
        kind: 'group',
        type,
        owner_refs: [],
        system_refs: above,
        hash: '',
      })),
    );
    await startAllocationParts(knex).bring(
      [
        { day: '2026-11-03', billed: '5', resource: 'acme-gateway' },
        { day: '2026-11-03', billed: '4', resource: 'engineering-bastion' },
        { day: '2026-11-03', billed: '3', resource: 'team-ledger-batch' },
      ],
      'names',
    );
    const [, { items }] = await get('/unallocated');
    const suggested = (items as Unallocated['items']).map(
      ({ label, suggestion }) => [label, suggestion?.to.entity],
    );
    expect(suggested).toEqual(
      expect.arrayContaining([
        ['acme-gateway', undefined],
        ['engineering-bastion', undefined],
        ['team-ledger-batch', teamLedger],
      ]),
    );
  });
});
