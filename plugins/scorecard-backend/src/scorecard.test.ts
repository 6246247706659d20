import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleComponent } from './__testUtils__/sampleEntities';
import { startScorecard } from './__testUtils__/startScorecard';
import { EntityStore } from './database/EntityStore';
import { toRatedEntity } from './entities/toRatedEntity';

const READINESS = `apiVersion: atrium.dev/v1
kind: Scorecard
metadata:
  name: readiness
  title: Production readiness
spec:
  owner: group:default/platform
  levels:
    - { name: bronze, title: Bronze }
    - { name: gold, title: Gold }
  checks:
    - name: described
      title: Has a description
      level: bronze
      weight: 1
      expression: has(entity.metadata.description)
    - name: promised
      title: Has an SLO
      level: gold
      weight: 3
      expression: facts.slo.count > 0
      fix:
        text: Write slo.yaml for \${{ entity.metadata.name }}.
`;

describe('scorecard', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scorecards-'));
    await writeFile(join(folder, 'readiness.yaml'), READINESS);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  async function start(
    other: Partial<Parameters<typeof startScorecard>[0]> = {},
  ) {
    const knex = await createTestDatabase(databases);
    const portal = await startScorecard({
      knex,
      entities: [
        sampleComponent('orders', { description: 'Takes orders' }),
        sampleComponent('refunds', { owner: 'checkout' }),
        sampleComponent('portal', { owner: 'platform', description: 'Atrium' }),
      ],
      ...other,
      config: { definitions: { folder, builtIn: false }, ...other.config },
    });
    return { ...portal, knex };
  }

  async function readResults(knex: Awaited<ReturnType<typeof start>>['knex']) {
    const rows = await knex('results')
      .join('entities', 'entities.id', 'results.entity_id')
      .orderBy('entity_ref')
      .select('entity_ref', 'rank', 'score', 'outcomes', 'reasons');
    return Object.fromEntries(
      rows.map(({ entity_ref, ...rest }) => [
        entity_ref.replace('component:default/', ''),
        rest,
      ]),
    );
  }

  it('rates every entity by the facts that are known of it', async () => {
    const portal = await start();
    portal.told.set('component:default/orders', { count: 2 });
    portal.told.set('component:default/refunds', { count: 0 });
    await portal.catchUp();
    expect(await readResults(portal.knex)).toEqual({
      orders: {
        rank: 2,
        score: 1,
        outcomes: { described: 'pass', promised: 'pass' },
        reasons: {},
      },
      portal: {
        // Nothing is known about its SLOs: that keeps it from gold.
        rank: 1,
        score: 1,
        outcomes: { described: 'pass', promised: 'unknown' },
        reasons: { promised: "'SLOs' of SLOs is not known" },
      },
      refunds: {
        rank: 0,
        score: 0,
        outcomes: { described: 'fail', promised: 'fail' },
        reasons: {},
      },
    });

    const { body: list } = await portal.ask('get', '/scorecards');
    expect(list).toMatchObject({
      totalItems: 1,
      problems: [],
      items: [
        {
          name: 'readiness',
          version: 1,
          reach: 'everything',
          entityCount: 3,
          levelCounts: [
            { count: 1 },
            { level: 'bronze', count: 1 },
            { level: 'gold', count: 1 },
          ],
          averageScore: 2 / 3,
        },
      ],
    });
    const { body: details } = await portal.ask('get', '/scorecards/readiness');
    expect(details.health).toEqual([
      expect.objectContaining({ check: 'described', pass: 2, fail: 1 }),
      expect.objectContaining({
        check: 'promised',
        pass: 1,
        fail: 1,
        unknown: 1,
      }),
    ]);
    expect(details.versions[0].changes).toEqual([
      'Published for the first time',
    ]);
    expect((await portal.ask('get', '/scorecards/nothing')).status).toBe(404);
    const { status } = await portal
      .ask('post', '/facts', mockCredentials.service.header())
      .send({ items: [{}] });
    // No token may send facts unless the configuration names it.
    expect(status).toBe(403);
  });

  it('rates anew what changed, and keeps since when', async () => {
    const portal = await start();
    portal.told.set('component:default/orders', { count: 2 });
    await portal.catchUp();
    const [first] = await portal.knex('results').select('rated_since');
    portal.told.set('component:default/orders', { count: 0 });
    await portal.refresh(['component:default/orders']);
    await portal.runTask('scorecard-facts');
    await portal.runTask('scorecard-evaluation');
    const { rows } = await portal.knex.raw(
      `SELECT r.rank, r.since, r.rated_since, c.previous_rank, c.is_rank_change, c.changed
       FROM results r JOIN entities e ON e.id = r.entity_id
       JOIN result_changes c ON c.entity_id = e.id AND c.to_at = 'infinity'
       WHERE e.entity_ref = 'component:default/orders'`,
    );
    expect(rows).toEqual([
      {
        rank: 1,
        since: { promised: expect.any(Number) },
        rated_since: first.rated_since,
        previous_rank: 2,
        is_rank_change: true,
        changed: { promised: 'fail' },
      },
    ]);
    const history = await portal
      .knex('fact_changes')
      .orderBy('from_at')
      .whereNotNull('values')
      .select('values', 'observed_at');
    expect(history).toEqual([
      { values: { count: 2 }, observed_at: expect.any(Date) },
      { values: { count: 0 }, observed_at: null },
    ]);
    expect(portal.signals.length).toBeGreaterThanOrEqual(0);
  });

  it('keeps what was known while a provider fails, until it is too old', async () => {
    const portal = await start();
    portal.told.set('component:default/orders', { count: 2 });
    await portal.catchUp();
    portal.state.failure = 'The source is down';
    await portal.catchUp();
    const { body } = await portal.ask('get', '/facts');
    expect(body.items[0]).toMatchObject({
      id: 'slo',
      kinds: ['component'],
      entityCount: 3,
      failure: { message: expect.stringContaining('The source is down') },
      facts: [{ name: 'slo.count', knownCount: 1, staleCount: 0 }, {}],
    });
    const { text } = await portal.ask('get', '/facts.csv');
    const [head, first] = text.split('\r\n');
    expect(head).toBe(
      'Fact,Title,Type,Unit,Description,Provider,Entities,Known,Stale,Collected,Failure',
    );
    expect(first).toMatch(
      /^facts\.slo\.count,SLOs,integer,.*,SLOs,3,1,0,.*The source is down/,
    );
    expect((await readResults(portal.knex)).orders.rank).toBe(2);

    await portal
      .knex('facts')
      .update({ observed_at: new Date(Date.now() - 25 * 3_600_000) });
    await portal.knex('results').update({ due_at: new Date(0) });
    await portal.runTask('scorecard-evaluation');
    expect((await readResults(portal.knex)).orders).toMatchObject({
      // It does not lose the level over what is not known.
      rank: 2,
      outcomes: { promised: 'unknown' },
      reasons: { promised: "'SLOs' of SLOs is too old to count" },
    });
    const { body: facts } = await portal.ask(
      'get',
      '/facts/entity?entityRef=component:default/orders',
    );
    expect(facts.items[0]).toEqual({
      fact: 'slo.count',
      title: 'SLOs',
      type: 'integer',
      state: 'stale',
      value: 2,
      provider: 'SLOs',
      observedAt: expect.any(String),
      url: 'https://slo.example/orders',
    });
  });

  it('forgets what the catalog does not have any more', async () => {
    const portal = await start();
    await portal.catchUp();
    await portal.knex.raw(
      `WITH added AS (
         INSERT INTO entities (entity_ref, kind, owner_refs, system_refs, shape, hash)
         SELECT 'component:default/gone', kind, owner_refs, system_refs, shape, ''
         FROM entities WHERE entity_ref = 'component:default/orders'
         RETURNING id
       )
       INSERT INTO evaluation_queue (entity_id) SELECT id FROM added`,
    );
    await portal.runTask('scorecard-evaluation');
    expect(Object.keys(await readResults(portal.knex))).toContain('gone');
    await portal.catchUp();
    expect(Object.keys(await readResults(portal.knex))).toEqual([
      'orders',
      'portal',
      'refunds',
    ]);
    const ended = await portal
      .knex('result_changes')
      .where({ is_rated: false })
      .select('rank');
    expect(ended).toHaveLength(1);
  });

  it('takes scorecards of a repository for what its owner owns', async () => {
    const portal = await start({
      entities: [
        sampleComponent('orders', {
          description: 'Takes orders',
          annotations: { 'atrium.dev/scorecards': 'scorecard.yaml' },
        }),
        sampleComponent('refunds', { owner: 'checkout' }),
        sampleComponent('portal', { owner: 'platform' }),
      ],
    });
    const file =
      'https://git.acme.example/acme/orders/src/branch/main/scorecard.yaml';
    portal.files.set(file, READINESS.replace('name: readiness', 'name: ours'));
    await portal.catchUp();
    const { body: refused } = await portal.ask('get', '/scorecards');
    expect(refused.items).toHaveLength(1);
    expect(refused.problems).toEqual([
      expect.objectContaining({
        source: file,
        path: 'spec.owner',
        line: 7,
        message: expect.stringContaining(
          "is 'group:default/platform', who does not own the entity",
        ),
      }),
    ]);

    const ours = READINESS.replace('name: readiness', 'name: ours').replace(
      'group:default/platform',
      'group:default/payments',
    );
    const reread = async (content: string) => {
      portal.files.set(file, content);
      await portal.knex('scorecard_files').update({ due_at: new Date(0) });
      await portal.catchUp();
    };
    await reread(ours);
    const rated = await portal
      .knex('results')
      .join('entities', 'entities.id', 'results.entity_id')
      .where({ scorecard: 'ours' })
      .orderBy('entity_ref')
      .pluck('entity_ref');
    // Checkout is a group below payments.
    expect(rated).toEqual([
      'component:default/orders',
      'component:default/refunds',
    ]);

    // The last valid version stays in force, and the problem is shown.
    await reread(ours.replace('facts.slo.count > 0', 'facts.slo.cuont > 0'));
    const { body: broken } = await portal.ask('get', '/scorecards');
    expect(broken.items).toHaveLength(2);
    expect(broken.problems).toEqual([
      expect.objectContaining({
        path: 'spec.checks[1].expression',
        line: 21,
        message: expect.stringContaining('at character 11: No such key: cuont'),
      }),
    ]);

    await reread(ours.replace('weight: 3', 'weight: 5'));
    const { body: details } = await portal.ask('get', '/scorecards/ours');
    expect(details).toMatchObject({
      version: 2,
      reach: 'owned',
      sourceUrl: file,
      versions: [
        {
          changes: ['Check "Has an SLO": weight changed from 3 to 5'],
          messages: { changes: [{ key: 'scorecard.change.ofCheck' }] },
        },
        {},
      ],
    });

    // It is gone once its file says something else; an empty file is broken.
    await reread('');
    expect((await portal.ask('get', '/scorecards/ours')).status).toBe(200);
    await reread(ours.replace('name: ours', 'name: theirs'));
    expect((await portal.ask('get', '/scorecards/ours')).status).toBe(404);
    expect(portal.audited).toContain('scorecard-publish ours succeeded');
  });

  it('does not start with a folder that has problems, and names each', async () => {
    const wrong = await mkdtemp(join(tmpdir(), 'scorecards-'));
    await writeFile(
      join(wrong, 'a.yaml'),
      READINESS.replace('facts.slo.count > 0', 'facts.slo.count'),
    );
    await expect(
      start({ config: { definitions: { folder: wrong } } }),
    ).rejects.toThrow(
      /a\.yaml:21:\d+: spec\.checks\[1\]\.expression cannot be used at character 1: Must be true or false/,
    );
    await rm(wrong, { recursive: true });
  });

  it('takes facts that are sent, item by item, and the past', async () => {
    const portal = await start({
      config: {
        factSenders: ['external:test-service'],
        pushedFacts: {
          survey: {
            title: 'Survey',
            description: 'What people say.',
            facts: {
              happy: { type: 'integer', title: 'Happy', description: 'Of 10.' },
            },
          },
        },
      },
    });
    portal.told.set('component:default/orders', { count: 2 });
    await portal.catchUp();
    const header = mockCredentials.service.header();
    const entityRef = 'component:default/orders';
    const weekAgo = new Date(Date.now() - 15 * 24 * 3_600_000).toISOString();
    const { body, status } = await portal.ask('post', '/facts', header).send({
      items: [
        { entityRef, provider: 'survey', values: { happy: 9 } },
        { entityRef, provider: 'survey', values: { happy: 'very' } },
        { entityRef, provider: 'survey', values: { sad: 1 } },
        { entityRef: 'component:default/none', provider: 'survey', values: {} },
        { entityRef, provider: 'weather', values: {} },
        { entityRef, provider: 'slo', values: { count: 0 } },
        {
          entityRef,
          provider: 'slo',
          values: { count: 0 },
          observedAt: weekAgo,
        },
        {
          entityRef,
          provider: 'slo',
          values: { count: 1 },
          observedAt: new Date().toISOString(),
        },
        {
          entityRef,
          provider: 'survey',
          values: {},
          observedAt: '2999-01-01T00:00:00Z',
        },
        'nonsense',
      ],
    });
    expect(status).toBe(200);
    expect(body.accepted).toBe(2);
    expect(
      body.refused.map((one: { index: number; path: string }) => [
        one.index,
        one.path,
      ]),
    ).toEqual([
      [1, 'values.happy'],
      [2, 'values.sad'],
      [3, 'entityRef'],
      [4, 'provider'],
      [5, 'provider'],
      [7, 'observedAt'],
      [8, 'observedAt'],
      [9, ''],
    ]);

    // The past of the scorecard follows from the past of the facts.
    await portal.runTask('scorecard-evaluation');
    const past = await portal
      .knex('result_changes')
      .where({ is_past: true })
      .select('rank', 'score');
    expect(past).toEqual([{ rank: 1, score: 0.25 }]);
    // Once, not with every evaluation.
    expect(
      await portal.knex('scorecards').whereNotNull('past_wanted_at'),
    ).toEqual([]);

    const refusals = await Promise.all([
      portal.ask('post', '/facts').send({ items: [] }),
      portal.ask('post', '/facts', header).send({ items: [] }),
      portal
        .ask('post', '/facts', header)
        .send({ items: new Array(10_001).fill({}) }),
    ]);
    expect(refusals.map(({ status: code }) => code)).toEqual([403, 400, 400]);
  });

  it('rates the past by the entities and the facts of then', async () => {
    const portal = await start({
      config: { factSenders: ['external:test-service'] },
    });
    await portal.catchUp();
    const entities = new EntityStore(portal.knex);
    const bare = [toRatedEntity(sampleComponent('orders'))];
    await entities.save(bare);
    // Seen again, it did not change.
    await entities.save(bare);
    const daysAgo = (days: number) =>
      new Date(Date.now() - days * 24 * 3_600_000);
    // Its description went 10 days ago.
    expect(await portal.knex('entity_changes').select('owner_refs')).toEqual([
      { owner_refs: ['group:default/payments'] },
    ]);
    await portal.knex('entity_changes').update({ until_at: daysAgo(10) });
    const { body: sent } = await portal
      .ask('post', '/facts', mockCredentials.service.header())
      .send({
        items: ['orders', 'portal'].map(name => ({
          entityRef: `component:default/${name}`,
          provider: 'slo',
          values: { count: 0 },
          observedAt: daysAgo(22).toISOString(),
        })),
      });
    expect(sent.accepted).toBe(2);
    const { body } = await portal
      .ask('post', '/dry-runs')
      .send({ content: READINESS, weeks: 3 });
    const counts = body.backtest.map(
      ({ levelCounts }: { levelCounts: { count: number }[] }) =>
        levelCounts.map(({ count }) => count),
    );
    // Both are bronze until orders loses its description. Nothing is known of refunds.
    expect(counts).toEqual([
      [0, 2, 0],
      [0, 2, 0],
      [1, 1, 0],
    ]);
    await portal.runTask('scorecard-retention');
    expect(await portal.knex('entity_changes')).toHaveLength(1);
  });

  it('tries drafts on what the reader sees, and changes nothing', async () => {
    const portal = await start();
    portal.told.set('component:default/orders', { count: 2 });
    portal.told.set('component:default/refunds', { count: 0 });
    await portal.catchUp();
    const before = await readResults(portal.knex);
    const { body } = await portal.ask('post', '/dry-runs').send({
      content: READINESS.replace('facts.slo.count > 0', 'facts.slo.count > 2'),
      weeks: 2,
    });
    expect(body).toMatchObject({
      problems: [],
      entityCount: 3,
      checks: [
        { check: 'described', pass: 2, fail: 1, nowFail: 0 },
        { check: 'promised', pass: 0, fail: 2, unknown: 1, nowFail: 1 },
      ],
      before: { levelCounts: [{ count: 1 }, { count: 1 }, { count: 1 }] },
      after: { levelCounts: [{ count: 1 }, { count: 2 }, { count: 0 }] },
      teams: [{ ownerRef: 'group:default/payments', up: 0, down: 1 }],
      movers: [
        {
          entityRef: 'component:default/orders',
          from: 'gold',
          to: 'bronze',
          direction: 'down',
          checks: ['Has an SLO'],
        },
      ],
      backtest: [],
      backtestFrom: expect.any(String),
    });
    expect(await readResults(portal.knex)).toEqual(before);

    const { body: wrong } = await portal
      .ask('post', '/dry-runs')
      .send({ content: READINESS.replace('count > 0', 'count > "0"') });
    expect(wrong.problems).toEqual([
      expect.objectContaining({ path: 'spec.checks[1].expression', line: 21 }),
    ]);

    const { body: tried } = await portal.ask('post', '/expressions').send({
      expression: 'facts.slo.count > 0',
      entityRef: 'component:default/orders',
    });
    expect(tried).toMatchObject({
      facts: ['slo.count'],
      pass: 1,
      fail: 1,
      unknown: 1,
      entity: { outcome: 'pass', evidence: [{ fact: 'slo.count', value: 2 }] },
    });
    const { body: problem } = await portal
      .ask('post', '/expressions')
      .send({ expression: 'facts.slo.count >' });
    expect(problem.problem).toEqual({
      message: 'Unexpected token: EOF',
      from: 17,
      to: 17,
    });
    expect(
      (await portal.ask('post', '/dry-runs').send({ content: 5 })).status,
    ).toBe(400);
  });
});
