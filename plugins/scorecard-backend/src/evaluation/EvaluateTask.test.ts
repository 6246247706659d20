import {
  createTestDatabase,
  freezeTime,
} from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleComponent } from '../__testUtils__/sampleEntities';
import { startScorecard } from '../__testUtils__/startScorecard';

const CREATED = 'acme.example/created-at';

function scorecard(name: string, appliesTo: string): string {
  return `apiVersion: atrium.dev/v1
kind: Scorecard
metadata: { name: ${name} }
spec:
  owner: user:default/jonas
  appliesTo: '${appliesTo}'
  levels: [{ name: bronze }]
  checks:
    - { name: any, title: Any, level: bronze, expression: 'true' }
`;
}

describe('EvaluateTask', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startScorecard>>;

  beforeAll(async () => {
    freezeTime('2026-12-02T12:00:00Z');
    knex = await createTestDatabase(databases);
    const folder = await mkdtemp(join(tmpdir(), 'scorecards-'));
    await writeFile(
      join(folder, 'settled.yaml'),
      scorecard(
        'settled',
        `timestamp(entity.metadata.annotations["${CREATED}"]) <= now - duration("720h")`,
      ),
    );
    await writeFile(
      join(folder, 'systems.yaml'),
      scorecard('systems', 'entity.kind == "System"'),
    );
    await writeFile(
      join(folder, 'silent.yaml'),
      scorecard(
        'silent',
        'entity.kind == "Component" && !has(facts.slo.count)',
      ),
    );
    portal = await startScorecard({
      knex,
      entities: [
        // 30 days old at 12:00, and at 12:30.
        sampleComponent('old', {
          annotations: { [CREATED]: '2026-11-02T12:00:00Z' },
        }),
        sampleComponent('young', {
          annotations: { [CREATED]: '2026-11-02T12:30:00Z' },
        }),
      ],
      config: { definitions: { folder, builtIn: false } },
    });
    await rm(folder, { recursive: true });
    for (const name of ['old', 'young']) {
      portal.told.set(`component:default/${name}`, { count: 1 });
    }
    await portal.catchUp();
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  const rated = async (name: string) =>
    knex('results')
      .where({ scorecard: name })
      .join('entities', 'entities.id', 'results.entity_id')
      .orderBy('entity_ref')
      .pluck('entity_ref');
  /** Everything was rated at 12:00, and it is later by now. */
  const evaluateAt = async (time: string) => {
    await knex('scorecards').update({ evaluated_at: '2026-12-02T12:00:00Z' });
    freezeTime(time);
    await portal.runTask('scorecard-evaluation');
  };
  const evaluatedNames = () =>
    knex('scorecards')
      .whereNot({ evaluated_at: '2026-12-02T12:00:00Z' })
      .pluck('name');

  it('takes in within an hour whom only time brings into a scorecard', async () => {
    expect(await rated('settled')).toEqual(['component:default/old']);

    await evaluateAt('2026-12-02T12:59:59Z');
    expect(await rated('settled')).toEqual(['component:default/old']);
    expect(await evaluatedNames()).toEqual([]);

    await evaluateAt('2026-12-02T13:00:00Z');
    expect(await rated('settled')).toEqual([
      'component:default/old',
      'component:default/young',
    ]);
    // Nothing is looked at for a scorecard whose entities do not depend on time.
    expect(await evaluatedNames()).toEqual(['settled']);
  });

  it('takes in within an hour who comes into a scorecard as a fact grows stale', async () => {
    const observe = (name: string, time: string) =>
      knex('facts')
        .whereIn(
          'entity_id',
          knex('entities')
            .where({ entity_ref: `component:default/${name}` })
            .select('id'),
        )
        .update({ observed_at: time });
    expect(await rated('silent')).toEqual([]);
    // They count for 24 hours: until 13:30, and until 14:30.
    await observe('old', '2026-12-01T13:30:00Z');
    await observe('young', '2026-12-01T14:30:00Z');

    await evaluateAt('2026-12-02T13:59:59Z');
    expect(await rated('silent')).toEqual([]);

    await evaluateAt('2026-12-02T14:00:00Z');
    expect(await rated('silent')).toEqual(['component:default/old']);
    expect(await evaluatedNames()).not.toContain('silent');

    await evaluateAt('2026-12-02T15:00:00Z');
    expect(await rated('silent')).toEqual([
      'component:default/old',
      'component:default/young',
    ]);
  });
});
