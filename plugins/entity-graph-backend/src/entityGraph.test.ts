import { freezeTime } from '@atrium/backend-common/testUtils';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  billing,
  checkout,
  ledger,
  ledgerDb,
  payment,
  paymentApi,
  quotes,
  rates,
  teamPayments,
  web,
} from './__testUtils__/sampleGraph';
import { guest, startEntityGraph } from './__testUtils__/startEntityGraph';

const NOW = '2027-03-16T10:00:00.000Z';

function row(entityRef: string, facts: Partial<EntityRow>): EntityRow {
  return {
    entityRef,
    kind: 'component',
    namespace: 'default',
    name: 'any',
    tags: [],
    health: 'unknown',
    openIncidents: 0,
    ...facts,
  };
}

const eur = (amount: string) => ({
  amount,
  currency: 'EUR',
  month: '2026-11',
});

const rows = [
  row(checkout, { budgetRemaining: -0.1, cost: eur('100.00'), health: 'bad' }),
  row(ledger, { budgetRemaining: 0.9, cost: eur('50.00'), health: 'good' }),
];

describe('entityGraphPlugin', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const getRows = jest.fn(async (refs: string[]) =>
    rows.filter(({ entityRef }) => refs.includes(entityRef)),
  );
  let graph: Awaited<ReturnType<typeof startEntityGraph>>;

  beforeAll(async () => {
    freezeTime(NOW);
    graph = await startEntityGraph({
      databases,
      getRows,
      hiddenRefs: [checkout],
    });
    await graph.runTask('entity-graph-entities');
  });

  afterAll(() => jest.useRealTimers());

  const get = async (path: string, authorization?: string) => {
    const { body, status } = await graph.ask('get', path, authorization);
    return [status, body];
  };

  const report = (edges: object[], authorization?: string) =>
    graph
      .ask(
        'post',
        '/observed-edges',
        authorization ?? mockCredentials.service.header(),
      )
      .send({ reporter: 'Tempo', edges });

  it('refuses reports from tokens that the configuration does not name', async () => {
    const nobodys = await startEntityGraph({
      databases,
      getRows,
      reporters: [],
    });
    const { status, body } = await nobodys
      .ask('post', '/observed-edges', mockCredentials.service.header())
      .send({});
    expect([status, body.error.message]).toEqual([
      403,
      "'external:test-service' may not report calls: 'entityGraph.observedEdges.reporters' of the configuration does not name it",
    ]);
  });

  const refsOf = (body: { nodes: { entityRef: string }[] }) =>
    body.nodes.map(({ entityRef }) => entityRef);

  it('answers what uses an entity and what it depends on, nearest first', async () => {
    const [status, body] = await get(
      `/neighbourhood?entityRef=${payment}&hops=2`,
    );
    expect(status).toBe(200);
    expect(
      body.nodes.map((node: { entityRef: string; hops: number }) => [
        node.entityRef,
        node.hops,
      ]),
    ).toEqual([
      [payment, 0],
      [ledger, 1],
      [paymentApi, 1],
      [ledgerDb, 2],
      [checkout, 2],
    ]);
    expect(body.nodes[0]).toMatchObject({
      kind: 'component',
      tier: 'important',
      ownerRef: teamPayments,
      ownerTitle: 'Payments | core',
      systemRef: billing,
      systemTitle: 'Billing',
    });
    expect(body.nodes[1].facts).toEqual({
      budgetRemaining: 0.9,
      cost: eur('50.00'),
      health: 'good',
      openIncidents: 0,
    });
    expect(body.edges).toContainEqual({
      source: paymentApi,
      target: payment,
      origin: 'declared',
      relations: ['apiProvidedBy'],
      observations: [],
    });
    expect([body.edges.length, body.leftOut, body.facts]).toEqual([
      4,
      0,
      'ready',
    ]);

    const [, up] = await get(
      `/neighbourhood?entityRef=${ledgerDb}&direction=up&hops=4&limit=3`,
    );
    expect([refsOf(up), up.leftOut]).toEqual([[ledgerDb, ledger, payment], 1]);
    const [, components] = await get(
      `/neighbourhood?entityRef=${ledger}&kind=component&hops=4`,
    );
    expect(refsOf(components)).toEqual([ledger, payment]);
    expect(
      await get('/neighbourhood?entityRef=component:default/none'),
    ).toEqual([404, expect.anything()]);
    expect(await get('/neighbourhood?hop=2')).toEqual([400, expect.anything()]);
  });

  it('begins with what a system has, or what filters leave', async () => {
    const [, system] = await get(
      `/neighbourhood?entityRef=${billing}&hops=1&direction=up`,
    );
    expect(refsOf(system).sort()).toEqual(
      // The system itself, since `rates` depends on it as such.
      [billing, paymentApi, payment, ledger, ledgerDb, checkout, rates].sort(),
    );
    const [, down] = await get(
      `/neighbourhood?entityRef=${billing}&hops=1&direction=down`,
    );
    expect(refsOf(down).sort()).toEqual(
      [paymentApi, payment, ledger, ledgerDb].sort(),
    );
    const [, all] = await get(`/neighbourhood?systemRef=${billing}&limit=3`);
    // Those with most edges first.
    expect([refsOf(all), all.leftOut]).toEqual([
      [paymentApi, ledger, payment],
      1,
    ]);
  });

  it('tells what fails with a system of what depends on it as such, too', async () => {
    const [, body] = await get(`/impact?entityRef=${billing}&hops=2`);
    const affected: { entityRef: string; hops: number }[] = body.affected;
    expect(affected.map(one => [one.entityRef, one.hops]).sort()).toEqual([
      [checkout, 1],
      [quotes, 2],
      [rates, 1],
      [web, 2],
    ]);
  });

  it('weighs what fails with an entity, and names the teams to call', async () => {
    const [status, body] = await get(`/impact?entityRef=${ledgerDb}`);
    expect(status).toBe(200);
    expect(
      body.affected.map((one: { entityRef: string; weight: number }) => [
        one.entityRef,
        one.weight,
      ]),
    ).toEqual([
      // 40 + 30 + 20 + 10 / 4; 15 + 3 + 10 + 10; 25 + 10 / 2; 15 + 10 / 3.
      [checkout, 93],
      [ledger, 38],
      [payment, 30],
      [paymentApi, 18],
    ]);
    expect(body.affected[0]).toMatchObject({
      reasons: ['critical', 'budget-spent', 'costly'],
      via: ['ledger', 'payment', 'payment-api'],
    });
    expect(body.teams).toEqual([
      {
        ownerRef: 'group:default/shop',
        title: 'Shop',
        entities: 1,
        weight: 93,
        contacts: [],
      },
      {
        ownerRef: teamPayments,
        title: 'Payments | core',
        entities: 3,
        weight: 38,
        contacts: [
          { title: '#payments', url: 'https://chat.example/payments' },
        ],
      },
    ]);
    const [, further] = await get(`/impact?entityRef=${ledgerDb}&hops=5`);
    expect(further.affected).toHaveLength(5);
    expect(await get(`/impact?entityRef=${teamPayments}`)).toEqual([
      400,
      expect.anything(),
    ]);
  });

  it('exports the impact as a change notice and as a table', async () => {
    const notice = await graph.ask('get', `/impact.md?entityRef=${ledgerDb}`);
    expect(notice.type).toBe('text/markdown');
    expect(notice.text).toContain(
      [
        '# Change notice: ledger-db',
        '',
        'If ledger-db fails, 4 entities of 2 teams can fail with it, within 4 hops.',
        '',
        '- Entity: `resource:default/ledger-db`',
        '- Owner: Payments \\| core',
        '- Written: 16 Mar 2027, 10:00 UTC',
        '',
        '## Teams to call',
      ].join('\n'),
    );
    expect(notice.text).toContain(
      '| Payments \\| core | 3 | [\\#payments](<https://chat.example/payments>) |',
    );
    expect(notice.text).toContain(
      '| Checkout | component | Shop | 4 | 93 | critical tier, error budget spent, among the costliest | ledger → payment → payment-api |',
    );
    const csv = await graph.ask('get', `/impact.csv?entityRef=${ledgerDb}`);
    expect(csv.text.split('\r\n')[1]).toBe(
      'component:default/checkout,Checkout,component,Shop,4,93,"critical tier, error budget spent, among the costliest",critical,-0.1,100.00,2026-11,EUR,ledger > payment > payment-api',
    );
  });

  it('says what an entity relies on, and which of it is weakest', async () => {
    const [, body] = await get(`/reliance?entityRef=${web}&hops=6`);
    expect(
      body.reliedOn.map(({ entityRef }: { entityRef: string }) => entityRef),
    ).toEqual([checkout, paymentApi, payment, ledger, ledgerDb]);
    expect([body.weakest.entityRef, body.measured]).toEqual([checkout, 2]);
  });

  it('finds the way between two entities, in either direction', async () => {
    const [, body] = await get(`/path?from=${checkout}&to=${ledger}`);
    expect([refsOf(body), body.isReversed]).toEqual([
      [checkout, paymentApi, payment, ledger],
      false,
    ]);
    expect(body.edges).toHaveLength(3);
    const [, back] = await get(`/path?from=${ledger}&to=${checkout}`);
    expect([refsOf(back), back.isReversed]).toEqual([
      [checkout, paymentApi, payment, ledger],
      true,
    ]);
    const [, none] = await get(`/path?from=${ledger}&to=${rates}`);
    expect(none).toMatchObject({ nodes: [], edges: [], isComplete: true });
    expect(await get(`/path?from=${ledger}&to=component:default/none`)).toEqual(
      [404, expect.anything()],
    );
  });

  it('finds entities that depend on themselves by way of others', async () => {
    const [, body] = await get('/cycles');
    expect(body.totalItems).toBe(1);
    expect(refsOf(body.items[0])).toEqual([quotes, rates]);
  });

  it('hides what one may not see, and what lies behind it', async () => {
    const [, impact] = await get(`/impact?entityRef=${ledgerDb}&hops=6`, guest);
    expect(
      impact.affected
        .map(({ entityRef }: { entityRef: string }) => entityRef)
        .sort(),
    ).toEqual([paymentApi, ledger, payment].sort());
    expect(await get(`/impact?entityRef=${checkout}`, guest)).toEqual([
      404,
      expect.anything(),
    ]);
    expect(await get(`/path?from=${checkout}&to=${ledger}`, guest)).toEqual([
      404,
      expect.anything(),
    ]);
  });

  it('is answered without health and cost where these do not come', async () => {
    getRows.mockRejectedValueOnce(new Error('away'));
    const [status, body] = await get(`/impact?entityRef=${ledger}&hops=1`);
    expect([status, body.facts, body.affected[0].facts]).toEqual([
      200,
      'unavailable',
      undefined,
    ]);
  });

  it('takes reports from tokens that the configuration names, and from who may', async () => {
    const edge = { source: checkout, target: ledger, observedAt: NOW };
    graph.forget();
    graph.denied.add('entity-graph.observed-edge.report');
    expect(await report([{}], mockCredentials.user.header())).toMatchObject({
      status: 403,
    });
    graph.denied.clear();
    expect(await report([{}])).toMatchObject({ status: 400 });
    expect(
      await report([{ ...edge, observedAt: '2027-03-16T10:06:00Z' }]),
    ).toMatchObject({ status: 400 });
    expect(await report([{ ...edge, target: checkout }])).toMatchObject({
      status: 400,
    });
    const { status, body } = await report([
      { ...edge, protocol: 'gRPC', requestsPerMinute: 120 },
      { ...edge, target: 'component:default/none' },
      { ...edge, target: teamPayments },
      { ...edge, observedAt: '2027-03-02T09:59:59Z' },
    ]);
    expect([status, body]).toEqual([
      202,
      {
        accepted: 1,
        unknown: ['component:default/none', teamPayments],
        outdated: 1,
      },
    ]);
    expect(graph.audited).toEqual([
      ...Array(4).fill('observed-edges-report failed'),
      'observed-edges-report succeeded',
    ]);
  });

  it('compares what was seen with what is declared', async () => {
    const seen = { observedAt: NOW };
    await report([
      // Undeclared; declared by way of the API; declared as it is.
      { ...seen, source: checkout, target: ledger, protocol: 'gRPC' },
      { ...seen, source: checkout, target: payment },
      { ...seen, source: payment, target: paymentApi },
    ]);
    const [, body] = await get('/differences');
    expect(body).toMatchObject({
      totalItems: 2,
      totals: { undeclared: 2, unseen: 1 },
      observedSources: 2,
    });
    expect(body.items[0]).toMatchObject({
      source: { entityRef: checkout },
      target: { entityRef: ledger },
      edge: {
        origin: 'observed',
        relations: [],
        observations: [
          {
            reporter: 'Tempo',
            reportedBy: 'external:test-service',
            protocol: 'gRPC',
            firstObservedAt: NOW,
            observedAt: NOW,
          },
        ],
      },
    });
    // Payment was seen calling, but never the ledger.
    const [, unseen] = await get(
      `/differences?kind=unseen&ownerRef=${teamPayments}`,
    );
    expect(unseen.items).toMatchObject([
      { source: { entityRef: payment }, target: { entityRef: ledger } },
    ]);
    const [, page] = await get('/differences?limit=1');
    const [, next] = await get(
      `/differences?limit=1&cursor=${page.nextCursor}`,
    );
    expect(next.items[0].source.entityRef).toBe(payment);
    expect(next.nextCursor).toBeUndefined();

    const [, near] = await get(`/neighbourhood?entityRef=${checkout}&hops=1`);
    const originOf = (target: string) =>
      near.edges.find(
        (edge: { source: string; target: string }) =>
          edge.source === checkout && edge.target === target,
      ).origin;
    expect([paymentApi, payment, ledger].map(originOf)).toEqual([
      'both',
      'both',
      'observed',
    ]);
    const [, declared] = await get(
      `/neighbourhood?entityRef=${checkout}&hops=1&origin=declared`,
    );
    expect(refsOf(declared)).toEqual([checkout, paymentApi, web]);
  });

  it('forgets what was seen too long ago, and what left the catalog', async () => {
    freezeTime('2027-03-30T10:00:00.001Z');
    expect((await get('/differences'))[1].observedSources).toBe(0);
    await graph.runTask('entity-graph-expire');
    expect(await graph.knex('observed_edges')).toEqual([]);

    const [checkoutEntity, apiEntity] = graph.entities.splice(1, 2);
    graph.entities.push(
      { ...checkoutEntity, relations: [] },
      { ...apiEntity, relations: [] },
    );
    const index = graph.entities.findIndex(
      ({ metadata }) => metadata.name === 'rates',
    );
    graph.entities.splice(index, 1);
    await graph.runTask('entity-graph-entities');
    const edges = await graph
      .knex('declared_edges')
      .where('source_ref', checkout)
      .orWhere('target_ref', rates);
    expect(edges).toEqual([]);
    // Each entity knows how many edges are left, for the order of all of them.
    expect(
      await graph.knex('nodes as n').whereRaw(
        `edge_count <> (SELECT count(*) FROM declared_edges
           WHERE n.entity_ref IN (source_ref, target_ref))`,
      ),
    ).toEqual([]);
    freezeTime(NOW);
  });

  it('lets agents ask what fails with an entity', async () => {
    await expect(
      graph.actions.invoke({
        id: 'test:impact',
        input: { entityRef: ledgerDb, hops: 1 },
      }),
    ).resolves.toEqual({
      output: {
        affected: [
          {
            entityRef: ledger,
            ownerRef: teamPayments,
            hops: 1,
            // The costliest of one: 15 + 3 + 20 + 10.
            weight: 48,
            why: 'among the costliest, depends on it directly',
            via: [],
          },
        ],
        totalAffected: 1,
        teams: [
          {
            ownerRef: teamPayments,
            title: 'Payments | core',
            entities: 1,
            contacts: ['https://chat.example/payments'],
          },
        ],
      },
    });
  });
});
