import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import { readCpuSeconds, readMemoryMb } from '../portals/readProcess.ts';

const WINDOW_SECONDS = 20;
/** Of one core: below it the work of the start is over. */
const CALM_SHARE = 0.2;
const IDLE_SECONDS = 120;

/** Options of {@link waitUntilCalm}. */
export interface CalmOptions {
  /** For how long it has to be calm: tasks begin after delays. */
  forSeconds: number;
  /** When it counts as one that never ends. */
  withinSeconds: number;
}

/** Waits until the first passes over everything, such as the index, are done. */
export async function waitUntilCalm(
  pid: number,
  { forSeconds, withinSeconds }: CalmOptions,
): Promise<void> {
  let calmSeconds = 0;
  for (let waited = 0; waited < withinSeconds; waited += WINDOW_SECONDS) {
    const spent = await measureCpu(pid, WINDOW_SECONDS);
    const isCalm = spent / WINDOW_SECONDS < CALM_SHARE;
    calmSeconds = isCalm ? calmSeconds + WINDOW_SECONDS : 0;
    if (calmSeconds >= forSeconds) {
      return;
    }
  }
  throw new Failure(
    `The backend still works ${withinSeconds} seconds after its start`,
  );
}

/** What a portal that nobody asks costs in a minute, and what it holds. */
export async function watchIdle(pid: number) {
  const spent = await measureCpu(pid, IDLE_SECONDS);
  return {
    cpuSecondsPerMinute: (spent / IDLE_SECONDS) * 60,
    memoryMb: (await readMemoryMb(pid)) ?? NaN,
  };
}

async function measureCpu(pid: number, seconds: number): Promise<number> {
  const before = (await readCpuSeconds(pid)) ?? NaN;
  await delay(seconds * 1000);
  return ((await readCpuSeconds(pid)) ?? NaN) - before;
}
