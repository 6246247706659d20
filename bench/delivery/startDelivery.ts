import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';

/** The running backend. */
export interface Delivery {
  baseUrl: string;
  headers: Record<string, string>;
  /** The processor time it has used, in seconds. */
  cpuSeconds(): Promise<number | undefined>;
}

interface StartDeliveryOptions {
  root: string;
  postgres: BenchPostgres;
  port: number;
  cleanups: (() => Promise<void>)[];
}

const TOKEN = 'bench-delivery-token';
const START_SECONDS = 60;

/** Starts the backend in a process of its own, from its sources. */
export async function startDelivery(
  options: StartDeliveryOptions,
): Promise<Delivery> {
  const { root, postgres, port, cleanups } = options;
  const output: string[] = [];
  const child = spawn(
    process.execPath,
    [
      '--require',
      resolve(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      resolve(import.meta.dirname, 'deliveryBackend.ts'),
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        BENCH_PORT: String(port),
        BENCH_TOKEN: TOKEN,
        BENCH_POSTGRES_URL: postgres.url,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => output.push(String(chunk)));
  }
  const exited = once(child, 'exit');
  cleanups.push(async () => {
    child.kill('SIGTERM');
    await exited;
  });

  const baseUrl = `http://127.0.0.1:${port}`;
  for (let second = 0; second < START_SECONDS; second++) {
    if (child.exitCode !== null) {
      break;
    }
    if (await isReady(baseUrl)) {
      return {
        baseUrl: `${baseUrl}/api/delivery`,
        headers: { authorization: `Bearer ${TOKEN}` },
        cpuSeconds: () => readCpuSeconds(child.pid),
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

/** Linux counts in hundredths; elsewhere there is no such file. */
async function readCpuSeconds(pid?: number): Promise<number | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')'))
      .split(' ')
      .slice(12);
    return (Number(user) + Number(system)) / 100;
  } catch {
    return undefined;
  }
}
