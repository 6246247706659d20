import {
  createTestDatabase,
  eventually,
} from '@atrium/backend-common/testUtils';
import type { CostImportDetail } from '@atrium/plugin-cost-common';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { gzipSync } from 'node:zlib';
import type { Knex } from 'knex';
import { startCost } from '../__testUtils__/startCost';
import { focusCsv } from './__testUtils__/focusCsv';

const CONTROLLER = mockCredentials.user.header('user:default/controller');

describe('imports', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startCost>>;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    portal = await startCost({
      knex,
      config: {
        imports: {
          maxBytes: 1_000_000,
          senders: ['billing-export'],
          keepReplaced: { milliseconds: 0 },
        },
      },
    });
  });

  afterEach(() => portal.forget());

  const get = (path: string) => portal.ask('get', path, CONTROLLER);

  function send(
    body: string | Buffer,
    query = 'source=aws&name=november.csv',
    authorization = CONTROLLER,
  ) {
    return portal
      .ask('post', `/imports?${query}`, authorization)
      .set('content-type', 'application/octet-stream')
      .send(body);
  }

  /** Sends a file and waits for its end. */
  async function bringIn(
    body: string | Buffer,
    query?: string,
  ): Promise<CostImportDetail> {
    const { body: created, status } = await send(body, query);
    expect({ status, created }).toMatchObject({ status: 202 });
    const { body: detail } = await eventually(
      () => get(`/imports/${created.id}`),
      ({ body: { state } }) => !['waiting', 'reading'].includes(state),
    );
    return detail;
  }

  /** What everything together costs, by what pages show. */
  async function shown(): Promise<string> {
    const { rows } = await knex.raw(
      `SELECT coalesce(sum(c.billed), 0)::text AS billed FROM daily_costs c
       JOIN generations g ON g.id = c.generation_id WHERE g.state = 'active'`,
    );
    return rows[0].billed;
  }

  it('brings in a file, adds it up and says that it does', async () => {
    const detail = await bringIn(
      focusCsv([
        {},
        { BilledCost: '0.003', EffectiveCost: '0.002', ResourceId: 'i-2' },
        {
          BilledCost: '-0.25',
          EffectiveCost: '-0.25',
          ChargeCategory: 'Credit',
          InvoiceId: '',
        },
      ]),
    );
    expect(detail).toMatchObject({
      source: 'aws',
      state: 'imported',
      requestedBy: 'user:default/controller',
      rowCount: 3,
      months: ['2026-11'],
      monthsInForce: ['2026-11'],
      isReconciled: true,
      totals: [{ currency: 'EUR', billed: '1.003', effective: '1.002' }],
      errorCount: 0,
      report: {
        format: 'focus',
        focusVersion: '1.2',
        rowCount: 3,
        columns: { kept: [], missing: [] },
      },
      reconciliation: [
        {
          month: '2026-11',
          billingAccountId: '100000000001',
          currency: 'EUR',
          sourceAmount: '-0.25',
          storedAmount: '-0.25',
          allocatedAmount: '1.003',
          invoiceCount: 2,
          isEqual: true,
        },
        {
          invoiceId: 'INV-1',
          sourceAmount: '1.253',
          storedAmount: '1.253',
          allocatedAmount: '1.003',
          isEqual: true,
        },
      ],
    });
    expect(await shown()).toBe('1.003');
    expect(portal.audited).toEqual([
      'import-create aws/november.csv succeeded',
    ]);
    expect(
      await knex('keys').select('resource_id', 'tags').orderBy('resource_id'),
    ).toEqual([
      { resource_id: 'i-1', tags: { team: 'payments' } },
      { resource_id: 'i-2', tags: { team: 'payments' } },
    ]);
    const { body: sources } = await get('/sources');
    expect(sources).toMatchObject({
      items: [
        {
          name: 'aws',
          kind: 'upload',
          months: ['2026-11'],
          lastDay: '2026-11-02',
        },
      ],
      totalItems: 1,
    });
  });

  it('changes nothing for the same file, and the whole month for another', async () => {
    const file = focusCsv([{ BilledCost: '10' }]);
    const first = await bringIn(file);
    expect(first.state).toBe('imported');
    const again = await bringIn(gzipSync(file));
    // Packed, it has other bytes.
    expect(again.state).toBe('imported');
    const third = await bringIn(gzipSync(file));
    expect(third).toMatchObject({
      state: 'unchanged',
      rowCount: 0,
      message: `Import ${again.id} has the same content, and is in force`,
      messages: {
        message: [{ key: 'cost.import.unchanged', values: { id: again.id } }],
      },
    });
    expect(await shown()).toBe('10');
    await bringIn(focusCsv([{ BilledCost: '7' }]), 'source=gcp&name=a.csv');
    await bringIn(focusCsv([{ BilledCost: '11' }]));
    expect(await shown()).toBe('18');
    const { body } = await get('/imports?source=aws&limit=2');
    expect(body).toMatchObject({
      items: [
        { state: 'imported', monthsInForce: ['2026-11'] },
        { state: 'unchanged', monthsInForce: [] },
      ],
      totalItems: 5,
    });
    const next = await get(
      `/imports?source=aws&limit=2&cursor=${body.nextCursor}`,
    );
    expect(next.body.items).toHaveLength(2);
  });

  it('keeps texts as they are', async () => {
    const description = 'tab\t, "quotes", back\\slash\nand a line; 100 € \\N';
    const { id } = await bringIn(
      focusCsv([{ ChargeDescription: description, SkuId: '\\N' }]),
      'source=texts&name=a.csv',
    );
    expect(
      await knex('charges')
        .where({ import_id: id })
        .select('description', 'sku_id', 'other'),
    ).toEqual([
      {
        description,
        sku_id: '\\N',
        other: expect.objectContaining({ PublisherName: 'AWS' }),
      },
    ]);
  });

  it('refuses a file with errors row by row, and leaves all sums alone', async () => {
    const before = await shown();
    const detail = await bringIn(
      focusCsv([
        { BilledCost: 'NaN' },
        { BilledCost: '1e308' },
        { PricingQuantity: '-3' },
        { ChargePeriodEnd: '2026-11-01T00:00:00Z' },
        { BillingCurrency: 'USD' },
        { ChargeCategory: 'Gift' },
        {},
      ]),
    );
    expect(detail).toMatchObject({
      state: 'refused',
      rowCount: 7,
      months: [],
      monthsInForce: [],
      errorCount: 6,
      message: 'The report lists the errors. Nothing has changed',
      messages: { message: [{ key: 'cost.import.refused' }] },
    });
    const problems = detail.report?.problems ?? [];
    expect(
      Object.fromEntries(
        problems.map(({ rule, examples }) => [
          rule,
          examples.map(({ row }) => row),
        ]),
      ),
    ).toEqual({
      decimal: [1],
      'decimal-range': [2],
      'quantity-sign': [3],
      'charge-period-order': [4],
      'invoice-currency': [5],
      'charge-category': [6],
    });
    expect(problems).toContainEqual(
      expect.objectContaining({
        rule: 'decimal',
        message:
          'A number has digits, a point before decimals, and nothing else',
        messages: { message: [{ key: 'cost.bill.decimal' }] },
      }),
    );
    expect(await shown()).toBe(before);
    const { rows } = await knex.raw(
      `SELECT to_regclass('charges_' || :id) AS charges,
         (SELECT count(*)::int FROM import_sums WHERE import_id = :id) AS sums`,
      { id: detail.id },
    );
    expect(rows).toEqual([{ charges: null, sums: 0 }]);
  });

  it.each([
    ['column-missing', focusCsv([{}], { without: ['EffectiveCost'] })],
    ['column-duplicate', focusCsv([{}]).replace('ListCost', 'BilledCost')],
    ['encoding', Buffer.from(`\ufeff${focusCsv([{}])}`, 'utf16le')],
    [
      'encoding',
      Buffer.from(focusCsv([{ ChargeDescription: 'Fläche' }]), 'latin1'),
    ],
    ['gzip', gzipSync(focusCsv([{}, {}])).subarray(0, 200)],
    ['csv-quotes', focusCsv([{}]).replace('i-1', 'i"1')],
    ['row-length', focusCsv([{}]).replace('i-1', 'i-1,more')],
    ['empty', focusCsv([{}]).split('\n')[0] ?? ''],
    ['line-too-long', gzipSync(`BilledCost\n"${'y'.repeat(1_100_000)}`)],
    ['date-time', focusCsv([{ ChargePeriodStart: '2026-02-31T00:00:00Z' }])],
    ['date-time', focusCsv([{ ChargePeriodStart: '0000-01-01T00:00:00Z' }])],
    [
      'charge-period-length',
      focusCsv([
        {
          ChargePeriodStart: '2026-01-01T00:00:00Z',
          ChargePeriodEnd: '2037-01-01T00:00:00Z',
        },
      ]),
    ],
    ['tags', focusCsv([{ Tags: '{"team":' }])],
    ['value-too-long', focusCsv([{ ResourceId: 'x'.repeat(3_000) }])],
    [
      'too-many-columns',
      Array.from({ length: 2_001 }, (_, index) => `x_${index}`).join(','),
    ],
    ['parquet', 'PAR1 and no more'],
  ])('refuses a file by the rule %s', async (rule, body) => {
    const before = await shown();
    const detail = await bringIn(body);
    expect(detail).toMatchObject({ state: 'refused' });
    expect(detail.report?.problems).toContainEqual(
      expect.objectContaining({ severity: 'error', rule }),
    );
    expect(await shown()).toBe(before);
  });

  it('refuses a file whose error comes after more warnings than are kept', async () => {
    const columns = Object.fromEntries(
      Array.from({ length: 301 }, (_, index) => [`Custom${index}`, 'x']),
    );
    const file = focusCsv([{ ...columns, BilledCost: 'a lot' }]);
    for (const _ of ['at first', 'again']) {
      const detail = await bringIn(file, 'source=wide&name=a.csv');
      expect(detail).toMatchObject({ state: 'refused', errorCount: 1 });
      expect(detail.report?.problems[0]).toMatchObject({
        severity: 'error',
        column: 'BilledCost',
      });
      // Each of the other columns is one, and no more than 300 are kept.
      expect(detail.report?.problems).toHaveLength(301);
    }
  });

  it('takes no more bytes than allowed, announced or not', async () => {
    const announced = await portal
      .ask('post', '/imports?source=aws&name=large.csv', CONTROLLER)
      .set('content-length', '50000000000')
      .send();
    expect(announced.status).toBe(413);
    const sent = await send(Buffer.alloc(1_000_001, 'x'));
    expect([sent.status, sent.body.error]).toMatchObject([
      413,
      {
        message: expect.stringContaining('at most 1,000,000 bytes'),
        messages: { message: [{ key: 'cost.refusal.fileTooLarge' }] },
      },
    ]);
    expect((await send('')).status).toBe(400);
  });

  it('is for those who may, and for tokens that the configuration names', async () => {
    portal.denied.add('cost.import.create').add('cost.bill.read');
    expect((await send(focusCsv([{}]))).status).toBe(403);
    expect((await get('/imports')).status).toBe(403);
    expect((await get('/sources')).status).toBe(403);
    expect(portal.audited).toEqual(['import-create aws/november.csv failed']);
    const none = mockCredentials.none.header();
    expect((await send('x', undefined, none)).status).toBe(401);
    const query = 'source=daily&name=a.csv&format=daily';
    const file = 'day,provider,service,amount,currency\n';
    const sender = (subject: string) =>
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(subject),
        targetPluginId: 'cost',
      });
    expect((await send(file, query, sender('billing-export'))).status).toBe(
      202,
    );
    expect((await send(file, query, sender('ci'))).status).toBe(403);
    portal.forget();
    expect((await get('/imports/999999')).status).toBe(404);
    expect((await get('/imports/x')).status).toBe(400);
    expect((await send('x', 'source=Not Valid&name=a')).status).toBe(400);
    expect((await send('x', 'source=aws&name=a%E2%80%AEb')).status).toBe(400);
  });

  it('ends what a replica that is gone has left', async () => {
    const long = knex.raw("now() - interval '10 minutes'");
    const [{ id }] = await knex('imports')
      .insert({
        source: 'azure',
        name: 'lost.csv',
        format: 'focus',
        state: 'reading',
        received_at: long,
        seen_at: long,
      })
      .returning('id');
    await knex.raw(
      `CREATE TABLE charges_${id} PARTITION OF charges FOR VALUES IN (${id})`,
    );
    await portal.runTask('cost-imports-abandoned');
    const { body } = await get(`/imports/${id}`);
    expect(body).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('The portal stopped'),
      messages: { message: [{ key: 'cost.import.stopped' }] },
    });
    expect(await knex.schema.hasTable(`charges_${id}`)).toBe(false);
  });

  it('goes on with others where one that waited was ended meanwhile', async () => {
    const [{ id }] = await knex('imports')
      .insert({
        source: 'ended',
        name: 'before.csv',
        format: 'focus',
        state: 'reading',
        received_at: knex.fn.now(),
        seen_at: knex.fn.now(),
      })
      .returning('id');
    const { body: waiting } = await send(
      focusCsv([{}]),
      'source=ended&name=a.csv',
    );
    await knex('imports').where({ id: waiting.id }).update({ state: 'failed' });
    const next = await bringIn(focusCsv([{}]), 'source=other&name=a.csv');
    expect(next.state).toBe('imported');
    const { body } = await get(`/imports/${waiting.id}`);
    expect(body.state).toBe('failed');
    await knex('imports').where({ id }).delete();
  });

  it('reads deliveries of a source in the order in which they came', async () => {
    const amounts = ['1', '2', '3'];
    const created = [];
    for (const BilledCost of amounts) {
      const { body } = await send(
        focusCsv([{ BilledCost }]),
        'source=turns&name=a.csv',
      );
      created.push(body.id);
    }
    const last = await bringIn(
      focusCsv([{ BilledCost: '4' }]),
      'source=turns&name=a.csv',
    );
    expect(last.monthsInForce).toEqual(['2026-11']);
    for (const id of created) {
      const { body } = await get(`/imports/${id}`);
      expect(body).toMatchObject({ state: 'imported', monthsInForce: [] });
    }
  });

  it('removes the rows that others replaced, and no others', async () => {
    await portal.runTask('cost-imports-retention');
    const { rows } = await knex.raw(
      `SELECT child.relname AS name FROM pg_inherits
       JOIN pg_class child ON child.oid = inhrelid
       WHERE inhparent = 'charges'::regclass ORDER BY 1`,
    );
    const inForce = await knex('slices')
      .distinct('import_id')
      .pluck('import_id');
    expect(rows.map(({ name }: { name: string }) => name)).toEqual(
      inForce.map(id => `charges_${id}`).toSorted(),
    );
    expect(inForce.length).toBeGreaterThan(1);
  });

  it('has budgets and unusual cost looked at once other sums are in force', async () => {
    await bringIn(focusCsv([{ ResourceId: 'i-9' }]));
    await eventually(() => portal.woken.size >= 2);
    expect([...portal.woken].sort()).toEqual([
      'cost-anomalies',
      'cost-budgets',
    ]);
  });
});
