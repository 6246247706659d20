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
  });
});

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
