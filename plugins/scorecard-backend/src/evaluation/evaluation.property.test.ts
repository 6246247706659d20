import { createTestDatabase } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleComponent } from '../__testUtils__/sampleEntities';
import { startScorecard } from '../__testUtils__/startScorecard';

const SCORECARD = `apiVersion: atrium.dev/v1
kind: Scorecard
metadata: { name: steps }
spec:
  owner: group:default/platform
  levels: [{ name: bronze }, { name: gold }]
  checks:
    - { name: some, title: Some, level: bronze, expression: facts.slo.count > 0 }
    - { name: rest, title: Rest, level: gold, expression: facts.slo.budget > 0.5 }
`;

const REFS = ['component:default/a', 'component:default/b'];

interface Told {
  count?: number;
  budget?: number;
}

const told: fc.Arbitrary<Told> = fc.record(
  { count: fc.integer({ min: 0, max: 1 }), budget: fc.constantFrom(0, 1) },
  { requiredKeys: [] },
);

/** Worked out by what a level says in words. */
function nextRank(held: number, { budget, count }: Told): number {
  const outcome = (value: number | undefined) =>
    value === undefined ? 'unknown' : value > 0;
  const [bronze, gold] = [outcome(count), outcome(budget)];
  if (bronze === false) {
    return 0;
  }
  if (bronze === 'unknown') {
    return gold === false ? Math.min(held, 1) : held;
  }
  if (gold === 'unknown') {
    return Math.max(1, held);
  }
  return gold ? 2 : 1;
}

describe('levels over time', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('follow the facts step by step, and the history has no gaps', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scorecards-'));
    await writeFile(join(folder, 'steps.yaml'), SCORECARD);
    const knex = await createTestDatabase(databases);
    const portal = await startScorecard({
      knex,
      entities: [sampleComponent('a'), sampleComponent('b')],
      config: { definitions: { folder, builtIn: false } },
    });
    await portal.catchUp();
    const held = new Map(REFS.map(ref => [ref, 0]));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(told, told), { minLength: 1, maxLength: 4 }),
        async steps => {
          for (const step of steps) {
            for (const [index, ref] of REFS.entries()) {
              const facts = { ...step[index] };
              portal.told.set(ref, facts as Record<string, number>);
              held.set(ref, nextRank(held.get(ref) ?? 0, facts));
            }
            await portal.refresh(REFS);
            await portal.runTask('scorecard-facts');
            await portal.runTask('scorecard-evaluation');
            const { rows } = await knex.raw(
              `SELECT e.entity_ref, r.rank, c.rank AS last_rank
               FROM results r JOIN entities e ON e.id = r.entity_id
               JOIN result_changes c ON c.entity_id = r.entity_id
                 AND c.scorecard = r.scorecard AND c.to_at = 'infinity'
               ORDER BY 1`,
            );
            expect(rows).toEqual(
              REFS.map(ref => ({
                entity_ref: ref,
                rank: held.get(ref),
                last_rank: held.get(ref),
              })),
            );
          }
        },
      ),
      { numRuns: 12 },
    );
    const { rows: gaps } = await knex.raw(
      `SELECT * FROM (
         SELECT to_at, lead(from_at, 1, 'infinity')
           OVER (PARTITION BY scorecard, entity_id ORDER BY from_at) AS next_at
         FROM result_changes
       ) one WHERE to_at <> next_at`,
    );
    expect(gaps).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
