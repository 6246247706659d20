import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';

const root = resolve(import.meta.dirname, '../..');
const START_MS = 60_000;

export interface ReplicaOptions {
  port: number;
  postgresUrl: string;
  simulatorUrl: string;
  /** Where it kills itself. */
  failpoint?: string;
  settleMs?: number;
  concurrency?: number;
}

/** The engine in a process of its own. */
export class ProvisioningReplica {
  readonly exited: Promise<void>;
  readonly #child: ChildProcess;
  readonly #url: string;
  #hasExited = false;
  #output = '';
  #workerId = '';

  constructor(options: ReplicaOptions) {
    this.#url = `http://127.0.0.1:${options.port}`;
    this.#child = spawn(
      process.execPath,
      [
        '--require',
        resolve(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
        resolve(import.meta.dirname, 'replica.ts'),
      ],
      {
        cwd: root,
        env: {
          ...process.env,
          // Failpoints do nothing in production.
          NODE_ENV: 'development',
          BENCH_PORT: String(options.port),
          BENCH_POSTGRES_URL: options.postgresUrl,
          BENCH_SIMULATOR_URL: options.simulatorUrl,
          BENCH_SETTLE_MS: String(options.settleMs ?? 0),
          BENCH_CONCURRENCY: String(options.concurrency ?? 5),
          ...(options.failpoint && { ATRIUM_FAILPOINT: options.failpoint }),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', chunk => {
        this.#output = `${this.#output}${chunk}`.slice(-4_000);
      });
    }
    this.exited = new Promise(done => {
      this.#child.once('exit', () => {
        this.#hasExited = true;
        done();
      });
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** By which claims of it are known, once it is ready. */
  get workerId(): string {
    return this.#workerId;
  }

  get hasExited(): boolean {
    return this.#hasExited;
  }

  /** Waits until it works, or has killed itself on the way there. */
  async waitUntilReady(): Promise<void> {
    const deadline = performance.now() + START_MS;
    while (performance.now() < deadline) {
      if (this.#hasExited || (await this.#answers())) {
        return;
      }
      await sleep(50);
    }
    throw new Failure('A replica does not start', { hint: this.#output });
  }

  /** Has resources requested, as people would; answers their ids. */
  async request(count: number, driver = 'simulator'): Promise<string[]> {
    return this.#ask(`/request?count=${count}&driver=${driver}`);
  }

  /** Has it look at everything that lives. */
  async sweep(): Promise<void> {
    await this.#ask('/sweep');
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (!this.#hasExited) {
      this.#child.kill(signal);
      await this.exited;
    }
  }

  async #ask(path: string): Promise<string[]> {
    const response = await fetch(`${this.#url}${path}`, {
      signal: AbortSignal.timeout(20 * 60_000),
    });
    if (!response.ok) {
      throw new Failure('A replica refused', { hint: this.#output });
    }
    return (await response.json()) as string[];
  }

  async #answers(): Promise<boolean> {
    try {
      [this.#workerId] = await this.#ask('/');
      return true;
    } catch {
      return false;
    }
  }
}
