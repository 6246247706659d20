import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';

/** The running backend of one plugin. */
export interface PluginBackend {
  baseUrl: string;
  headers: Record<string, string>;
  /** The processor time it has used, in seconds. */
  cpuSeconds(): Promise<number | undefined>;
  /** Begins to watch how much memory it has in use. */
  watchMemory(): Promise<WatchedMemory>;
  /** Ends it; it may have ended already. */
  stop(): Promise<void>;
}

/** The memory of a process from a moment on. */
export interface WatchedMemory {
  /** How much more it had at the peak; undefined where the system does not say. */
  grownMegabytes(): Promise<number | undefined>;
}

interface StartBackendOptions {
  root: string;
  plugin: string;
  /** What runs in the process, a TypeScript file. */
  script: string;
  postgres: BenchPostgres;
  port: number;
  env?: Record<string, string>;
  /** Gets what the process prints. */
  onOutput?(text: string): void;
  cleanups: (() => Promise<void>)[];
}

const START_SECONDS = 60;

/** Starts a backend in a process of its own, from its sources. */
export async function startBackend(
  options: StartBackendOptions,
): Promise<PluginBackend> {
  const { root, plugin, script, postgres, port, cleanups } = options;
  const token = `bench-${plugin}-token`;
  const output: string[] = [];
  const child = spawn(
    process.execPath,
    [
      '--require',
      resolve(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      script,
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        BENCH_PORT: String(port),
        BENCH_TOKEN: token,
        BENCH_POSTGRES_URL: postgres.url,
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stdout.on('data', chunk => {
    output.push(String(chunk));
    options.onOutput?.(String(chunk));
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
      return {
        baseUrl: `${baseUrl}/api/${plugin}`,
        headers: { authorization: `Bearer ${token}` },
        cpuSeconds: () => readCpuSeconds(child.pid),
        watchMemory: () => watchMemory(child.pid),
        stop,
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

/** Linux keeps the peak, and forgets it on request. */
async function watchMemory(pid?: number): Promise<WatchedMemory> {
  const before = await readMegabytes(pid, 'VmRSS');
  try {
    await writeFile(`/proc/${pid}/clear_refs`, '5');
  } catch {
    return { grownMegabytes: async () => undefined };
  }
  return {
    async grownMegabytes() {
      const peak = await readMegabytes(pid, 'VmHWM');
      return peak !== undefined && before !== undefined
        ? peak - before
        : undefined;
    },
  };
}

async function readMegabytes(
  pid: number | undefined,
  field: 'VmHWM' | 'VmRSS',
): Promise<number | undefined> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status);
    return kilobytes ? Number(kilobytes[1]) / 1_000 : undefined;
  } catch {
    return undefined;
  }
}
