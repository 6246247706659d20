import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import { answers } from '@atrium/launcher/src/world/answers.ts';
import { READINESS_PATH } from '@atrium/launcher/src/world/backend.ts';

const START_SECONDS = 90;
const POLL_MS = 100;

export interface ReplicaOptions {
  /** The folder that the built backend is laid out in. */
  image: string;
  port: number;
  env: Record<string, string>;
  /** Config beside the files of the image. */
  configFile: string;
  logFile: string;
}

/** How a process ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** One backend of the portal, in a process of its own. */
export class Replica {
  readonly url: string;
  /** Settles when the process is gone. */
  readonly exited: Promise<Exit>;
  readonly #child: ChildProcess;
  readonly #logFile: string;
  #exit?: Exit;

  constructor(options: ReplicaOptions) {
    const { image, port, env, configFile, logFile } = options;
    this.url = `http://127.0.0.1:${port}`;
    this.#logFile = logFile;
    mkdirSync(dirname(logFile), { recursive: true });
    const log = openSync(logFile, 'a');
    const files = ['app-config.yaml', 'app-config.production.yaml', configFile];
    this.#child = spawn(
      process.execPath,
      ['packages/backend', ...files.flatMap(file => ['--config', file])],
      { cwd: image, env, stdio: ['ignore', log, log] },
    );
    closeSync(log);
    this.exited = new Promise(resolve => {
      this.#child.once('exit', (code, signal) => {
        this.#exit = { code, signal };
        resolve(this.#exit);
      });
    });
  }

  /** Whether the process is gone. */
  get exit(): Exit | undefined {
    return this.#exit;
  }

  async waitUntilReady(): Promise<void> {
    const deadline = performance.now() + START_SECONDS * 1_000;
    while (!(await answers(`${this.url}${READINESS_PATH}`))) {
      if (this.#exit || performance.now() > deadline) {
        throw new Failure('A backend does not start', {
          hint: `Its log is ${this.#logFile}`,
        });
      }
      await sleep(POLL_MS);
    }
  }

  /** @returns How long it took to be gone, in seconds. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number> {
    const start = performance.now();
    this.#child.kill(signal);
    await this.exited;
    return (performance.now() - start) / 1_000;
  }
}
