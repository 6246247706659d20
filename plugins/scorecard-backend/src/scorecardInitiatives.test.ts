import { openDatabase } from '@atrium/backend-common';
import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  ledger,
  payments,
  platformTeam,
  teamOther,
  teamPayments,
} from './__testUtils__/samplePeople';
import { seedResults } from './__testUtils__/seedResults';
import { startWithResults } from './__testUtils__/startWithResults';

const wanted = {
  title: 'Docs for all',
  scorecard: 'readiness',
  goal: { kind: 'checks', checks: ['has-docs', 'has-owner'] },
  ownerRef: platformTeam,
  startsOn: '2026-11-02',
  dueOn: '2026-11-30',
};

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

describe('scorecardPlugin, initiatives', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let scorecard: Awaited<ReturnType<typeof startWithResults>>;

  beforeAll(async () => {
    freezeTime('2026-11-10T09:00:00Z');
    knex = await createTestDatabase(databases);
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-scorecard-backend' },
    );
    scorecard = await startWithResults({ knex, hiddenRefs: [ledger] });
  });

  afterAll(() => jest.useRealTimers());

  beforeEach(async () => {
    freezeTime('2026-11-10T09:00:00Z');
    scorecard.forget();
    await knex.raw(
      'TRUNCATE initiatives, messages, entities, scorecards CASCADE',
    );
    await seedResults(knex, [
      {
        ref: payments,
        title: 'Payments',
        owners: [teamPayments],
        rank: 1,
        outcomes: { 'has-docs': 'fail' },
      },
      { ref: ledger, owners: [teamOther], outcomes: { 'has-docs': 'unknown' } },
    ]);
  });

  const create = (change: object = {}, name = 'jonas') =>
    scorecard.as(name).post('/initiatives', { ...wanted, ...change });

  it('are planned by who owns the scorecard, and measured at once', async () => {
    const { status, body } = await create();
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        ...wanted,
        scope: {},
        scorecardTitle: 'Production readiness',
        goalTitle: 'Has documentation and 1 more',
        messages: {
          goalTitle: [
            {
              key: 'scorecard.initiative.goal',
              values: { goal: { list: ['Has documentation'], more: 1 } },
            },
          ],
        },
        state: 'running',
        createdBy: 'user:default/jonas',
        createdAt: '2026-11-10T09:00:00.000Z',
        total: 2,
        done: 0,
        exempt: 0,
        unknown: 1,
        canManage: true,
      },
    ]);
    expect(scorecard.audited).toEqual(['initiative-create succeeded']);
    const seen = await scorecard.as('priya').get(`/initiatives/${body.id}`);
    expect([seen.status, seen.body]).toMatchObject([
      200,
      {
        canManage: false,
        burnDown: [{ at: '2026-11-10', remaining: 2 }],
        teams: [
          { ownerRef: teamOther, total: 1, unknown: 1 },
          { ownerRef: teamPayments, total: 1, done: 0 },
        ],
        // The other entity is hidden from who asks.
        remaining: [
          {
            entityRef: payments,
            entityTitle: 'Payments',
            ownerRefs: [teamPayments],
            checks: ['Has documentation'],
          },
        ],
      },
    ]);
    expect(seen.body.remaining).toHaveLength(1);
  });

  it('move on with the results, remind, and close by themselves', async () => {
    const { body } = await create({ scope: { ownerRefs: [teamPayments] } });
    await scorecard.runTask('scorecard-messages');
    expect(scorecard.notifications).toMatchObject([
      {
        recipients: { entityRef: [teamPayments] },
        payload: {
          title: 'Docs for all: 1 of your services is left, 20 days to go',
        },
      },
    ]);
    freezeTime('2026-11-13T09:00:00Z');
    await seedResults(knex, [{ ref: payments, owners: [teamPayments] }]);
    await scorecard.runTask('scorecard-initiatives');
    const { body: done } = await scorecard
      .as('priya')
      .get(`/initiatives/${body.id}`);
    expect(done).toMatchObject({
      state: 'done',
      endedAt: '2026-11-13T09:00:00.000Z',
      burnDown: [
        { at: '2026-11-10', remaining: 1 },
        { at: '2026-11-11', remaining: 1 },
        { at: '2026-11-12', remaining: 1 },
        { at: '2026-11-13', remaining: 0 },
      ],
    });
    const late = await scorecard
      .as('jonas')
      .put(`/initiatives/${body.id}`, wanted);
    expect([late.status, late.body.error.message]).toEqual([
      409,
      'The initiative is over: it is done',
    ]);
    expect(
      (await scorecard.as('jonas').delete(`/initiatives/${body.id}`)).status,
    ).toBe(409);
  });

  it('are about what an expression says', async () => {
    await knex('entities')
      .where({ entity_ref: ledger })
      .update({ shape: { kind: 'Component', metadata: { name: 'ledger' } } });
    const { body } = await create({
      scope: { appliesTo: 'entity.metadata.name == "ledger"' },
    });
    expect(body).toMatchObject({ total: 1, unknown: 1 });
  });

  it('keep their figures where a fact of their scope is gone, and are cancelled in the end', async () => {
    const { body } = await create({ scope: { appliesTo: 'true' } });
    expect(body).toMatchObject({ state: 'running', total: 2, unknown: 1 });
    // Pushed facts that the operator has taken out of the configuration.
    await knex('initiatives').update({
      scope: { appliesTo: 'facts.coverage.linePercent < 80.0' },
    });
    const find = async () =>
      (await scorecard.as('priya').get(`/initiatives/${body.id}`)).body;
    freezeTime('2026-11-30T09:00:00Z');
    await scorecard.runTask('scorecard-initiatives');
    expect(await find()).toMatchObject({
      state: 'running',
      total: 2,
      unknown: 1,
    });
    freezeTime('2026-12-01T09:00:00Z');
    await scorecard.runTask('scorecard-initiatives');
    expect(await find()).toMatchObject({
      state: 'cancelled',
      endedAt: '2026-12-01T09:00:00.000Z',
      total: 2,
      unknown: 1,
    });
    await scorecard.runTask('scorecard-messages');
    expect(scorecard.notifications.at(-1)).toMatchObject({
      recipients: { entityRef: [platformTeam] },
      payload: {
        title: expect.stringContaining('Docs for all'),
        description:
          'It is about services by a fact that the portal no longer has',
      },
    });
  });

  it('are changed and cancelled by the owner or who runs the portal only', async () => {
    const { body } = await create();
    const path = `/initiatives/${body.id}`;
    const later = { ...wanted, startsOn: '2026-11-20', title: 'Later' };
    expect((await scorecard.as('priya').put(path, later)).status).toBe(403);
    expect((await scorecard.as('priya').delete(path)).status).toBe(403);
    // Above the group that owns the scorecard.
    const changed = await scorecard.as('elena').put(path, later);
    expect([changed.status, changed.body]).toMatchObject([
      200,
      { title: 'Later', state: 'scheduled' },
    ]);
    const over = { ...wanted, startsOn: '2026-11-01', dueOn: '2026-11-09' };
    const refused = await scorecard.as('elena').put(path, over);
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      expect.stringContaining('dueOn'),
    ]);
    await knex('scorecards').update({
      definition: knex.raw(
        `jsonb_set(definition, '{spec,owner}', '"group:default/team-other"')`,
      ),
    });
    expect((await scorecard.as('jonas').delete(path)).status).toBe(403);
    const cancelled = await scorecard.as('mina').delete(path);
    expect([cancelled.status, cancelled.body.state]).toEqual([
      200,
      'cancelled',
    ]);
    expect(scorecard.audited).toEqual([
      'initiative-create succeeded',
      'initiative-update failed',
      'initiative-cancel failed',
      'initiative-update succeeded',
      'initiative-update failed',
      'initiative-cancel failed',
      'initiative-cancel succeeded',
    ]);
  });

  it.each<[string, object, string, number, string]>([
    ['a stranger', {}, 'priya', 403, 'ask platform-team, who'],
    [
      'no scorecard',
      { scorecard: 'other' },
      'jonas',
      400,
      "no scorecard 'other'",
    ],
    [
      'no check',
      { goal: { kind: 'checks', checks: ['x'] } },
      'jonas',
      400,
      "'x'",
    ],
    ['no level', { goal: { kind: 'level', level: 'x' } }, 'jonas', 400, "'x'"],
    [
      'no leader',
      { ownerRef: 'group:default/x' },
      'jonas',
      400,
      'group:default/x',
    ],
    [
      'no team',
      { scope: { ownerRefs: ['group:default/x'] } },
      'jonas',
      400,
      'group:default/x',
    ],
    [
      'no expression',
      { scope: { appliesTo: 'facts.catalog.other' } },
      'jonas',
      400,
      'scope.appliesTo',
    ],
    ['days in disorder', { startsOn: '2026-12-24' }, 'jonas', 400, 'startsOn'],
    [
      'a day that is over',
      { startsOn: '2026-11-01', dueOn: '2026-11-09' },
      'jonas',
      400,
      'dueOn',
    ],
  ])('refuse %s', async (_, change, name, status, message) => {
    const { status: answered, body } = await create(change, name);
    expect([answered, body.error.message]).toEqual([
      status,
      expect.stringContaining(message),
    ]);
    expect(await knex('initiatives')).toEqual([]);
  });

  it('refuse who has no token, and ids that are none', async () => {
    const header = mockCredentials.none.header();
    const answers = await Promise.all([
      scorecard.ask('get', '/initiatives', header),
      scorecard.ask('post', '/initiatives', header).send(wanted),
      scorecard.ask('put', `/initiatives/${UNKNOWN_ID}`, header).send(wanted),
      scorecard.ask('delete', `/initiatives/${UNKNOWN_ID}`, header),
      scorecard.as('jonas').get('/initiatives/x'),
      scorecard.as('jonas').get('/initiatives?mine=true'),
      scorecard.as('jonas').get(`/initiatives/${UNKNOWN_ID}`),
      scorecard.as('jonas').put(`/initiatives/${UNKNOWN_ID}`, wanted),
      scorecard.as('jonas').delete(`/initiatives/${UNKNOWN_ID}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      401, 401, 401, 401, 404, 400, 404, 404, 404,
    ]);
  });

  it('say what is left as a file for spreadsheets, of what the reader sees', async () => {
    await knex('entities')
      .where({ entity_ref: payments })
      .update({ title: '@Pay, "fast"' });
    const { body } = await create();
    const left = (id: string) =>
      scorecard.as('priya').get(`/initiatives/remaining.csv?initiative=${id}`);
    expect((await left(body.id)).text).toBe(
      [
        'Entity,Title,Owners,To pass',
        `${payments},"'@Pay, ""fast""",${teamPayments},Has documentation`,
        '',
      ].join('\r\n'),
    );
    expect((await left('x')).status).toBe(400);
    const none = '00000000-0000-4000-8000-000000000000';
    expect((await left(none)).status).toBe(404);
  });

  it('are listed by what somebody has to do', async () => {
    await create();
    const list = async (query: string) =>
      (await scorecard.as('priya').get(`/initiatives?${query}`)).body;
    expect(await list(`entityRef=${payments}`)).toMatchObject({
      totalItems: 1,
    });
    expect(await list(`ownerRef=user:default/priya`)).toMatchObject({
      totalItems: 1,
      items: [{ canManage: false, ownedRemaining: 1 }],
    });
    expect(await list('state=done')).toEqual({ items: [], totalItems: 0 });
    const csv = async (query: string) => {
      const { text } = await scorecard
        .as('priya')
        .get(`/initiatives.csv?${query}`);
      return text.trimEnd().split('\r\n');
    };
    expect((await csv('state=done')).map(line => line.split(',')[0])).toEqual([
      'Title',
    ]);
    expect(await csv(`entityRef=${payments}`)).toHaveLength(2);
    const hidden = await list(`entityRef=${ledger}`);
    const missing = await list('entityRef=component:default/none');
    expect([hidden.error.message, missing.error.message]).toEqual([
      `No entity '${ledger}'`,
      "No entity 'component:default/none'",
    ]);
    const { output } = await scorecard.actions.invoke({
      id: 'test:list-initiatives',
      input: { state: 'running' },
      credentials: mockCredentials.user('user:default/priya'),
    });
    expect(output).toMatchObject({
      totalItems: 1,
      initiatives: [{ title: 'Docs for all', total: 2, unknown: 1 }],
    });
  });
});
