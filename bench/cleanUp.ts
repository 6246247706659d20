import { setTimeout as delay } from 'node:timers/promises';
import { Failure, printFailure } from '@atrium/launcher/src/report.ts';

/** Longer than all parts of a world take to end, or to be killed. */
const LIMIT_MS = 60_000;

/**
 * Does what has to be done at the end of a bench, the last one first. What fails, or
 * does not end, is told and keeps neither the others nor the end of the process.
 */
export async function cleanUp(
  cleanups: (() => Promise<void>)[],
  { limitMs = LIMIT_MS, report = printFailure } = {},
): Promise<void> {
  for (const cleanup of cleanups.toReversed()) {
    const timeout = new AbortController();
    const { signal } = timeout;
    await Promise.race([
      cleanup().catch(report),
      delay(limitMs, undefined, { signal }).then(
        () =>
          report(
            new Failure(
              `Something that the bench has started did not end within ${
                limitMs / 1_000
              } s`,
              { hint: 'It may still run: look for it before the next bench.' },
            ),
          ),
        () => {},
      ),
    ]);
    timeout.abort();
  }
}
