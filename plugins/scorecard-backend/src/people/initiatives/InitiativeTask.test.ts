import {
  MessageSender,
  MessageStore,
  openDatabase,
} from '@atrium/backend-common';
import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { seedResults } from '../../__testUtils__/seedResults';
import { InitiativeReadStore } from './InitiativeReadStore';
import { type InitiativeFields, InitiativeStore } from './InitiativeStore';
import { InitiativeTask } from './InitiativeTask';

const one = 'group:default/one';
const two = 'group:default/two';
const lead = 'group:default/platform-team';

const wanted: InitiativeFields = {
  title: 'Docs for all',
  scorecard: 'readiness',
  goal: { kind: 'checks', checks: ['has-owner', 'has-docs'] },
  ownerRef: lead,
  scope: {},
  startsOn: '2026-11-02',
  dueOn: '2026-11-30',
};

/** Whose docs are missing, whose owner; one fact not known; one passed over. */
const landscape = [
  { ref: 'component:default/a', owners: [one], outcomes: {} },
  {
    ref: 'component:default/b',
    owners: [one, two],
    rank: 1,
    outcomes: { 'has-docs': 'fail' as const },
  },
  {
    ref: 'component:default/c',
    owners: [two],
    rank: 0,
    outcomes: { 'has-owner': 'unknown' as const, 'has-docs': 'fail' as const },
  },
  {
    ref: 'component:default/d',
    owners: [],
    rank: 0,
    outcomes: { 'has-owner': 'unknown' as const },
  },
  {
    ref: 'component:default/e',
    owners: [two],
    outcomes: { 'has-docs': 'exempt' as const },
  },
  {
    ref: 'api:default/f',
    owners: [two],
    rank: null,
    outcomes: {
      'has-owner': 'not-applicable' as const,
      'has-docs': 'not-applicable' as const,
    },
  },
];

