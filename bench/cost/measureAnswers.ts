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
import { STATEMENTS_HEADER } from './timeStatements.ts';

type Asked = Pick<Shape, 'path' | 'body'>;

const ROUNDS = 40;
const WARM_UP = 4;
/** In how many of the rounds the rows of the bill are asked as well. */
const RAW_ROUNDS = 3;
const LIMIT_MS = 150;
const MIN_RATIO = 10;

/** How long something took, in milliseconds. */
interface Times {
  /** By HTTP, as a page sees it. */
  request: number[];
  /** The statements that it is made of. */
  statements: number[];
}

/**
 * Asks each question over HTTP, compares answers with the rows of the bill to the
 * last digit, and says how much faster their statements are than the one that asks
 * the rows.
 */
export async function measureAnswers(
  cost: PluginBackend,
  postgres: BenchPostgres,
): Promise<Result[]> {
  const results: Result[] = [
    {
      name: 'The least answer, median',
      value: quantile((await measure(cost, { path: leastPath })).request, 0.5),
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
      const { answer } = await ask(cost, shape, round);
      differences += countDifferences(shape.read(answer), raw.amounts);
    }
    const statements = quantile(times.statements, 0.5);
    const rawMedian = quantile(rawTimes, 0.5);
    results.push(
      {
        name: `${shape.name}, p95`,
        value: quantile(times.request, 0.95),
        unit: 'ms',
        limit: { kind: 'at most', value: shape.limitMs ?? LIMIT_MS },
      },
      {
        name: `${shape.name}, median`,
        value: quantile(times.request, 0.5),
        unit: 'ms',
      },
      {
        name: `${shape.name}, statements, median`,
        value: statements,
        unit: 'ms',
      },
      {
        name: `${shape.name}, rows of the bill, median`,
        value: rawMedian,
        unit: 'ms',
      },
      {
        name: `${shape.name}, rows of the bill by the statements`,
        value: rawMedian / statements,
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

/** How long each of the rounds takes. */
async function measure(cost: PluginBackend, asked: Asked): Promise<Times> {
  const times: Times = { request: [], statements: [] };
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const start = performance.now();
    const { statementsMs } = await ask(cost, asked, round);
    if (round >= WARM_UP) {
      times.request.push(performance.now() - start);
      times.statements.push(statementsMs);
    }
  }
  return times;
}

async function ask(
  { baseUrl, headers }: PluginBackend,
  shape: Asked,
  round: number,
): Promise<{ answer: Answer; statementsMs: number }> {
  const path = shape.path(round);
  const response = await fetch(`${baseUrl}${path}`, {
    headers: { ...headers, 'content-type': 'application/json' },
    ...(shape.body && { method: 'POST', body: JSON.stringify(shape.body) }),
  });
  const statementsMs = response.headers.get(STATEMENTS_HEADER);
  if (!response.ok || statementsMs === null) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
  return {
    answer: await response.json(),
    statementsMs: Number(statementsMs),
  };
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
