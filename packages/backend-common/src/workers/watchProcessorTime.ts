import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/** How much longer a task may take by the clock, however little the thread gets to do. */
const MAX_CLOCK_FACTOR = 10;

const MICROSECONDS = 1_000;

async function processorMsOf(thread: Worker): Promise<number> {
  const { user, system } = await thread.cpuUsage();
  return (user + system) / MICROSECONDS;
}

/** Milliseconds of processor time from now on; none once the thread has ended. */
async function startMeter(thread: Worker): Promise<() => Promise<number>> {
  const before = await processorMsOf(thread);
  return async () => (await processorMsOf(thread)) - before;
}

/**
 * Resolves when a thread has taken `maxMs` of processor time, or ten times as long by
 * the clock.
 *
 * @remarks On a busy machine a thread waits most of the time, and a limit by the clock
 * would end what is no slower than usual. The thread need not be idle to be asked: V8
 * answers in the middle of a loop or of a regular expression.
 *
 * @throws AbortError when the signal is given first
 */
export async function watchProcessorTime(
  thread: Worker,
  { maxMs, signal }: { maxMs: number; signal: AbortSignal },
): Promise<void> {
  const sleep = (milliseconds: number) =>
    setTimeout(Math.ceil(milliseconds), undefined, { signal });
  await Promise.race([
    sleep(maxMs * MAX_CLOCK_FACTOR),
    waitForProcessorTime(thread, { maxMs, sleep }),
  ]);
}

interface WaitOptions {
  maxMs: number;
  sleep(milliseconds: number): Promise<void>;
}

async function waitForProcessorTime(
  thread: Worker,
  { maxMs, sleep }: WaitOptions,
): Promise<void> {
  const readUsedMs = await startMeter(thread);
  for (let leftMs = maxMs; leftMs > 0; leftMs = maxMs - (await readUsedMs())) {
    // One thread takes no more processor time than the clock shows.
    await sleep(Math.max(1, leftMs));
  }
}
