import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, createWriteStream, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { saysDiskIsFull } from '../../bin/bootstrap/explainInstallFailure.mjs';
import { lastLines } from '../../bin/bootstrap/runLogged.mjs';
import { Failure } from '../report.ts';
import { send } from './endProcess.ts';
import {
  readProcessIdentity,
  type ProcessIdentity,
} from '../../bin/bootstrap/processIdentity.mjs';
import { beginLog, MAXIMUM_LOG_BYTES, rotateLog } from './rotateLog.ts';

export interface ServiceOptions {
  /** As shown to people: `Backend`. */
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Asks the service to end, and how long it may take before it is killed. */
  stopSignal?: NodeJS.Signals;
  stopSeconds?: number;
  /** Gives the child a channel that closes when this process dies. */
  channel?: boolean;
  uid?: number;
  gid?: number;
  /** Shows the output on the terminal too, each line with the name before it. */
  echo?: boolean;
}

export interface ReadyOptions {
  isReady: () => Promise<boolean>;
  timeoutSeconds: number;
  /** Finds in the log why a service will never be ready, whether it lives on or not. */
  findFailure?: (log: string) => string | undefined;
}

export interface Service {
  options: ServiceOptions;
  identity: ProcessIdentity;
  /** Settles when the process has ended, for whatever reason. */
  exited: Promise<string>;
}

interface RunningService extends Service {
  child: ChildProcess;
  isStopping: boolean;
  hasExited: boolean;
}

const ROTATION_MS = 2_000;

/**
 * Starts processes, notices when one ends that should not, and ends them all
 * in reverse order.
 */
export class Supervisor {
  readonly #services: RunningService[] = [];
  readonly #unexpected = Promise.withResolvers<Failure>();
  readonly #onChange: (services: Service[]) => Promise<void>;

  constructor(
    onChange: (services: Service[]) => Promise<void> = async () => {},
  ) {
    this.#onChange = onChange;
    this.#scheduleRotation();
  }

  /** Settles when a service ended without having been asked to. */
  get unexpectedExit(): Promise<Failure> {
    return this.#unexpected.promise;
  }

