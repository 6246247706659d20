import { freezeTime } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { SumsChange } from './SumsChange';

describe('SumsChange', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let works: number;
  let sourceCount = 0;

  const activate = async () => {
    sourceCount += 1;
    await knex('generations').insert({
      kind: 'charges',
      source: `cloud-${sourceCount}`,
      month: '2027-03-01',
      state: 'active',
    });
  };

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
  });

  afterAll(() => jest.useRealTimers());

  beforeEach(async () => {
    freezeTime('2027-03-16T10:00:00Z');
    works = 0;
    await knex('looked_at_sums').delete();
    await knex('generations').delete();
    await knex('sources').delete();
    await knex('imports').delete();
    await activate();
  });

  /** As a process does that just started. */
  const ask = async (isDone = true) =>
    new SumsChange(knex, 'a-task').whenSettled(async () => {
      works += 1;
      return isDone;
    });

  it('works once sums are the same for two looks, and not again at a start', async () => {
    await ask();
    expect(works).toBe(0);
    await activate();
    await ask();
    expect(works).toBe(0);
    await ask();
    await ask();
    expect(works).toBe(1);
    await activate();
    await ask();
    await ask();
    expect(works).toBe(2);
  });

  it('works anew on another day', async () => {
    await ask();
    await ask();
    freezeTime('2027-03-17T00:01:00Z');
    await ask();
    await ask();
    expect(works).toBe(2);
  });

  it('waits for the bills of a source that was never asked, and for one that is read', async () => {
    await knex('sources').insert({ name: 'azure', kind: 'folder' });
    await ask();
    await ask();
    expect(works).toBe(0);
    await knex('sources').update({ looked_at: new Date() });
    const now = new Date();
    await knex('imports').insert({
      source: 'upload',
      name: 'march.csv',
      format: 'focus',
      state: 'reading',
      received_at: now,
      seen_at: now,
    });
    await ask();
    expect(works).toBe(0);
    await knex('imports').update({ state: 'imported' });
    await ask();
    expect(works).toBe(1);
  });

  it('works again when it did not come to its end', async () => {
    await ask();
    await ask(false);
    await ask(false);
    await ask();
    await ask();
    expect(works).toBe(3);
  });

  it('waits an hour at most for sums that change all the time', async () => {
    await ask();
    await activate();
    await ask();
    await knex.raw(
      `UPDATE looked_at_sums SET waiting_since = waiting_since - interval '61 minutes'`,
    );
    await activate();
    await ask();
    expect(works).toBe(1);
    await activate();
    await ask();
    expect(works).toBe(1);
  });
});
