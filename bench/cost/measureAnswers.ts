import type { PluginBackend } from '../plugin/startBackend.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';
import { quantile } from '../results/quantile.ts';
import type { Result } from '../results/Result.ts';
import { DRILL_DOWNS } from './drillDowns.ts';
import {
  type Answer,
  leastPath,
  RAW_ROWS,
  type Shape,
  SHAPES,
} from './shapes.ts';

type Asked = Pick<Shape, 'path' | 'body'>;

const ROUNDS = 40;
const WARM_UP = 4;
/** In how many of the rounds the rows of the bill are asked as well. */
const RAW_ROUNDS = 3;
const LIMIT_MS = 150;
const MIN_RATIO = 10;

/**
 * Asks each question over HTTP, compares answers with the rows of the bill to the
 * last digit, and says how much faster they are.
 */
export async function measureAnswers(
  cost: PluginBackend,
  postgres: BenchPostgres,
): Promise<Result[]> {
  const results: Result[] = [
    {
      name: 'The least answer, median',
      value: quantile(await measure(cost, { path: leastPath }), 0.5),
      unit: 'ms',
    },
  ];
  for (const shape of [...SHAPES, ...DRILL_DOWNS]) {
    const times = await measure(cost, shape);
    const rawTimes: number[] = [];
    let differences = 0;
    for (let round = 0; round < RAW_ROUNDS; round++) {
      const raw = await askRaw(postgres, shape.raw(round));
      rawTimes.push(raw.ms);
      const answer = await ask(cost, shape, round);
      differences += countDifferences(shape.read(answer), raw.amounts);
    }
    const median = quantile(times, 0.5);
    const rawMedian = quantile(rawTimes, 0.5);
    results.push(
      {
        name: `${shape.name}, p95`,
        value: quantile(times, 0.95),
        unit: 'ms',
        limit: { kind: 'at most', value: shape.limitMs ?? LIMIT_MS },
      },
      { name: `${shape.name}, median`, value: median, unit: 'ms' },
      {
        name: `${shape.name}, rows of the bill, median`,
        value: rawMedian,
        unit: 'ms',
      },
      {
        name: `${shape.name}, rows of the bill by it`,
        value: rawMedian / median,
        unit: 'x',
        limit: { kind: 'at least', value: MIN_RATIO },
      },
      {
        name: `${shape.name}, amounts that differ`,
        value: differences,
        unit: '',
        limit: { kind: 'at most', value: 0 },
      },
    );
  }
  return results;
}

/** How long each of the rounds takes, in milliseconds. */
async function measure(cost: PluginBackend, asked: Asked): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const start = performance.now();
    await ask(cost, asked, round);
    if (round >= WARM_UP) {
      times.push(performance.now() - start);
    }
  }
  return times;
}

async function ask(
  { baseUrl, headers }: PluginBackend,
  shape: Asked,
  round: number,
): Promise<Answer> {
  const path = shape.path(round);
  const response = await fetch(`${baseUrl}${path}`, {
    headers: { ...headers, 'content-type': 'application/json' },
    ...(shape.body && { method: 'POST', body: JSON.stringify(shape.body) }),
  });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
  return response.json();
}

async function askRaw({ pool }: BenchPostgres, raw: string) {
  const statement = raw.startsWith('WITH ')
    ? `${RAW_ROWS}, ${raw.slice('WITH '.length)}`
    : `${RAW_ROWS} ${raw}`;
  const start = performance.now();
  const { rows } = await pool.query(statement);
  return {
    ms: performance.now() - start,
    amounts: new Map<string, string>(
      rows.map(({ amount, key }) => [key, amount]),
    ),
  };
}

/** Zeros are left out: of what costs nothing there is no row. */
function countDifferences(
  answer: ReadonlyMap<string, string>,
  raw: ReadonlyMap<string, string>,
): number {
  const keys = new Set([...answer.keys(), ...raw.keys()]);
  return [...keys].filter(
    key => plain(answer.get(key) ?? '0') !== plain(raw.get(key) ?? '0'),
  ).length;
}

/** Without zeros at the end, which say nothing. */
function plain(amount: string): string {
  return amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
}
