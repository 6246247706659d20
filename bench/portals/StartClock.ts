import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { lastLines } from '@atrium/launcher/bin/bootstrap/runLogged.mjs';
import { Failure } from '@atrium/launcher/src/report.ts';
import {
  Supervisor,
  type ReadyOptions,
  type Service,
  type ServiceOptions,
} from '@atrium/launcher/src/world/Supervisor.ts';
import { readCpuSeconds, readMemoryMb } from './readProcess.ts';

/** Finer than what is looked for, and too rare to cost anything. */
const POLL_MILLISECONDS = 50;

/** A supervisor of one service that takes the time until it is ready. */
export class StartClock extends Supervisor {
  #startedAt = 0;
  #seconds = 0;
  #cpuSeconds: number | undefined;
  #memoryMb: number | undefined;
  #pid = 0;

  /** From the start of the process to the first answer that it is ready. */
  get seconds(): number {
    return this.#seconds;
  }

  /** What the process computed until then, where the system tells. */
  get cpuSeconds(): number | undefined {
    return this.#cpuSeconds;
  }

  /** What the process had in use then, where the system tells. */
  get memoryMb(): number | undefined {
    return this.#memoryMb;
  }

  /** Of the service, once it was ready. */
  get pid(): number {
    return this.#pid;
  }

  override async start(options: ServiceOptions): Promise<Service> {
    this.#startedAt = performance.now();
    return super.start(options);
  }

  override async waitUntilReady(
    service: Service,
    { isReady, timeoutSeconds }: ReadyOptions,
  ): Promise<void> {
    let end: string | undefined;
    void service.exited.then(reason => {
      end = reason;
    });
    while (!(await isReady())) {
      const waited = (performance.now() - this.#startedAt) / 1000;
      if (end !== undefined || waited > timeoutSeconds) {
        const { name, logFile } = service.options;
        throw new Failure(`${name} did not start (${end ?? 'too slow'})`, {
          details: lastLines(await readFile(logFile, 'utf8')),
          hint: `The whole log is in ${logFile}`,
        });
      }
      await delay(POLL_MILLISECONDS);
    }
    this.#seconds = (performance.now() - this.#startedAt) / 1000;
    this.#pid = service.identity.pid;
    this.#cpuSeconds = await readCpuSeconds(this.#pid);
    this.#memoryMb = await readMemoryMb(this.#pid);
  }
}
