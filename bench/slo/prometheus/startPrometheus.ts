import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '@atrium/launcher/src/report.ts';
import { Supervisor } from '@atrium/launcher/src/world/Supervisor.ts';
import type { Counter } from './Counter.ts';
import type { Prometheus } from './Prometheus.ts';
import { writeOpenMetrics } from './writeOpenMetrics.ts';

const run = promisify(execFile);

/**
 * What a server that keeps its data for 60 days has made of blocks of two
 * hours. Small blocks would be to its disadvantage.
 */
const BLOCK = '54h';
const RETENTION = '60d';
const START_SECONDS = 60;

interface StartPrometheusOptions {
  home: string;
  port: number;
  counters: Counter[];
  cleanups: (() => Promise<void>)[];
}

/** Starts a Prometheus that has scraped the counters. */
export async function startPrometheus(
  options: StartPrometheusOptions,
): Promise<Prometheus> {
  const { home, port, counters, cleanups } = options;
  const folder = join(home, 'prometheus');
  const data = join(folder, 'data');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const metrics = join(folder, 'counters.txt');
  await writeOpenMetrics(metrics, counters);
  await run('promtool', [
    'tsdb',
    'create-blocks-from',
    `--max-block-duration=${BLOCK}`,
    '--quiet',
    'openmetrics',
    metrics,
    data,
  ]);
  await rm(metrics);

  const config = join(folder, 'prometheus.yml');
  const rulesFile = join(folder, 'rules.yml');
  await writeFile(config, `rule_files: [${rulesFile}]\n`);
  const supervisor = new Supervisor();
  cleanups.push(() => supervisor.stopAll());
  const url = `http://127.0.0.1:${port}`;
  const service = await supervisor.start({
    name: 'Prometheus',
    command: 'prometheus',
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      `--storage.tsdb.retention.time=${RETENTION}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--web.enable-lifecycle',
    ],
    cwd: folder,
    env: { PATH: process.env.PATH },
    logFile: join(home, 'logs', 'prometheus.log'),
  });
  await supervisor.waitUntilReady(service, {
    isReady: () => isReady(url),
    timeoutSeconds: START_SECONDS,
  });
  return {
    url,
    async loadRules(rules) {
      await writeFile(rulesFile, rules);
      const { ok } = await fetch(`${url}/-/reload`, { method: 'POST' });
      if (!ok) {
        throw new Failure('Prometheus does not take the rules');
      }
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/-/ready`)).ok;
  } catch {
    return false;
  }
}
