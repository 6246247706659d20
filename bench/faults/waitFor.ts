import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';

const POLL_MS = 200;

/** Waits until something is so. */
export async function waitFor(
  what: string,
  isSo: () => Promise<boolean>,
  seconds = 60,
): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) {
      throw new Failure(`Waited ${seconds} s in vain for ${what}`);
    }
    await sleep(POLL_MS);
  }
}
