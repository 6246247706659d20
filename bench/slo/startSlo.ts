import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';
import type { SloBenchOptions } from './parseArguments.ts';

/** The running backend. */
export interface Slo {
  baseUrl: string;
  headers: Record<string, string>;
  /** How long evaluations took so far, in seconds. */
  evaluations: number[];
}

interface StartSloOptions {
  root: string;
  postgres: BenchPostgres;
  options: SloBenchOptions;
  cleanups: (() => Promise<void>)[];
}

const TOKEN = 'bench-slo-token';
const START_SECONDS = 60;
const EVALUATION = /^metric slo\.evaluation\.duration (\S+)$/gm;

/** Starts the backend in a process of its own, from its sources. */
export async function startSlo(start: StartSloOptions): Promise<Slo> {
  const { root, postgres, options, cleanups } = start;
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
        BENCH_PORT: String(options.port),
        BENCH_SLOS: String(options.slos),
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
  cleanups.push(async () => {
    child.kill('SIGTERM');
    await exited;
  });

  const baseUrl = `http://127.0.0.1:${options.port}`;
  for (let second = 0; second < START_SECONDS; second++) {
    if (child.exitCode !== null) {
      break;
    }
    if (await isReady(baseUrl)) {
      return {
        baseUrl: `${baseUrl}/api/slo`,
        headers: { authorization: `Bearer ${TOKEN}` },
        evaluations,
      };
    }
    await sleep(1_000);
  }
  throw new Failure('The backend does not start', {
    hint: output.join('').slice(-4_000),
  });
}

async function isReady(baseUrl: string): Promise<boolean> {
  try {
    const url = `${baseUrl}/.backstage/health/v1/readiness`;
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