  async start(options: ServiceOptions): Promise<Service> {
    mkdirSync(dirname(options.logFile), { recursive: true });
    await beginLog(options.logFile);
    // The child writes to the file itself, so that nothing is lost and nothing
    // blocks when this process is gone.
    const log = openSync(options.logFile, 'a', 0o600);
    const output = options.echo ? 'pipe' : log;
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env,
      uid: options.uid,
      gid: options.gid,
      // A group of its own: Ctrl-C on the terminal reaches this process only,
      // which then ends the services in order.
      detached: true,
      stdio: [
        'ignore',
        output,
        output,
        ...(options.channel ? (['ipc'] as const) : []),
      ],
    });
    closeSync(log);
    if (options.echo) {
      echo(child, options);
    }

    const exited = new Promise<string>(resolve => {
      child.once('exit', (code, signal) =>
        resolve(signal ? `signal ${signal}` : `exit code ${code}`),
      );
      child.once('error', error => resolve(error.message));
    });
    const identity = (child.pid && (await readProcessIdentity(child.pid))) || {
      pid: child.pid ?? 0,
      startedAt: '',
      commandLine: '',
    };
    const service: RunningService = {
      options,
      identity,
      exited,
      child,
      isStopping: false,
      hasExited: false,
    };
    void exited.then(reason => this.#handleExit(service, reason));
    this.#services.push(service);
    await this.#onChange(this.#services);
    return service;
  }

  /**
   * Waits until a service answers. Fails when it ends before that or takes too
   * long, showing what it said last.
   */
  async waitUntilReady(service: Service, options: ReadyOptions): Promise<void> {
    const { isReady, timeoutSeconds, findFailure } = options;
    const { name, logFile } = service.options;
    let end: string | undefined;
    void service.exited.then(reason => {
      end = reason;
    });
    const deadline = Date.now() + timeoutSeconds * 1000;
    while (!(await isReady())) {
      // Before the log is read: what it says of the reason is all there then.
      const endBefore = end;
      const reason = findFailure?.(await readLog(service));
      if (reason) {
        throw new Failure(`${name} failed to start`, {
          details: reason,
          hint: `The whole log is in ${logFile}`,
        });
      }
      if (endBefore !== undefined) {
        throw await failureOf(
          service,
          `${name} ended while starting (${endBefore})`,
        );
      }
      if (Date.now() > deadline) {
        throw await failureOf(
          service,
          `${name} was not ready within ${timeoutSeconds} s`,
        );
      }
      await delay(150);
    }
    if (end !== undefined) {
      // Something else answered in its place.
      throw new Failure(`${name} ended while starting (${end})`, {
        hint: `The whole log is in ${logFile}`,
      });
    }
  }

  /**
   * Ends every service, the last started first, within about ten seconds.
   */
  async stopAll(): Promise<void> {
    const deadline = Date.now() + 10_000;
    for (const service of [...this.#services].reverse()) {
      const remaining = (deadline - Date.now()) / 1000;
      await this.#stop(service, Math.max(2, remaining));
    }
  }

  /** Ends every service at once and without asking. */
  killAll(): void {
    for (const service of this.#services) {
      service.isStopping = true;
      if (!service.hasExited && service.identity.pid) {
        send(service.identity.pid, 'SIGKILL', true);
      }
    }
  }

  async #stop(service: RunningService, maximumSeconds: number): Promise<void> {
    service.isStopping = true;
    const { pid } = service.identity;
    if (!pid) {
      return;
    }
    const { stopSignal = 'SIGTERM', stopSeconds = 5 } = service.options;
    if (!service.hasExited) {
      send(pid, stopSignal, false);
      const timeout = new AbortController();
      await Promise.race([
        service.exited,
        delay(Math.min(stopSeconds, maximumSeconds) * 1000, undefined, {
          signal: timeout.signal,
        }).catch(() => {}),
      ]);
      timeout.abort();
    }
    // What the service itself started and left behind, or the service itself
    // when it did not end in time.
    send(pid, 'SIGKILL', true);
    await service.exited;
  }

  /** One after the other, however long the disk takes. */
  #scheduleRotation(): void {
    setTimeout(async () => {
      await this.#rotateLogs();
      this.#scheduleRotation();
    }, ROTATION_MS).unref();
  }

  async #rotateLogs(): Promise<void> {
    for (const { options } of this.#services) {
      // A disk that is full or a file that is gone is not for this to report.
      await rotateLog(options.logFile, MAXIMUM_LOG_BYTES).catch(() => {});
    }
  }

  async #handleExit(service: RunningService, reason: string): Promise<void> {
    service.hasExited = true;
    if (!service.isStopping) {
      service.isStopping = true;
      this.#unexpected.resolve(
        await failureOf(
          service,
          `${service.options.name} ended unexpectedly (${reason})`,
        ),
      );
    }
  }
}

async function failureOf(service: Service, message: string): Promise<Failure> {
  const details = lastLines(await readLog(service));
  const reason = saysDiskIsFull(details) ? ': the disk is full' : '';
  return new Failure(`${message}${reason}`, {
    details,
    hint: `The whole log is in ${service.options.logFile}`,
  });
}

async function readLog(service: Service): Promise<string> {
  return readFile(service.options.logFile, 'utf8').catch(() => '');
}

function echo(child: ChildProcess, options: ServiceOptions): void {
  const prefix = options.name.toLowerCase().padEnd(8);
  const log = createWriteStream(options.logFile, { flags: 'a' });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) {
      continue;
    }
    createInterface({ input: stream }).on('line', line => {
      log.write(`${line}\n`);
      process.stdout.write(`${prefix} │ ${line}\n`);
    });
  }
  child.once('close', () => log.end());
}
