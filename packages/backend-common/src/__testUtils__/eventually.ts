import { setTimeout as sleep } from 'node:timers/promises';

const INTERVAL_MS = 50;
/** Less than a test may take, so that it says what it waited for. */
const LIMIT_MS = 120_000;

/**
 * Reads again and again until the answer is as it should be, for what happens
 * after a request was answered.
 *
 * @param isThere - Default: whether there is an answer at all
 * @returns that answer
 * @throws Error with the last answer, after two minutes
 */
export async function eventually<T>(
  read: () => T | Promise<T>,
  isThere: (answer: T) => boolean = Boolean,
): Promise<T> {
  const deadline = performance.now() + LIMIT_MS;
  for (;;) {
    const answer = await read();
    if (isThere(answer)) {
      return answer;
    }
    if (performance.now() > deadline) {
      throw new Error(`It stayed ${JSON.stringify(answer)}`);
    }
    await sleep(INTERVAL_MS);
  }
}
