import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { PluginBenchOptions } from '../plugin/readOptions.ts';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { openPostgres } from '../postgres/openPostgres.ts';
import { writeBill } from './writeBill.ts';

interface ImportBenchRun extends BenchRun {
  root: string;
  options: PluginBenchOptions<'rows' | 'port'>;
}

/** What the process of the measurement says on its last line. */
interface Measured {
  copySeconds: number;
  importSeconds: number;
  sumsSeconds: number;
  /** Of the process, and how much it grew. */
  peakMegabytes: number;
  grownMegabytes: number;
  /** How long the event loop did not answer. */
  blockedMs: number;
  againSeconds: number;
  againChanges: number;
  /** New rules, until all charges are shown by them. */
  rulesSeconds: number;
}

const run = promisify(execFile);

/** Measures in a process of its own, on a database of its own. */
export async function measureImport({
  cleanups,
  options,
  progress,
  remarks,
  results,
  root,
}: ImportBenchRun): Promise<void> {
  const { home, rows } = options;
  await mkdir(home, { recursive: true });
  const file = join(home, `bill-${rows}.csv`);
  await progress.step('Bill', () => writeBill(file, rows));
  const postgres = await progress.step('Postgres', () =>
    openPostgres({ plugin: 'cost', ...options }, cleanups),
  );
  await postgres.pool.query('CREATE SCHEMA IF NOT EXISTS cost');
  const measured = await progress.step(`${rows} rows`, async () => {
    const { stdout } = await run(
      process.execPath,
      [
        '--require',
        resolve(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
        join(import.meta.dirname, 'importBill.ts'),
      ],
      {
        cwd: root,
        maxBuffer: 2 ** 24,
        env: {
          ...process.env,
          NODE_ENV: 'production',
          BENCH_POSTGRES_URL: postgres.url,
          BENCH_FILE: file,
          BENCH_HOME: home,
        },
      },
    );
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
  });
  results.push(
    {
      name: 'COPY of the same rows, with the index',
      value: rows / measured.copySeconds,
      unit: 'rows/s',
    },
    {
      name: 'CSV read, checked and stored',
      value: rows / measured.importSeconds,
      unit: 'rows/s',
    },
    {
      name: 'of the speed of COPY',
      value: (100 * measured.copySeconds) / measured.importSeconds,
      unit: '%',
      limit: { kind: 'at least', value: 25 },
    },
    {
      name: 'sums, until it is shown',
      value: measured.sumsSeconds,
      unit: 's',
    },
    {
      name: 'other rules, until all charges are shown by them',
      value: measured.rulesSeconds,
      unit: 's',
    },
    {
      name: 'memory of the process at its peak, more than before',
      value: measured.grownMegabytes,
      unit: 'MB',
      limit: { kind: 'at most', value: 300 },
    },
    {
      name: 'longest time that the portal did not answer',
      value: measured.blockedMs,
      unit: 'ms',
    },
    {
      name: 'the same file again, until it is known to be',
      value: measured.againSeconds,
      unit: 's',
    },
    {
      name: 'rows that it changed',
      value: measured.againChanges,
      unit: 'rows',
      limit: { kind: 'at most', value: 0 },
    },
  );
  remarks.push(
    `${rows} rows of 31 columns; the process had ${measured.peakMegabytes.toFixed(
      0,
    )} MB at its peak`,
  );
}
