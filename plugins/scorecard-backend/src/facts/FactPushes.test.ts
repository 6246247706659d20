import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { sampleComponent } from '../__testUtils__/sampleEntities';
import { startScorecard } from '../__testUtils__/startScorecard';

describe('FactPushes', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  async function start() {
    const knex = await createTestDatabase(databases);
    const portal = await startScorecard({
      knex,
      entities: [sampleComponent('orders')],
      config: {
        factSenders: ['external:test-service'],
        pushedFacts: {
          survey: {
            title: 'Survey',
            description: 'What people say.',
            facts: {
              happy: { type: 'integer', title: 'Happy', description: 'Of 10.' },
              said: { type: 'text', title: 'Said', description: 'In words.' },
            },
          },
        },
      },
    });
    await portal.catchUp();
    const push = async (items: object[]) => {
      const { body } = await portal
        .ask('post', '/facts', mockCredentials.service.header())
        .send({
          items: items.map(item => ({
            entityRef: 'component:default/orders',
            provider: 'survey',
            ...item,
          })),
        });
      return body;
    };
    return { knex, push };
  }

  it('keeps what is newer where facts come out of order', async () => {
    const { knex, push: pushItems } = await start();
    const now = Date.now();
    const push = (happy: number, minutesAgo: number) =>
      pushItems([
        {
          values: { happy },
          observedAt: new Date(now - minutesAgo * 60_000).toISOString(),
        },
      ]);
    const read = (table: string) =>
      knex(table).where({ provider: 'survey' }).pluck('values');
    expect(await push(8, 60)).toEqual({ accepted: 1, refused: [] });
    expect(await push(6, 120)).toEqual({
      accepted: 0,
      refused: [
        {
          index: 0,
          path: 'observedAt',
          message: 'is before what is known already',
        },
      ],
    });
    expect(await read('facts')).toEqual([{ happy: 8 }]);
    expect(await read('fact_changes')).toEqual([{ happy: 8 }]);
    // Sent again as it is, it is no other.
    expect(await push(8, 60)).toEqual({ accepted: 1, refused: [] });
    expect(await push(5, 0)).toEqual({ accepted: 1, refused: [] });
    expect(await read('facts')).toEqual([{ happy: 5 }]);
  });

  it('refuses a text that the database cannot keep, and takes the others', async () => {
    const { push } = await start();
    const message = 'must be a text of at most 1000 characters';
    expect(
      await push([
        { values: { said: 'a\u0000' } },
        { values: { said: 'a\ud800' } },
        { values: { said: '😀' } },
      ]),
    ).toEqual({
      accepted: 1,
      refused: [0, 1].map(index => ({ index, path: 'values.said', message })),
    });
  });
});
