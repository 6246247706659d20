import { MessageStore, openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { seedResults } from '../../__testUtils__/seedResults';
import { LevelDropStore } from './LevelDropStore';
import { LevelDropTask } from './LevelDropTask';

const one = 'group:default/one';
const two = 'group:default/two';
const ref = (name: string) => `component:default/${name}`;

interface Change {
  name: string;
  from: number | null;
  to: number | null;
  version?: number;
  minutesAgo?: number;
  changed?: Record<string, string>;
}

describe('LevelDropTask', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let task: LevelDropTask;

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-scorecard-backend' },
    );
    task = new LevelDropTask({
      drops: new LevelDropStore(knex),
      knex,
      messages: new MessageStore(knex),
    });
  });

  beforeEach(async () => {
    await knex.raw(
      `TRUNCATE messages, told_level_drops, entities, scorecards,
         scorecard_versions CASCADE`,
    );
    await seedResults(knex, [
      { ref: ref('a'), title: 'Payments', owners: [one, two] },
      { ref: ref('b'), owners: [one] },
      { ref: ref('c'), owners: [one] },
    ]);
  });

  /** A move to another level, after a time at the one before. */
  async function change(options: Change): Promise<void> {
    const { name, from, to, version = 1, minutesAgo = 5 } = options;
    const at = knex.raw(`now() - interval '${minutesAgo} minutes'`);
    const id = await knex('entities')
      .where({ entity_ref: ref(name) })
      .pluck('id');
    await knex('result_changes')
      .where({ entity_id: id[0], to_at: 'infinity' })
      .update({ to_at: at });
    await knex('result_changes').insert({
      scorecard: 'readiness',
      entity_id: id[0],
      from_at: at,
      version,
      rank: to,
      previous_rank: from,
      is_rank_change: from !== to,
      changed: JSON.stringify(options.changed ?? { 'has-docs': 'fail' }),
    });
    await knex('results').where({ entity_id: id[0] }).update({ rank: to });
  }

  async function tell() {
    await Promise.all([task.run(), task.run()]);
    const rows = await knex('messages').orderBy('created_at').orderBy('key');
    await knex('messages').delete();
    return rows.map(({ recipient_refs, payload }) => [
      recipient_refs.join(),
      payload.title,
      payload.description,
    ]);
  }

  it('tells each owner once, with the checks that did it', async () => {
    await change({ name: 'a', from: null, to: 2, minutesAgo: 90 });
    await change({
      name: 'a',
      from: 2,
      to: 0,
      changed: { 'has-docs': 'fail', 'has-owner': 'fail', 'has-slo': 'pass' },
    });
    const words = [
      'Payments fell from Gold to no level in "Production readiness"',
      'Fails now: Has an owner and Has documentation',
    ];
    expect(await tell()).toEqual([
      [one, ...words],
      [two, ...words],
    ]);
    expect(await tell()).toEqual([]);
  });

  it('tells of several at once in one message', async () => {
    for (const name of ['a', 'b', 'c']) {
      await change({ name, from: 2, to: 1 });
    }
    expect((await tell()).sort()).toEqual([
      [
        one,
        '3 of your services fell to a lower level in "Production readiness"',
        'Payments, b and c',
      ],
      [
        two,
        'Payments fell from Gold to Bronze in "Production readiness"',
        'Fails now: Has documentation',
      ],
    ]);
  });

  it('tells of changed rules once for a version, when all is evaluated', async () => {
    for (const name of ['a', 'b', 'c']) {
      await change({ name, from: null, to: 2, minutesAgo: 90 });
    }
    await knex('scorecards').update({ version: 2, next_evaluation: 'v2' });
    await change({ name: 'b', from: 2, to: 1, version: 2 });
    expect(await tell()).toEqual([]);
    await change({ name: 'c', from: 2, to: 0, version: 2 });
    await knex('scorecards').update({ next_evaluation: null });
    expect(await tell()).toEqual([
      [
        one,
        'The rules of "Production readiness" changed: 2 of your services fell to a lower level',
        'b and c',
      ],
    ]);
  });

  it('tells nothing of what rose, is made good, is old, or was worked out for the past', async () => {
    await change({ name: 'a', from: 1, to: 2 });
    await change({ name: 'b', from: 2, to: 1, minutesAgo: 9 });
    await change({ name: 'b', from: 1, to: 2 });
    await change({ name: 'c', from: 2, to: 1, minutesAgo: 2_000 });
    expect(await tell()).toEqual([]);
    await change({ name: 'c', from: 2, to: 1, minutesAgo: 9 });
    await knex('result_changes').update({ is_past: true });
    expect(await tell()).toEqual([]);
  });
});
