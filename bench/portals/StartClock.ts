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

/** Finer than what is looked for, and too rare to cost anything. */
const POLL_MILLISECONDS = 50;

/** `USER_HZ`, which Linux gives to programs as 100 on every machine. */
const TICKS_PER_SECOND = 100;

/** A supervisor of one service that takes the time until it is ready. */
export class StartClock extends Supervisor {
  #startedAt = 0;
  #seconds = 0;
  #cpuSeconds: number | undefined;

  /** From the start of the process to the first answer that it is ready. */
  get seconds(): number {
    return this.#seconds;
  }

  /** What the process computed until then, where the system tells. */
  get cpuSeconds(): number | undefined {
    return this.#cpuSeconds;
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
    this.#cpuSeconds = await readCpuSeconds(service.identity.pid);
  }
}

async function readCpuSeconds(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in brackets may hold spaces, so count from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // utime and stime, the fields 14 and 15 of proc(5).
  const ticks = Number(fields[11]) + Number(fields[12]);
  return Number.isNaN(ticks) ? undefined : ticks / TICKS_PER_SECOND;
}
