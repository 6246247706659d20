import type { BenchRun } from '../plugin/runPluginBench.ts';
import { findWrongSums } from './findWrongSums.ts';
import type { FaultsWorld } from './FaultsWorld.ts';
import type { Replica } from './Replica.ts';
import { startAndDie } from './startAndDie.ts';
import { waitFor } from './waitFor.ts';

/**
 * When the rows of a bill are written and not committed, before its sums are put in
 * force, before that is committed, and after that, before the import says so.
 */
export const COST_POINTS = [
  ['cost.rows.1'],
  ['cost.sums.1'],
  ['cost.sums.2'],
  ['cost.sums.3'],
];

/** Where the sums could be half those of another bill. */
export const QUICK_COST_POINTS = [['cost.sums.2']];

const DAYS = 10;
const RESOURCES = 200;
const MONTH = '2026-10';
/** The portal looks for imports of replicas that are gone once a minute. */
const END_SECONDS = 180;

/**
 * Kills a backend while a corrected bill takes the place of another. What is shown
 * then is one of the two as a whole, in every set of sums, and the corrected one
 * once it is sent again.
 */
export async function killCost(
  world: FaultsWorld,
  { points, run }: { points: string[][]; run: BenchRun },
): Promise<void> {
  const problems: string[] = [];
  await run.progress.step('First edition of a bill', async () => {
    const replica = world.startReplica(world.ports.replicas[0]);
    await replica.waitUntilReady();
    await bringIn(world, { edition: 1, replica });
    await replica.stop('SIGKILL');
    problems.push(...(await findWrongSums(world, [totalOf(1)])));
  });
  for (const [index, point] of points.flat().entries()) {
    const edition = index + 2;
    await run.progress.step(`Killed at ${point}`, async () => {
      await startAndDie(world, {
        point,
        work: replica => bringIn(world, { edition, replica }),
      });
      const left = await findWrongSums(world, [
        totalOf(edition - 1),
        totalOf(edition),
      ]);
      await becomeAbandoned(world);
      const replica = world.startReplica(world.ports.replicas[0]);
      await replica.waitUntilReady();
      await bringIn(world, { edition, replica });
      await replica.stop('SIGKILL');
      const found = [
        ...left,
        ...(await findWrongSums(world, [totalOf(edition)])),
        ...(await findUnfinished(world)),
      ];
      problems.push(...found.map(problem => `${point}: ${problem}`));
    });
  }
  run.results.push({
    name: 'sums that were not those of one bill, or not of the last',
    value: problems.length,
    unit: '',
    limit: { kind: 'at most', value: 0 },
  });
  run.remarks.push(...problems);
}

/** What each charge of an edition costs, in thousandths. */
function thousandthsOf(edition: number, resource: number): number {
  return edition * 1_000 + resource * 7;
}

function totalOf(edition: number): string {
  let thousandths = 0;
  for (let resource = 0; resource < RESOURCES; resource++) {
    thousandths += DAYS * thousandthsOf(edition, resource);
  }
  return (thousandths / 1_000).toFixed(3);
}

function writeBill(edition: number): string {
  const lines = ['day,provider,service,amount,currency,resource_id'];
  for (let day = 1; day <= DAYS; day++) {
    for (let resource = 0; resource < RESOURCES; resource++) {
      const amount = (thousandthsOf(edition, resource) / 1_000).toFixed(3);
      lines.push(
        `${MONTH}-${String(day).padStart(2, '0')},Acme,Service ${
          resource % 12
        },${amount},EUR,resource-${resource}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Sends a bill and waits until it counts. */
async function bringIn(
  { headers, pool }: FaultsWorld,
  { edition, replica }: { edition: number; replica: Replica },
): Promise<void> {
  const answer = await fetch(
    `${replica.url}/api/cost/imports?source=acme&name=bill.csv&format=daily`,
    {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/csv' },
      body: writeBill(edition),
    },
  );
  if (!answer.ok) {
    throw new Error(`The bill is refused: ${await answer.text()}`);
  }
  const { id } = (await answer.json()) as { id: string };
  await waitFor(
    'the bill',
    async () => {
      const { rows } = await pool.query<{ state: string; message: string }>(
        'SELECT state, message FROM cost.imports WHERE id = $1',
        [id],
      );
      const [{ message, state }] = rows;
      if (replica.exit !== undefined) {
        throw new Error('The backend that reads the bill has ended');
      }
      if (state === 'refused' || state === 'failed') {
        throw new Error(`The bill is ${state}: ${message}`);
      }
      return state === 'imported' || state === 'unchanged';
    },
    END_SECONDS,
  );
}

/** An import is taken for abandoned after two minutes: they have passed. */
async function becomeAbandoned({ pool }: FaultsWorld): Promise<void> {
  await pool.query(
    `UPDATE cost.imports SET seen_at = seen_at - interval '2 minutes'
     WHERE state IN ('waiting', 'reading')`,
  );
}

async function findUnfinished({ pool }: FaultsWorld): Promise<string[]> {
  const problems: string[] = [];
  for (const [what, query] of [
    [
      'imports are under way',
      `SELECT count(*)::int AS count FROM cost.imports
       WHERE state IN ('waiting', 'reading')`,
    ],
    [
      'sets of sums are half built',
      `SELECT count(*)::int AS count FROM cost.generations
       WHERE state = 'building'`,
    ],
    [
      'imports that failed have rows',
      `SELECT count(*)::int AS count FROM cost.imports
       WHERE state IN ('failed', 'refused')
         AND to_regclass('cost.charges_' || id) IS NOT NULL`,
    ],
  ]) {
    const { rows } = await pool.query<{ count: number }>(query);
    if (rows[0].count > 0) {
      problems.push(`${rows[0].count} ${what}`);
    }
  }
  return problems;
}
