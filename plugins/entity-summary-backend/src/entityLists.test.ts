import { createTestDatabase } from '@atrium/backend-common/testUtils';
import type { EntityList } from '@atrium/plugin-entity-summary-common';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { startSummary } from './__testUtils__/startSummary';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const priya = mockCredentials.user.header('user:default/priya');
const elena = mockCredentials.user.header('user:default/elena');

describe('the list of entities', () => {
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startSummary>>;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    portal = await startSummary(knex);
    await portal.readCatalog();
  });

  afterAll(() => portal.server.stop());

  afterEach(() => {
    portal.forget();
    portal.hidden.clear();
  });

  const list = async (query: string, who = priya): Promise<EntityList> => {
    const { body } = await portal
      .ask('get', `/entities${query}`, who)
      .expect(200);
    return body;
  };
  const namesOf = ({ items }: EntityList) => items.map(({ name }) => name);

  it('says what a list shows of an entity, with titles instead of refs', async () => {
    const { items } = await list(
      '?entityRef=component:default/payment-service',
    );
    expect(items).toEqual([
      {
        entityRef: 'component:default/payment-service',
        kind: 'component',
        namespace: 'default',
        name: 'payment-service',
        title: 'Payment service',
        description: 'Takes money from cards.',
        type: 'service',
        lifecycle: 'production',
        ownerRef: 'group:default/payments',
        ownerTitle: 'Payments',
        systemRef: 'system:default/checkout',
        systemTitle: 'Checkout',
        tags: ['java', 'pci'],
        health: 'unknown',
        openIncidents: 0,
      },
    ]);
  });

  it('answers rows, their number and what filters can choose in one request', async () => {
    const answer = await list('?kind=component&lifecycle=production');
    expect(namesOf(answer)).toEqual(['Eclair', 'payment-service']);
    expect(answer.totalItems).toBe(2);
    const { options } = answer;
    // What the other filters leave: of any kind, or of any lifecycle.
    expect(options.kind).toEqual([{ value: 'component', count: 2 }]);
    expect(options.lifecycle).toEqual([
      { value: 'production', count: 2 },
      { value: 'experimental', count: 1 },
    ]);
    expect(options.owner).toEqual([
      { value: 'group:default/payments', title: 'Payments', count: 1 },
      { value: 'user:default/priya', title: 'Priya Natarajan', count: 1 },
    ]);
    expect(options.system).toEqual([
      { value: 'system:default/checkout', title: 'Checkout', count: 1 },
    ]);
    expect(options.tag).toEqual([
      { value: 'java', count: 1 },
      { value: 'pci', count: 1 },
    ]);
    expect(options.health).toEqual([{ value: 'unknown', count: 2 }]);
    // Whoever goes on to another kind leaves the types behind.
    expect((await list('?kind=component&type=website')).options.kind).toEqual(
      (await list('')).options.kind,
    );
    expect((await list('')).options.kind.slice(0, 2)).toEqual([
      { value: 'component', count: 3 },
      { value: 'group', count: 3 },
    ]);
  });

  it.each([
    ['?kind=component&ownerRef=group:default/payments', ['payment-service']],
    [
      '?kind=component&ownerRef=group:default/retail',
      ['order-service', 'payment-service'],
    ],
    [
      '?kind=component&ownerRef=user:default/priya',
      ['Eclair', 'payment-service'],
    ],
    [
      '?kind=component&ownerRef=user:default/elena',
      ['order-service', 'payment-service'],
    ],
    [
      '?systemRef=system:default/checkout&tag=go&tag=pci',
      ['order-service', 'payment-service'],
    ],
    ['?text=CARDS', ['payment-service']],
    ['?type=library', ['Eclair']],
    ['?health=bad', []],
  ])('filters by %s', async (query, names) => {
    expect(namesOf(await list(query))).toEqual(names);
  });

  it('pages through any order, with what is missing last either way', async () => {
    const ordered = {
      'system&order=desc': ['order-service', 'payment-service', 'Eclair'],
      'owner&order=asc': ['order-service', 'payment-service', 'Eclair'],
      'owner&order=desc': ['Eclair', 'payment-service', 'order-service'],
      'name&order=desc': ['payment-service', 'order-service', 'Eclair'],
      'lifecycle&order=asc': ['order-service', 'Eclair', 'payment-service'],
      'health&order=asc': ['Eclair', 'order-service', 'payment-service'],
      'deployedAt&order=desc': ['Eclair', 'order-service', 'payment-service'],
    };
    for (const [sort, expected] of Object.entries(ordered)) {
      const names: string[] = [];
      let cursor = '';
      do {
        const page = await list(
          `?kind=component&limit=1&sort=${sort}${cursor}`,
        );
        expect(page.totalItems).toBe(3);
        names.push(...namesOf(page));
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
      } while (cursor);
      expect([sort, names]).toEqual([sort, expected]);
    }
  });

  it('leaves out what the reader may not see, of counts as well', async () => {
    portal.hidden.add('component:default/payment-service');
    const mina = mockCredentials.user.header('user:default/mina');
    const answer = await list('?kind=component', mina);
    expect(namesOf(answer)).toEqual(['Eclair', 'order-service']);
    expect(answer.totalItems).toBe(2);
    expect(answer.options.tag).toEqual([{ value: 'go', count: 1 }]);
    const { body } = await portal
      .ask('post', '/rows', mina)
      .send({
        entityRefs: [
          'component:default/payment-service',
          'component:default/order-service',
          'component:default/nothing',
        ],
      })
      .expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
      'order-service',
    ]);
  });

  it('sums and names for each reader what they see alone', async () => {
    const nils = mockCredentials.user.header('user:default/nils');
    await portal.refresh();
    await knex('entities').where({ name: 'payment-service' }).update({
      health: 0,
      health_reason: 'incident',
      open_incidents: 2,
      budget_remaining: -0.5,
    });
    await knex('entities')
      .where({ name: 'order-service' })
      .update({ health: 1, health_reason: 'slo', budget_remaining: 0.25 });
    await knex('entities')
      .whereIn('name', ['checkout', 'commerce', 'retail', 'payments'])
      .update({
        health: 0,
        health_reason: 'incident',
        open_incidents: 2,
        budget_remaining: -0.5,
      });
    const sums = async (query: string, who = nils) =>
      (await list(query, who)).items.map(row => [
        row.name,
        row.health,
        row.healthReason,
        row.openIncidents,
        row.budgetRemaining,
      ]);
    expect(await sums('?kind=system')).toEqual([
      ['checkout', 'bad', 'incident', 2, -0.5],
    ]);

    portal.hidden.add('component:default/payment-service');
    portal.hidden.add('group:default/orders');
    const olga = mockCredentials.user.header('user:default/olga');
    for (const kind of ['system', 'domain']) {
      expect(await sums(`?kind=${kind}`, olga)).toEqual([
        [expect.anything(), 'warning', 'slo', 0, 0.25],
      ]);
    }
    expect(await sums('?kind=group&sort=health', olga)).toEqual([
      ['payments', 'unknown', undefined, 0, undefined],
      ['retail', 'unknown', undefined, 0, undefined],
    ]);
    expect(await sums('?kind=system&health=bad', olga)).toEqual([]);
    const { items, options } = await list('?kind=component', olga);
    expect(options.owner).toContainEqual({
      value: 'group:default/orders',
      count: 1,
    });
    expect(
      items.find(({ name }) => name === 'order-service'),
    ).not.toHaveProperty('ownerTitle');
    const { body } = await portal
      .ask('post', '/rows', olga)
      .send({ entityRefs: ['system:default/checkout'] })
      .expect(200);
    expect(body.items).toMatchObject([
      { health: 'warning', openIncidents: 0, ownerTitle: 'Payments' },
    ]);
    const refusal = await portal
      .ask('post', '/views', olga)
      .send({ title: 'All', query: '', teamRef: 'group:default/orders' })
      .expect(403);
    expect(refusal.body.error.message).toContain('group:default/orders');
    expect(refusal.body.error.message).not.toContain('Orders');
    await knex('entities').update({
      health: 3,
      health_reason: null,
      open_incidents: 0,
      budget_remaining: null,
    });
  });

  it('shows cost to finance and owners, and sorts by it for them only', async () => {
    await knex('entities')
      .whereIn('name', ['payment-service', 'order-service'])
      .update({ cost_amount: '12.50', cost_currency: 'EUR' });
    await knex('entities').where({ name: 'Eclair' }).update({
      cost_amount: '3',
      cost_currency: 'EUR',
    });
    const costs = async (query: string, who = priya) =>
      (await list(query, who)).items.map(({ name, cost }) => [
        name,
        cost?.amount,
      ]);
    expect(await costs('?kind=component&sort=cost&order=desc')).toEqual([
      ['order-service', '12.50'],
      ['payment-service', '12.50'],
      ['Eclair', '3'],
    ]);

    portal.denied.add('cost.total.read');
    expect(await costs('?kind=component')).toEqual([
      ['Eclair', '3'],
      ['order-service', undefined],
      ['payment-service', '12.50'],
    ]);
    const { body } = await portal
      .ask('get', '/entities?sort=cost', priya)
      .expect(403);
    expect(body.error.message).toBe(
      'Only finance can sort by the cost of what others own: ask Retail',
    );
    expect(
      await costs(
        '?kind=component&ownerRef=group:default/payments&sort=cost',
        elena,
      ),
    ).toEqual([['payment-service', '12.50']]);
  });

  it('follows the catalog', async () => {
    const service = portal.entities.findIndex(
      ({ metadata }) => metadata.name === 'payment-service',
    );
    const payments = portal.entities.find(
      ({ kind, metadata }) => kind === 'Group' && metadata.name === 'payments',
    );
    const [removed] = portal.entities.splice(service, 1);
    if (payments) {
      payments.metadata.title = 'Money';
    }
    await portal.readCatalog();
    expect(namesOf(await list('?text=payment-'))).toEqual(['payment-db']);
    const { items } = await list('?kind=resource');
    expect(items[0].ownerTitle).toBe('Money');
    portal.entities.push(removed);
    await portal.readCatalog();
    expect((await list('?kind=component')).totalItems).toBe(3);
  });

  it('answers all of it as a file for spreadsheets', async () => {
    const { text } = await portal
      .ask('get', '/entities.csv?kind=resource', priya)
      .expect(200)
      .expect('content-type', /text\/csv/);
    expect(text.split('\r\n')[0]).toMatch(
      /^entity,kind,name,description,owner/,
    );
    expect(text).toContain('resource:default/payment-db,resource,payment-db,');
  });

  it('refuses what it does not know', async () => {
    const statusOf = async (query: string, who = priya) =>
      (await portal.ask('get', `/entities${query}`, who)).status;
    expect(await statusOf('?sort=colour')).toBe(400);
    expect(await statusOf('?cursor=abc')).toBe(400);
    expect(await statusOf('?ownerRef=group:default/nobody')).toBe(404);
    expect(await statusOf('', mockCredentials.none.header())).toBe(401);
    await portal.ask('post', '/rows', priya).send({}).expect(400);
  });
});