describe('InitiativeTask', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let store: InitiativeStore;
  let reads: InitiativeReadStore;
  let task: InitiativeTask;
  let messages: MessageStore;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-scorecard-backend' },
    );
    store = new InitiativeStore(knex);
    reads = new InitiativeReadStore(knex);
    messages = new MessageStore(knex);
    task = new InitiativeTask({
      auth: mockServices.auth(),
      expressions: {
        findEntityRefs: async () => ['component:default/b', 'api:default/f'],
      },
      knex,
      logger: mockServices.logger.mock(),
      messages,
      ownership: { expandOwners: async refs => [...refs, `${refs[0]}-below`] },
      reads,
      signals: { publish: () => {} },
      store,
    });
  });

  beforeEach(() => freezeTime('2026-11-10T09:00:00Z'));
  afterEach(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    await knex.raw(
      'TRUNCATE initiatives, messages, entities, scorecards CASCADE',
    );
    await seedResults(knex, landscape);
  });

  const create = (change: Partial<InitiativeFields> = {}) =>
    store.create(
      { ...wanted, ...change },
      { createdBy: 'user:default/mina', now: new Date('2026-11-01T09:00:00Z') },
    );
  const measure = (id: string, day: string) =>
    task.measure(id, new Date(`${day}T10:00:00Z`));
  const keys = () => knex('messages').orderBy('key').pluck('key');

  it('measures checks over what they apply to, by team and day', async () => {
    const id = await create();
    await measure(id, '2026-11-01');
    expect(await store.get(id)).toMatchObject({ state: 'scheduled', total: 0 });
    await measure(id, '2026-11-02');
    expect(await store.get(id)).toMatchObject({
      state: 'running',
      total: 5,
      done: 1,
      exempt: 1,
      unknown: 1,
    });
    expect(await reads.listTeams(id)).toEqual([
      { ownerRef: two, total: 3, done: 0, exempt: 1, unknown: 0 },
      { total: 1, done: 0, exempt: 0, unknown: 1 },
      { ownerRef: one, total: 2, done: 1, exempt: 0, unknown: 0 },
    ]);
    expect(await reads.listRemaining(id, { limit: 9 })).toMatchObject([
      { entityRef: 'component:default/b', checks: ['has-docs'] },
      { entityRef: 'component:default/d', checks: ['has-owner'] },
      { entityRef: 'component:default/c', checks: ['has-owner', 'has-docs'] },
    ]);
    await seedResults(knex, [
      { ref: 'component:default/b', owners: [one, two] },
    ]);
    await measure(id, '2026-11-03');
    expect(await reads.listDays(id)).toEqual([
      { at: '2026-11-02', remaining: 3 },
      { at: '2026-11-03', remaining: 2 },
    ]);
  });

  it('measures a level by what is held, and says which checks are left', async () => {
    const id = await create({ goal: { kind: 'level', level: 'gold' } });
    await measure(id, '2026-11-02');
    expect(await store.get(id)).toMatchObject({
      total: 5,
      done: 1,
      exempt: 1,
      unknown: 1,
    });
    const bronze = await create({ goal: { kind: 'level', level: 'bronze' } });
    await measure(bronze, '2026-11-02');
    // Only the check of the first level matters; where it is not known, so is that.
    expect(await store.get(bronze)).toMatchObject({
      total: 5,
      done: 3,
      exempt: 0,
      unknown: 2,
    });
  });

  it.each([
    [{ ownerRefs: [], systemRefs: [] }, 5],
    [{ ownerRefs: [one] }, 2],
    [{ ownerRefs: ['group:default/nobody'] }, 0],
    [{ systemRefs: ['system:default/shop'] }, 0],
    [{ appliesTo: 'true' }, 1],
    [{ ownerRefs: [two], appliesTo: 'true' }, 1],
  ])('is about %j only', async (scope, total) => {
    const id = await create({ scope });
    await measure(id, '2026-11-02');
    expect(await store.get(id)).toMatchObject({ total });
  });

  it('reminds each owner once of each moment, on however many replicas', async () => {
    const id = await create();
    const day = async (on: string) => {
      await Promise.all([measure(id, on), measure(id, on), measure(id, on)]);
      await measure(id, on);
    };
    await day('2026-11-02');
    expect(await keys()).toEqual([
      `initiative:${id}:start:2026-11-02:${one}`,
      `initiative:${id}:start:2026-11-02:${two}`,
    ]);
    const [first] = await knex('messages').orderBy('key').pluck('payload');
    expect(first).toMatchObject({
      title: 'Docs for all: 1 of your services is left, 28 days to go',
      description: 'Has an owner and 1 more by 30 Nov 2026: b',
      link: `/scorecards/initiatives/${id}`,
    });
    await day('2026-11-10');
    // Nobody was there on the 16th: the last moment is told, not all of them.
    await day('2026-11-24');
    await day('2026-11-30');
    expect(await keys()).toEqual([
      `initiative:${id}:due-day:2026-11-30:${one}`,
      `initiative:${id}:due-day:2026-11-30:${two}`,
      `initiative:${id}:start:2026-11-02:${one}`,
      `initiative:${id}:start:2026-11-02:${two}`,
      `initiative:${id}:week-before:2026-11-23:${one}`,
      `initiative:${id}:week-before:2026-11-23:${two}`,
      `initiative:${id}:weekly:2026-11-09:${one}`,
      `initiative:${id}:weekly:2026-11-09:${two}`,
    ]);
  });

  it('is done by itself when nothing is left, and goes on no more', async () => {
    const id = await create({ scope: { ownerRefs: [one] } });
    await measure(id, '2026-11-02');
    await seedResults(knex, [
      { ref: 'component:default/b', owners: [one, two] },
    ]);
    await measure(id, '2026-11-03');
    expect(await store.get(id)).toMatchObject({
      state: 'done',
      done: 2,
      endedAt: '2026-11-03T10:00:00.000Z',
    });
    await seedResults(knex, landscape);
    await measure(id, '2026-11-04');
    expect(await store.get(id)).toMatchObject({ state: 'done', done: 2 });
    expect(await knex('messages').where('key', 'like', '%:end')).toMatchObject([
      {
        recipient_refs: [lead],
        payload: { title: 'Docs for all is done' },
      },
    ]);
  });

  it('is missed after its day, and not on it', async () => {
    const id = await create();
    await measure(id, '2026-11-30');
    expect((await store.get(id))?.state).toBe('running');
    await measure(id, '2026-12-01');
    expect((await store.get(id))?.state).toBe('missed');
  });

  it('keeps its figures where the scorecard is gone, and is cancelled in the end', async () => {
    const id = await create();
    await measure(id, '2026-11-02');
    await knex('scorecards').update({ removed_at: knex.fn.now() });
    await measure(id, '2026-11-20');
    expect(await store.get(id)).toMatchObject({ state: 'running', total: 5 });
    await measure(id, '2026-12-01');
    expect(await store.get(id)).toMatchObject({ state: 'cancelled', total: 5 });
  });

  it('lists what goes on before what is over, page after page', async () => {
    const later = await create({ dueOn: '2026-12-24' });
    const sooner = await create();
    const over = await create({ dueOn: '2026-11-10' });
    const longOver = await create({ dueOn: '2026-11-05' });
    for (const id of [over, longOver]) {
      await store.end(id, { state: 'cancelled', now: new Date() });
    }
    const first = await reads.list({ limit: 3 });
    const second = await reads.list({ limit: 3, cursor: first.nextCursor });
    expect([first.totalItems, second.nextCursor]).toEqual([4, undefined]);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([
      sooner,
      later,
      over,
      longOver,
    ]);
    await measure(sooner, '2026-11-02');
    const ids = async (query: object) =>
      (await reads.list({ ...query, limit: 9 })).items.map(({ id }) => id);
    expect(await ids({ entityRef: 'component:default/b' })).toEqual([sooner]);
    expect(await ids({ entityRef: 'component:default/a' })).toEqual([]);
    expect(await ids({ ownerRefs: [two] })).toEqual([sooner]);
    expect(await ids({ state: 'cancelled' })).toEqual([over, longOver]);
  });

  it('sends what is to be told once, again where that failed, from any replica', async () => {
    const sent: unknown[] = [];
    let isDown = true;
    const sender = new MessageSender({
      pluginId: 'scorecard',
      store: messages,
      logger: mockServices.logger.mock(),
      metrics: { countMessage: () => {} },
      notifications: {
        async send(notification) {
          if (isDown) {
            throw new Error('Down');
          }
          sent.push(notification);
        },
      },
    });
    const message = {
      key: 'a thing',
      recipientRefs: [one],
      excludeRef: 'user:default/mina',
      payload: { title: 'x'.repeat(300), link: '/scorecards' },
    };
    await messages.add([message, { ...message, key: 'b', recipientRefs: [] }]);
    await messages.add([message]);
    await sender.sendDue();
    isDown = false;
    await sender.sendDue();
    expect(sent).toEqual([]);
    await knex('messages').update({ due_at: knex.fn.now() });
    await Promise.all([sender.sendDue(), sender.sendDue(), sender.sendDue()]);
    await messages.add([message]);
    await sender.sendDue();
    expect(sent).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: [one],
          excludeEntityRef: 'user:default/mina',
        },
        payload: {
          title: `${'x'.repeat(254)}…`,
          link: '/scorecards',
          scope: expect.stringMatching(/^scorecard:[0-9a-f]{64}$/),
        },
      },
    ]);
  });
});
