import type { BenchPostgres } from '../postgres/openPostgres.ts';
import { SERVICES, serviceRef } from './organisation.ts';
import { quantile } from '../results/quantile.ts';
import type { Result } from '../results/Result.ts';
import type { PluginBackend } from '../plugin/startBackend.ts';

const ROUNDS = 400;
const WARM_UP = 50;
const PAGE = 50;
const LIMIT = 4;

/** What the entity tab asks for. */
const READS = ['runs', 'deployments', 'changes', 'environments'] as const;

/**
 * Reads the lists of the entity tab over HTTP beside the bare SQL that gets the
 * same rows, in turn, so that whatever slows the machine slows both.
 */
export async function measureReads(
  delivery: PluginBackend,
  { pool }: BenchPostgres,
): Promise<Result[]> {
  const cpuBefore = await delivery.cpuSeconds();
  const bare: number[] = [];
  const times = new Map<string, number[]>(READS.map(name => [name, []]));
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const entityRef = serviceRef((round * 37) % SERVICES);
    const sql = await time(() =>
      pool.query({
        name: 'bare-read',
        text: `SELECT * FROM runs WHERE entity_ref = $1
          ORDER BY at DESC, id DESC LIMIT ${PAGE}`,
        values: [entityRef],
      }),
    );
    for (const name of READS) {
      const taken = await time(() => read(delivery, name, entityRef));
      if (round >= WARM_UP) {
        times.get(name)?.push(taken);
      }
    }
    if (round >= WARM_UP) {
      bare.push(sql);
    }
  }
  const cpuAfter = await delivery.cpuSeconds();
  const bareP95 = quantile(bare, 0.95);
  return [
    ...describeCpu(cpuBefore, cpuAfter),
    {
      name: `Bare indexed SQL read of ${PAGE} runs, p95`,
      value: bareP95,
      unit: 'ms',
    },
    ...READS.flatMap((name): Result[] => {
      const p95 = quantile(times.get(name) ?? [], 0.95);
      return [
        {
          name: `GET /${name} by the bare read, p50`,
          value: quantile(times.get(name) ?? [], 0.5) / quantile(bare, 0.5),
          unit: 'x',
        },
        { name: `GET /${name} over HTTP, p95`, value: p95, unit: 'ms' },
        {
          name: `GET /${name} by the bare read, p95`,
          value: p95 / bareP95,
          unit: 'x',
          limit: { kind: 'at most', value: LIMIT },
        },
      ];
    }),
  ];
}

function describeCpu(before?: number, after?: number): Result[] {
  if (before === undefined || after === undefined) {
    return [];
  }
  const reads = (ROUNDS + WARM_UP) * READS.length;
  return [
    {
      name: 'Processor time of the backend per read',
      value: ((after - before) / reads) * 1_000,
      unit: 'ms',
    },
  ];
}

async function read(
  { baseUrl, headers }: PluginBackend,
  name: string,
  entityRef: string,
): Promise<void> {
  // The environments of an entity come all at once.
  const limit = name === 'environments' ? '' : `&limit=${PAGE}`;
  const response = await fetch(
    `${baseUrl}/${name}?entityRef=${entityRef}${limit}`,
    // Rows come from Postgres uncompressed, too.
    { headers: { ...headers, 'accept-encoding': 'identity' } },
  );
  const { items } = await response.json();
  if (items.length === 0) {
    throw new Error(`GET /${name} of '${entityRef}' is empty`);
  }
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
