import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createTestDatabase } from '../__testUtils__';
import type { Message } from './Message';
import { MessageStore } from './MessageStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const message: Message = {
  key: 'a',
  recipientRefs: ['user:default/mina'],
  payload: { title: 'Exemption granted' },
};

let knex: Knex;

beforeAll(async () => {
  knex = await createTestDatabase(databases);
  // As plugins have it, as far as it is needed here.
  await knex.schema.createTable('messages', table => {
    table.increments('id');
    table.text('key').unique();
    table.specificType('recipient_refs', 'text[]');
    table.text('exclude_ref');
    table.jsonb('payload');
    table.timestamp('due_at');
    table.integer('attempts').defaultTo(0);
    table.timestamp('created_at').defaultTo(knex.fn.now());
    table.timestamp('sent_at');
    table.text('problem');
  });
});

afterEach(() => knex('messages').delete());

it('tells of messages once others can see them', async () => {
  const seen: Promise<unknown>[] = [];
  const store: MessageStore = new MessageStore(knex, {
    onAdded: () => seen.push(store.takeDue().then(due => due?.key)),
  });
  await expect(
    knex.transaction(async trx => {
      await store.add([message], trx);
      throw new Error('Taken back');
    }),
  ).rejects.toThrow('Taken back');
  await knex.transaction(async trx => {
    await store.add([{ ...message, key: 'b' }], trx);
    expect(seen).toEqual([]);
  });
  await store.add([{ ...message, key: 'c' }]);
  // That is known: there is nothing to send.
  await store.add([{ ...message, key: 'c' }]);
  expect(seen).toHaveLength(2);

  // Who looks at the same time as another may take either.
  const keys = new Set(await Promise.all(seen));
  expect(keys).toEqual(new Set(['b', 'c']));
});

describe('messages of one scope', () => {
  const aboutBudget = (percent: number): Message => ({
    key: `budget:${percent}`,
    recipientRefs: ['group:default/toys'],
    payload: { title: `${percent}% of the budget is used`, scope: 'budget' },
  });
  const bringForward = (percent: number) =>
    knex('messages')
      .where({ key: aboutBudget(percent).key })
      .update({ due_at: knex.fn.now() });

  it('are not sent any more once there is a later one', async () => {
    const store = new MessageStore(knex);
    await store.add([aboutBudget(80)]);
    const early = await store.takeDue();
    await store.markFailed(String(early?.id), {
      problem: 'fetch failed',
      retryMs: 30 * 60_000,
    });

    // The other one does not wait for half an hour.
    await store.add([aboutBudget(100)]);
    const late = await store.takeDue();
    expect(late?.key).toBe('budget:100');
    await store.markSent(String(late?.id));
    await bringForward(80);
    // Of another scope, and of none.
    await store.add([
      { ...aboutBudget(50), payload: { title: 'b', scope: 'another' } },
      message,
    ]);
    // To those who are not told of the later one.
    await knex('messages').insert({
      ...(await knex('messages').where({ key: 'budget:80' }).first()),
      id: 1_000_000,
      key: 'budget:others',
      recipient_refs: ['group:default/games'],
    });

    const keys = [
      await store.takeDue(),
      await store.takeDue(),
      await store.takeDue(),
    ].map(due => due?.key);
    expect(keys.sort()).toEqual(['a', 'budget:50', 'budget:others']);
    expect(await store.takeDue()).toBeUndefined();
    expect(
      await knex('messages').where({ key: 'budget:80' }).first(),
    ).toMatchObject({ due_at: null, sent_at: null, problem: 'fetch failed' });
  });

  it('wait while an earlier one is being sent, until whoever sends it is gone', async () => {
    const store = new MessageStore(knex);
    await store.add([aboutBudget(80)]);
    const early = await store.takeDue();
    await store.add([aboutBudget(90)]);
    expect(await store.takeDue()).toBeUndefined();
    await store.markSent(String(early?.id));
    expect((await store.takeDue())?.key).toBe('budget:90');

    await store.add([aboutBudget(100)]);
    expect(await store.takeDue()).toBeUndefined();
    await bringForward(90);
    expect((await store.takeDue())?.key).toBe('budget:100');
    expect(
      await knex('messages').where({ key: 'budget:90' }).first(),
    ).toMatchObject({
      due_at: null,
      problem: 'A later message of the same scope took its place',
    });
  });
});
