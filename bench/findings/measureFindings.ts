import { openAsBlob } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { PluginBenchOptions } from '../plugin/readOptions.ts';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { type PluginBackend, startBackend } from '../plugin/startBackend.ts';
import { openPostgres } from '../postgres/openPostgres.ts';
import { writeReport } from './writeReport.ts';

interface FindingsBenchRun extends BenchRun {
  root: string;
  options: PluginBenchOptions<'results' | 'port'>;
}

interface SentReport {
  seconds: number;
  /** More than before, at the peak; undefined where the system does not say. */
  grownMegabytes: number | undefined;
  new: number;
}

/** Sends reports to a backend of its own, on a database of its own. */
export async function measureFindings({
  cleanups,
  options,
  progress,
  remarks,
  results,
  root,
}: FindingsBenchRun): Promise<void> {
  const { home, results: count } = options;
  await mkdir(home, { recursive: true });
  const small = join(home, `report-${count / 10}.sarif`);
  const large = join(home, `report-${count}.sarif`);
  await progress.step('Reports', async () => {
    await writeReport(small, Math.ceil(count / 10));
    await writeReport(large, count);
  });
  const postgres = await progress.step('Postgres', () =>
    openPostgres({ plugin: 'scorecard', ...options }, cleanups),
  );
  const backend = await progress.step('Backend', () =>
    startBackend({
      ...options,
      root,
      postgres,
      cleanups,
      plugin: 'scorecard',
      script: join(import.meta.dirname, 'findingsBackend.ts'),
    }),
  );
  // The first one has everything loaded and compiled.
  await progress.step('Warm up', () => send(backend, small, 'warm-up'));
  const tenth = await progress.step(`${count / 10} results`, () =>
    send(backend, small, 'small'),
  );
  const first = await progress.step(`${count} results`, () =>
    send(backend, large, 'large'),
  );
  const again = await progress.step('The same again', () =>
    send(backend, large, 'large'),
  );
  results.push(
    { name: 'results stored', value: count / first.seconds, unit: 'results/s' },
    { name: 'first report', value: first.seconds, unit: 's' },
    { name: 'the same report again', value: again.seconds, unit: 's' },
    {
      name: 'findings that it adds',
      value: again.new,
      unit: 'findings',
      limit: { kind: 'at most', value: 0 },
    },
  );
  for (const [report, { grownMegabytes }] of [
    ['a tenth of the results', tenth],
    ['all results', first],
  ] as const) {
    if (grownMegabytes !== undefined) {
      results.push({
        name: `memory at its peak, more than before, with ${report}`,
        value: grownMegabytes,
        unit: 'MB',
        limit: { kind: 'at most', value: 100 },
      });
    }
  }
  const { size } = await stat(large);
  remarks.push(`${count} results of SARIF in ${(size / 1e6).toFixed(0)} MB`);
}

async function send(
  backend: PluginBackend,
  file: string,
  category: string,
): Promise<SentReport> {
  const memory = await backend.watchMemory();
  const startedAt = performance.now();
  const query = new URLSearchParams({
    entityRef: 'component:default/service',
    commit: '1f3870be274f6c49b3e31a0c6728957f',
    category,
  });
  const response = await fetch(`${backend.baseUrl}/findings?${query}`, {
    method: 'POST',
    headers: { ...backend.headers, 'content-type': 'application/json' },
    body: await openAsBlob(file),
  });
  if (!response.ok) {
    throw new Failure('A report was not taken', {
      hint: await response.text(),
    });
  }
  const { findings } = (await response.json()) as {
    findings: { new: number };
  };
  return {
    seconds: (performance.now() - startedAt) / 1_000,
    grownMegabytes: await memory.grownMegabytes(),
    new: findings.new,
  };
}
