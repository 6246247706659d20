import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
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
  scorecard: 'readiness',
  check: 'has-docs',
  entityRef: payments,
  reason: 'It is replaced in spring',
  days: 30,
};

describe('scorecardPlugin, exemptions', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let scorecard: Awaited<ReturnType<typeof startWithResults>>;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-scorecard-backend' },
    );
    scorecard = await startWithResults({ knex, hiddenRefs: [ledger] });
  });

  beforeEach(async () => {
    scorecard.forget();
    await knex.raw(
      `TRUNCATE exemptions, messages, evaluation_queue, entities, scorecards CASCADE`,
    );
    await seedResults(knex, [
      {
        ref: payments,
        title: 'Payments',
        owners: [teamPayments],
        rank: 1,
        outcomes: { 'has-docs': 'fail', 'has-slo': 'not-applicable' },
      },
      { ref: ledger, owners: [teamOther], outcomes: { 'has-docs': 'unknown' } },
    ]);
  });

  const request = (change: object = {}, name = 'priya') =>
    scorecard.as(name).post('/exemptions', { ...wanted, ...change });
  const decide = (name: string, id: string, what: string, body: object = {}) =>
    scorecard.as(name).post(`/exemptions/${id}/${what}`, body);
  const queued = async () => {
    const refs = await knex('evaluation_queue')
      .join('entities', 'entities.id', 'entity_id')
      .pluck('entity_ref');
    await knex('evaluation_queue').delete();
    return refs;
  };
  const send = async () => {
    await scorecard.runTask('scorecard-messages');
    return scorecard.notifications.splice(0);
  };

  it('are asked by an owner, granted by who owns the scorecard, and told of', async () => {
    const asked = await request();
    expect([asked.status, asked.body]).toEqual([
      201,
      {
        id: expect.any(String),
        ...wanted,
        scorecardTitle: 'Production readiness',
        checkTitle: 'Has documentation',
        ownerRefs: [teamPayments],
        state: 'waiting',
        requestedBy: 'user:default/priya',
        requestedAt: expect.any(String),
        approverRef: platformTeam,
        isMineToDecide: false,
      },
    ]);
    expect(await send()).toMatchObject([
      {
        recipients: {
          entityRef: [platformTeam],
          excludeEntityRef: 'user:default/priya',
        },
        payload: {
          title: `Priya Natarajan asks to exempt Payments from "Has documentation" for 30 days`,
          description: wanted.reason,
        },
      },
    ]);
    expect(await queued()).toEqual([]);

    const mine = await scorecard
      .as('jonas')
      .get('/exemptions?isMineToDecide=true');
    expect(mine.body).toMatchObject({
      totalItems: 1,
      items: [{ isMineToDecide: true }],
    });
    const { id } = asked.body;
    const granted = await decide('jonas', id, 'grant', {
      note: 'Until spring',
    });
    expect([granted.status, granted.body]).toMatchObject([
      200,
      {
        state: 'granted',
        decidedBy: 'user:default/jonas',
        note: 'Until spring',
      },
    ]);
    expect(
      Date.parse(granted.body.until) - Date.parse(granted.body.decidedAt),
    ).toBe(30 * 86_400_000);
    // Rated anew at once.
    expect(await queued()).toEqual([payments]);
    expect(await send()).toMatchObject([
      {
        recipients: { entityRef: ['user:default/priya'] },
        payload: {
          title: `jonas granted the exemption of Payments from "Has documentation"`,
        },
      },
    ]);
    expect(scorecard.audited).toEqual([
      'exemption-request succeeded',
      'exemption-grant succeeded',
    ]);
    const debt = await scorecard.as('priya').get('/exemptions/debt');
    expect(debt.body.items).toMatchObject([
      { scorecard: 'readiness', active: 1, waiting: 0, expiringSoon: 0 },
    ]);

    const again = await decide('mina', id, 'grant');
    expect([again.status, again.body.error.message]).toEqual([
      409,
      'The exemption was granted',
    ]);
    const revoked = await decide('mina', id, 'revoke');
    expect([revoked.status, revoked.body.state]).toEqual([200, 'revoked']);
    expect(await queued()).toEqual([payments]);
  });

  it('may be decided from above the scorecard, not beside or below it', async () => {
    const { body } = await request();
    for (const [name, status] of [
      ['priya', 403],
      ['guest', 403],
      ['elena', 200],
    ] as const) {
      expect((await decide(name, body.id, 'grant')).status).toBe(status);
    }
  });

  it('are never decided by whoever asked, even of the owning group', async () => {
    await knex('entities')
      .where({ entity_ref: payments })
      .update({ owner_refs: [platformTeam] });
    // The right to ask comes from the catalog.
    await knex('exemptions').insert({
      scorecard: 'readiness',
      scorecard_title: 'Production readiness',
      check_name: 'has-docs',
      check_title: 'Has documentation',
      entity_ref: payments,
      owner_refs: [platformTeam],
      approver_ref: platformTeam,
      reason: 'Ours',
      days: 3,
      requested_by: 'user:default/jonas',
    });
    const [id] = await knex('exemptions').pluck('id');
    const own = await decide('jonas', id, 'grant');
    expect([own.status, own.body.error.message]).toEqual([
      403,
      `You asked for this exemption, so somebody else of ${platformTeam.slice(
        'group:default/'.length,
      )} has to decide about it`,
    ]);
    expect(
      (await scorecard.as('jonas').get('/exemptions?isMineToDecide=true')).body
        .totalItems,
    ).toBe(0);
    expect((await decide('mina', id, 'grant')).status).toBe(200);
  });

  it.each([
    ['a stranger', { change: {}, name: 'jonas' }, 403, 'ask team-payments'],
    ['a short reason', { change: { reason: 'because' } }, 400, 'reason'],
    ['a year and a day', { change: { days: 366 } }, 400, 'days'],
    [
      'no entity',
      { change: { entityRef: 'component:default/x' } },
      404,
      'No entity',
    ],
    ['a hidden entity', { change: { entityRef: ledger } }, 404, 'No entity'],
    ['no check', { change: { check: 'other' } }, 404, "by a check 'other'"],
    [
      'no scorecard',
      { change: { scorecard: 'other' } },
      404,
      "'other' does not",
    ],
    [
      'a pass',
      { change: { check: 'has-owner' } },
      409,
      'passes "Has an owner"',
    ],
    ['no use', { change: { check: 'has-slo' } }, 409, 'does not apply'],
  ] as const)('refuse %s', async (_, asked, status, message) => {
    const { change, name = 'priya' } = { name: undefined, ...asked };
    const { status: answered, body } = await request(change, name);
    expect([answered, body.error.message]).toEqual([
      status,
      expect.stringContaining(message),
    ]);
    expect(await knex('exemptions')).toEqual([]);
  });

  it('refuse who has no token, an unknown parameter, a bad id and an unknown one', async () => {
    const { none } = mockCredentials;
    const statuses = await Promise.all([
      scorecard.ask('get', '/exemptions', none.header()),
      scorecard.ask('post', '/exemptions', none.header()).send(wanted),
      scorecard.as('priya').get('/exemptions?mine=true'),
      decide('jonas', 'x', 'grant'),
      decide('jonas', '00000000-0000-4000-8000-000000000000', 'grant'),
      decide('jonas', '00000000-0000-4000-8000-000000000000', 'withdraw'),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([
      401, 401, 400, 404, 404, 404,
    ]);
  });

  it('wait once, and are withdrawn by who asked or by another owner', async () => {
    const { body } = await request();
    expect((await request()).status).toBe(409);
    expect((await decide('jonas', body.id, 'withdraw')).status).toBe(403);
    const withdrawn = await decide('priya', body.id, 'withdraw');
    expect([withdrawn.status, withdrawn.body.state]).toEqual([
      200,
      'withdrawn',
    ]);
    expect((await decide('priya', body.id, 'withdraw')).status).toBe(409);
    expect((await request()).status).toBe(201);
  });

  it('are not granted for a check that is gone, or an entity that changed hands', async () => {
    const { body } = await request();
    await knex('entities').update({ owner_refs: [teamOther] });
    const moved = await decide('jonas', body.id, 'grant');
    expect([moved.status, moved.body.error.message]).toEqual([
      409,
      `'${payments}' has other owners than when this was asked for: refuse it, and have them ask`,
    ]);
    await knex('scorecards').update({ removed_at: knex.fn.now() });
    const gone = await decide('jonas', body.id, 'grant');
    expect([gone.status, gone.body.error.message]).toEqual([
      409,
      '"Production readiness" does not have the check "Has documentation" any more',
    ]);
    expect((await decide('jonas', body.id, 'refuse')).body.state).toBe(
      'refused',
    );
  });

  it('are a file for spreadsheets', async () => {
    await request();
    const { headers, text } = await scorecard
      .as('priya')
      .get('/exemptions.csv?state=waiting');
    expect(headers['content-type']).toContain('text/csv');
    const [head, row, end] = text.split('\r\n');
    expect(head).toMatch(/^Entity,Owners,Scorecard,Check,State,Reason,Days,/);
    expect(row).toContain(
      `${payments},${teamPayments},Production readiness,Has documentation,waiting,`,
    );
    expect(end).toBe('');
  });

  it('are added up as a debt for spreadsheets, of what the reader sees', async () => {
    const { body } = await request();
    await decide('jonas', body.id, 'grant');
    await knex('exemptions').update({
      // A spreadsheet runs no title.
      scorecard_title: '=1+2, "ready"',
      granted_at: '2026-11-20T09:00:00Z',
      until: knex.raw("now() + interval '13 days'"),
    });
    const debt = (name: string, query = '') =>
      scorecard.as(name).get(`/exemptions/debt.csv${query}`);
    const { headers, text } = await debt('priya');
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toBe(
      [
        'Scorecard,Name,Active,Waiting,Requested again,Ending within 14 days,Oldest since',
        `"'=1+2, ""ready""",readiness,1,0,0,1,2026-11-20T09:00:00.000Z`,
        '',
      ].join('\r\n'),
    );
    await knex('exemptions').update({ entity_ref: ledger });
    expect((await debt('priya')).text.split('\r\n')).toHaveLength(2);
    expect((await debt('priya', '?limit=3')).status).toBe(400);
    const noToken = mockCredentials.none.header();
    expect(
      (await scorecard.ask('get', '/exemptions/debt.csv', noToken)).status,
    ).toBe(401);
  });

  it('end by themselves: the entity is rated anew, and who asked is told', async () => {
    const { body } = await request();
    await decide('jonas', body.id, 'grant');
    await send();
    await queued();
    await knex('exemptions').update({
      until: knex.raw("now() - interval '1 s'"),
    });
    await scorecard.runTask('scorecard-exemptions');
    expect(await queued()).toEqual([payments]);
    expect(await send()).toMatchObject([
      {
        payload: {
          title: `The exemption of Payments from "Has documentation" has ended`,
        },
      },
    ]);
    await scorecard.runTask('scorecard-exemptions');
    expect([await queued(), await send()]).toEqual([[], []]);
  });

  it('of hidden entities are not there', async () => {
    await knex('exemptions').insert({
      scorecard: 'readiness',
      scorecard_title: 'Production readiness',
      check_name: 'has-docs',
      check_title: 'Has documentation',
      entity_ref: ledger,
      owner_refs: [teamOther],
      approver_ref: platformTeam,
      reason: 'Hidden',
      days: 3,
      requested_by: 'user:default/x',
    });
    const [id] = await knex('exemptions').pluck('id');
    const { body } = await scorecard.as('priya').get('/exemptions');
    expect(body).toEqual({ items: [], totalItems: 0 });
    expect((await decide('priya', id, 'withdraw')).status).toBe(404);
    expect(
      (await scorecard.as('priya').get('/exemptions/debt')).body.items,
    ).toEqual([]);
    expect(
      (await scorecard.as('jonas').get('/exemptions')).body.totalItems,
    ).toBe(1);
  });

  it('can be asked for by an agent, in the name of a person', async () => {
    const invoke = (credentials: ReturnType<typeof mockCredentials.user>) =>
      scorecard.actions.invoke({
        id: 'test:request-exemption',
        input: wanted,
        credentials,
      });
    await expect(
      invoke(mockCredentials.user('user:default/jonas')),
    ).rejects.toThrow('can ask for its exemptions: ask');
    const { output } = await invoke(mockCredentials.user('user:default/priya'));
    expect(output).toEqual({
      id: expect.any(String),
      state: 'waiting',
      approverRef: platformTeam,
    });
  });
});
