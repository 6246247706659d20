import { EventEmitter } from 'node:events';
import { TestDatabases } from '@backstage/backend-test-utils';
import { type Knex, limitRequests } from './limitRequests';
import { markRequest } from '../requests/requestScope';

const LIMIT_MS = 300;
/** For statements that are answered, however busy the machine is. */
const AMPLE_MS = 60_000;
const SLOW = 'SELECT pg_sleep(2)';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

async function open(limitMs = LIMIT_MS): Promise<Knex> {
  const knex = await databases.init('POSTGRES_18');
  // One connection, which is made after the limit is set.
  knex.client.pool.max = 1;
  const connection = await knex.client.acquireConnection();
  connection.__knex__disposed = 'It is older than the limit';
  await knex.client.releaseConnection(connection);
  limitRequests(knex, limitMs);
  return knex;
}

/** Does something on behalf of a request, which is answered when told. */
function inRequest<T>(work: (answer: () => void) => Promise<T>): Promise<T> {
  const response = Object.assign(new EventEmitter(), { json: jest.fn() });
  return new Promise((resolve, reject) => {
    void markRequest({} as never, response as never, () => {
      work(() => response.emit('close')).then(resolve, reject);
    });
  });
}

const unavailable = {
  name: 'ServiceUnavailableError',
  message: expect.stringMatching(/^The database does not answer\./),
};

describe('limitRequests', () => {
  it('ends the wait of a request, and takes another connection after it', async () => {
    const knex = await open();

    await inRequest(async () => {
      await expect(knex.raw(SLOW)).rejects.toMatchObject(unavailable);
    });
    expect((await knex.raw('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('rolls back a transaction that was not answered in time', async () => {
    const knex = await open();
    await knex.raw('CREATE TABLE kept (id integer)');

    await inRequest(async () => {
      await expect(
        knex.transaction(async tx => {
          await tx.raw('INSERT INTO kept VALUES (1)');
          await tx.raw(SLOW);
        }),
      ).rejects.toMatchObject(unavailable);
    });
    expect((await knex.raw('SELECT * FROM kept')).rows).toEqual([]);
  });

  it('ends the wait for a connection that somebody else has', async () => {
    const knex = await open();
    // It does not begin before somebody wants to know how it ends.
    const busy = knex.raw('SELECT pg_sleep(1)').then();

    await inRequest(async () => {
      await expect(knex.raw('SELECT 1')).rejects.toMatchObject(unavailable);
    });
    await busy;
    // Nobody keeps the connection that came too late.
    expect((await knex.raw('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('says what is wrong with a statement as before', async () => {
    const knex = await open(AMPLE_MS);

    await inRequest(async () => {
      await expect(knex.raw('SELECT missing')).rejects.toMatchObject({
        code: '42703',
      });
    });
  });

  it('says that a value cannot be one, without the statement', async () => {
    const knex = await open(AMPLE_MS);
    await knex.raw('CREATE TABLE things (id uuid, title text, data jsonb)');
    const wrong = [{ id: 'x' }, { title: 'a\0' }, { data: '{"a": "\\u0000"}' }];

    await inRequest(async () => {
      for (const row of wrong) {
        await expect(knex('things').insert(row)).rejects.toMatchObject({
          name: 'InputError',
          message: expect.stringMatching(/^The request contains a value/),
        });
      }
      await expect(
        knex.transaction(tx => tx('things').where(wrong[1])),
      ).rejects.toThrow('The request contains a value');
    });
    await expect(knex('things').insert({ id: 'x' })).rejects.toMatchObject({
      code: '22P02',
    });
  });

  it('lets work take its time that nobody waits for', async () => {
    const knex = await open();

    await expect(knex.raw('SELECT pg_sleep(1)')).resolves.toBeDefined();
    await inRequest(async answer => {
      answer();
      await expect(knex.raw('SELECT pg_sleep(1)')).resolves.toBeDefined();
    });
  });
});
