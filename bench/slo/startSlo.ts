import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';
import type { BenchRun } from './runBench.ts';

/** The running backend. */
export interface Slo {
  baseUrl: string;
  headers: Record<string, string>;
  /** How long evaluations took so far, in seconds. */
  evaluations: number[];
  /** Ends it; it may have ended already. */
  stop(): Promise<void>;
}

interface StartSloOptions extends BenchRun {
  postgres: BenchPostgres;
  /** How many SLOs there are: the first of all. */
  slos: number;
}

const TOKEN = 'bench-slo-token';
const TASKS = 'backstage_backend_tasks__tasks';
const START_SECONDS = 60;
const DEFINED_SECONDS = 120;
const EVALUATION = /^metric slo\.evaluation\.duration (\S+)$/gm;

/**
 * Starts the backend in a process of its own, from its sources, and waits until
 * it has read the files of its SLOs.
 */
export async function startSlo(start: StartSloOptions): Promise<Slo> {
  const { root, postgres, options, slos, cleanups } = start;
  const { port } = options;
  await forgetTasks(postgres);
  const evaluations: number[] = [];
  const output: string[] = [];
  const child = spawn(
    process.execPath,
    [
      '--require',
      resolve(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      resolve(import.meta.dirname, 'sloBackend.ts'),
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        BENCH_PORT: String(port),
        BENCH_SLOS: String(slos),
        BENCH_TOKEN: TOKEN,
        BENCH_POSTGRES_URL: postgres.url,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stdout.on('data', chunk => {
    const text = String(chunk);
    for (const [, seconds] of text.matchAll(EVALUATION)) {
      evaluations.push(Number(seconds));
    }
    output.push(text);
  });
  child.stderr.on('data', chunk => output.push(String(chunk)));
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  cleanups.push(stop);

  const baseUrl = `http://127.0.0.1:${port}`;
  for (let second = 0; second < START_SECONDS; second++) {
    if (child.exitCode !== null) {
      break;
    }
    if (await isReady(baseUrl)) {
      await waitForDefinitions(postgres, slos);
      return {
        baseUrl: `${baseUrl}/api/slo`,
        headers: { authorization: `Bearer ${TOKEN}` },
        evaluations,
        stop,
      };
    }
    await sleep(1_000);
  }
  throw new Failure('The backend does not start', {
    hint: output.join('').slice(-4_000),
  });
}

/** One that a backend was ended in the middle of would be left alone first. */
async function forgetTasks({ pool }: BenchPostgres): Promise<void> {
  const { rows } = await pool.query(
    `SELECT to_regclass('${TASKS}') IS NOT NULL AS exists`,
  );
  if (rows[0].exists) {
    await pool.query(`DELETE FROM ${TASKS}`);
  }
}

async function isReady(baseUrl: string): Promise<boolean> {
  try {
    const url = `${baseUrl}/.backstage/health/v1/readiness`;
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** The plugin makes SLOs and their series itself, from the files. */
async function waitForDefinitions(
  { pool }: BenchPostgres,
  slos: number,
): Promise<void> {
  for (let second = 0; second < DEFINED_SECONDS; second++) {
    const { rows } = await pool.query(
      `SELECT count(*)::int AS count FROM objectives
       JOIN slos s ON s.id = slo_id WHERE s.removed_at IS NULL`,
    );
    if (rows[0].count === slos) {
      return;
    }
    await sleep(1_000);
  }
  throw new Failure('The definitions are not read');
}
