import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { sampleComponent } from './__testUtils__/sampleEntities';
import { startScorecard } from './__testUtils__/startScorecard';

const FILE =
  'https://git.acme.example/acme/orders/src/branch/main/scorecard.yaml';
const OURS = `apiVersion: atrium.dev/v1
kind: Scorecard
metadata:
  name: ours
spec:
  owner: group:default/payments
  levels:
    - name: bronze
    - name: gold
  checks:
    - name: described
      title: Has a description
      level: bronze
      expression: has(entity.metadata.description)
    - name: promised
      title: Has an SLO
      level: gold
      expression: facts.slo.count > 0
`;
const WITH_SILVER = OURS.replace('    - name: gold', '    - name: silver\n$&');

describe('scorecard of a team', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  async function start() {
    const knex = await createTestDatabase(databases);
    const portal = await startScorecard({
      knex,
      entities: [
        sampleComponent('orders', {
          description: 'Takes orders',
          annotations: { 'atrium.dev/scorecards': 'scorecard.yaml' },
        }),
        sampleComponent('refunds', { owner: 'checkout', description: 'Pays' }),
        sampleComponent('portal', { owner: 'platform', description: 'Atrium' }),
      ],
      config: { factSenders: ['external:test-service'] },
    });
    const reread = async (content: string) => {
      portal.files.set(FILE, content);
      await knex('scorecard_files').update({ due_at: new Date(0) });
      await portal.catchUp();
    };
    return { ...portal, knex, reread };
  }

  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

  it('keeps what was held where a new version has other levels', async () => {
    const portal = await start();
    portal.told.set('component:default/orders', { count: 2 });
    portal.told.set('component:default/refunds', { count: 0 });
    await portal.catchUp();
    await portal.reread(OURS);
    const levels = async () => {
      const { body } = await portal.ask('get', '/results?scorecard=ours');
      return body.items.map((one: { level?: string }) => one.level);
    };
    expect(await levels()).toEqual(['gold', 'bronze']);

    // What is not known lowers nothing, and silver asks for nothing.
    portal.told.clear();
    await portal.reread(WITH_SILVER);
    expect(await levels()).toEqual(['gold', 'silver']);
    const history = `/history?scorecard=ours&entityRef=component:default/orders`;
    const { body } = await portal.ask('get', history);
    expect(body.items.map(({ level }: { level: string }) => level)).toEqual([
      'gold',
      'gold',
    ]);
    const moved = await portal
      .knex('result_changes')
      .join('entities', 'entities.id', 'result_changes.entity_id')
      .where({ is_rank_change: true })
      .pluck('entity_ref');
    expect(moved).toEqual(['component:default/refunds']);
  });

  it('is tried on what it would rate', async () => {
    const portal = await start();
    await portal.catchUp();
    const content = OURS.replace('payments', 'checkout');
    const tryIt = async (draft: object) => {
      const { body } = await portal.ask('post', '/dry-runs').send(draft);
      return body.entityCount;
    };
    expect(await tryIt({ content, reach: 'owned' })).toBe(1);
    expect(await tryIt({ content })).toBe(3);
    await portal.reread(OURS);
    // Orders is of payments; refunds of checkout, which is below it.
    expect(await tryIt({ content: OURS })).toBe(2);
  });

  it('does not move a service whose level only has another name', async () => {
    const portal = await start();
    await portal.catchUp();
    await portal.reread(OURS);
    const movers = async (content: string) => {
      const { body } = await portal.ask('post', '/dry-runs').send({ content });
      return body.movers.map((one: { entityRef: string; to?: string }) => [
        one.entityRef,
        one.to,
      ]);
    };
    expect(await movers(OURS.replaceAll('bronze', 'basic'))).toEqual([]);
    expect(
      await movers(OURS.replace('has(entity.metadata.description)', '1 > 2')),
    ).toEqual([
      ['component:default/orders', undefined],
      ['component:default/refunds', undefined],
    ]);
  });

  it('has its past filled by what the team owned then', async () => {
    const portal = await start();
    await portal.catchUp();
    const owned = (name: string, owner: string, until: Date) => ({
      entity_id: portal
        .knex('entities')
        .where({
          entity_ref: `component:default/${name}`,
        })
        .select('id'),
      until_at: until,
      owner_refs: [`group:default/${owner}`],
      shape: JSON.stringify({
        kind: 'Component',
        metadata: { description: 'Then' },
      }),
    });
    await portal.knex('entity_changes').insert([
      // Orders came 10 days ago; refunds went then, and came back 3 days ago.
      owned('orders', 'platform', daysAgo(10)),
      owned('refunds', 'checkout', daysAgo(10)),
      owned('refunds', 'platform', daysAgo(3)),
    ]);
    const { body: sent } = await portal
      .ask('post', '/facts', mockCredentials.service.header())
      .send({
        items: ['orders', 'refunds'].map(name => ({
          entityRef: `component:default/${name}`,
          provider: 'slo',
          values: { count: 0 },
          observedAt: daysAgo(22).toISOString(),
        })),
      });
    expect(sent.accepted).toBe(2);
    await portal.reread(OURS);
    const rows = await portal
      .knex('result_changes as c')
      .join('entities as e', 'e.id', 'c.entity_id')
      .where({ is_past: true })
      .orderBy(['entity_ref', 'from_at'])
      .select(
        'entity_ref',
        'is_rated',
        'rank',
        portal.knex.raw(
          'round(extract(epoch FROM now() - from_at) / 86400)::int AS days',
        ),
      );
    const of = (name: string) =>
      rows
        .filter(one => one.entity_ref === `component:default/${name}`)
        .map(one => [one.days, one.is_rated, one.rank]);
    expect(of('orders')).toEqual([[7, true, 1]]);
    expect(of('refunds')).toEqual([
      [21, true, 1],
      [7, false, null],
    ]);
  });

  it('gives a name back that an earlier version let it take', async () => {
    const portal = await start();
    await portal.catchUp();
    await portal.reread(OURS);
    const find = async () => {
      const { body } = await portal.ask('get', '/scorecards');
      const [{ ownerRef, reach, version }] = body.items;
      return [body.items.length, ownerRef, reach, version];
    };
    expect(await find()).toEqual([1, 'group:default/payments', 'owned', 1]);

    await portal.knex('scorecard_files').insert({
      source: 'built in: ours.yaml',
      origin: 'built-in',
      reach: 'everything',
      owner_refs: [],
      content: OURS.replace('group:default/payments', 'group:default/platform'),
    });
    await portal.catchUp();
    expect(await find()).toEqual([
      1,
      'group:default/platform',
      'everything',
      2,
    ]);
    const { body } = await portal.ask('get', '/scorecards');
    expect(body.problems).toEqual([
      {
        source: FILE,
        line: 1,
        message:
          "The portal comes with a scorecard 'ours'. Choose another name, or ask the platform team to add this repository to 'scorecard.definitions.repositories'",
      },
    ]);
  });
});
