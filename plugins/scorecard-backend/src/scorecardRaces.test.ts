import {
  createTestDatabase,
  eventually,
} from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleComponent } from './__testUtils__/sampleEntities';
import { startScorecard } from './__testUtils__/startScorecard';
import { createStores } from './database/createStores';
import { lockResults } from './database/lockResults';

const orders = 'component:default/orders';

const STEPS = `apiVersion: atrium.dev/v1
kind: Scorecard
metadata: { name: steps }
spec:
  owner: user:default/jonas
  levels: [{ name: bronze }, { name: gold }]
  checks:
    - { name: some, title: Some, level: bronze, expression: facts.slo.count > 0 }
    - { name: rest, title: Rest, level: gold, expression: facts.slo.budget > 0.5 }
`;

/** Bronze and gold stand one higher than before. */
const STEPS_WITH_STARTER = STEPS.replace(
  '[{ name: bronze',
  '[{ name: starter }, { name: bronze',
).concat(
  '    - { name: kind, title: Kind, level: starter, expression: entity.kind == "Component" }\n',
);

describe('two replicas at once', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startScorecard>>;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
  });

  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scorecards-'));
    await writeFile(join(folder, 'steps.yaml'), STEPS);
    portal = await startScorecard({
      knex,
      entities: [sampleComponent('orders')],
      config: { definitions: { folder, builtIn: false } },
    });
    await rm(folder, { recursive: true });
    portal.told.set(orders, { count: 1, budget: 0 });
    await portal.catchUp();
  });

  const say = async (values: Record<string, number>) => {
    portal.told.set(orders, values);
    await knex('facts').update({ due_at: new Date(0) });
    await portal.runTask('scorecard-facts');
  };
  const rewrite = (content: string) =>
    knex('scorecard_files').update({ content });
  const publish = () => portal.runTask('scorecard-definitions');
  const evaluate = () => portal.runTask('scorecard-evaluation');
  const moves = async () =>
    (
      await knex('result_changes')
        .where({ is_rank_change: true })
        .orderBy('from_at')
    ).map(({ previous_rank, rank }) => [previous_rank, rank]);

  /** Holds up whoever needs what `lock` locks, until it is let go. */
  async function hold(lock: (trx: Knex.Transaction) => Promise<unknown>) {
    const trx = await knex.transaction();
    await lock(trx);
    return () => trx.commit();
  }

  /** Until so many others wait for a lock. */
  async function waiting(count: number): Promise<void> {
    await eventually(
      () =>
        knex.raw(
          `SELECT count(*)::int AS count FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        ),
      ({ rows }) => rows[0].count === count,
    );
  }

  /** The ranks are moved already, and the version is not in force yet. */
  async function rateWhilePublishing() {
    const letGo = await hold(trx =>
      trx('scorecards').where({ name: 'steps' }).forUpdate().select(),
    );
    const published = publish();
    await waiting(1);
    const evaluated = evaluate();
    await waiting(2);
    await letGo();
    await Promise.all([published, evaluated]);
  }

  it('rates by the levels that are published meanwhile, and tells of no other move', async () => {
    await say({ count: 1, budget: 1 });
    await rewrite(STEPS_WITH_STARTER);
    await rateWhilePublishing();
    await evaluate();
    const { body } = await portal.ask('get', `/results?entityRef=${orders}`);
    expect(body.items).toMatchObject([{ level: 'gold', rank: 3 }]);
    // From bronze to gold, which are the second and the third by now.
    expect(await moves()).toEqual([[2, 3]]);
  });

  it('goes on with what is published while everything is rated', async () => {
    await rewrite(STEPS.replace('count > 0', 'count > 5'));
    await publish();
    await rewrite(STEPS_WITH_STARTER);
    await rateWhilePublishing();
    await evaluate();
    const { body } = await portal.ask('get', `/results?entityRef=${orders}`);
    expect(body.items).toMatchObject([{ level: 'bronze', rank: 2 }]);
    // The version between them, by which it has no level, rated nobody.
    expect(await moves()).toEqual([]);
    expect(await knex('scorecards').pluck('next_evaluation')).toEqual([null]);
  });

  it('passes over what is granted while others are rated', async () => {
    const { body } = await portal.ask('post', '/exemptions').send({
      scorecard: 'steps',
      check: 'rest',
      entityRef: orders,
      reason: 'It is switched off in May',
      days: 10,
    });
    await say({ count: 1, budget: 0.1 });
    const letGo = await hold(lockResults);
    const evaluated = evaluate();
    await waiting(1);
    await portal
      .ask(
        'post',
        `/exemptions/${body.id}/grant`,
        mockCredentials.user.header('user:default/jonas'),
      )
      .expect(200);
    await letGo();
    await evaluated;
    const read = await portal.ask('get', `/results?entityRef=${orders}`);
    expect(read.body.items).toMatchObject([{ level: 'gold', exempt: 1 }]);
    expect(await knex('evaluation_queue')).toEqual([]);
  });

  it('works out the past by the levels in force only', async () => {
    const { past, scorecards } = createStores(knex);
    const [{ entity_id: entityId }] = await knex('results');
    const at = new Date('2026-01-01T00:00:00Z');
    const result = {
      entityId,
      at,
      isRated: true,
      rank: 1,
      score: 0.5,
      previousRank: null,
      isRankChange: false,
      changed: {},
    };
    const [before] = await scorecards.list();
    await rewrite(STEPS_WITH_STARTER);
    await publish();
    const replace = (version: number) =>
      past.replace(
        { name: 'steps', version },
        { ids: [entityId], past: [result] },
      );
    expect(await replace(before.version)).toBe(false);
    expect(await knex('result_changes').where({ from_at: at })).toEqual([]);
    expect(await replace(before.version + 1)).toBe(true);
    expect(await knex('result_changes').where({ from_at: at })).toHaveLength(1);
  });
});
