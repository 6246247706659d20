import { setTimeout as delay } from 'node:timers/promises';
import { answers } from './answers.ts';

export interface WaitForSampleDataOptions {
  gitUrl: string;
  timeoutSeconds: number;
}

/**
 * Waits until the sandbox has told the portal the past of the sample
 * organisation, so that no page is half filled when people look at it.
 *
 * @returns whether it happened in time; the rest comes in meanwhile
 */
export async function waitForSampleData(
  options: WaitForSampleDataOptions,
): Promise<boolean> {
  const deadline = Date.now() + options.timeoutSeconds * 1000;
  while (!(await answers(`${options.gitUrl}/api/past`))) {
    if (Date.now() > deadline) {
      return false;
    }
    await delay(250);
  }
  return true;
}
