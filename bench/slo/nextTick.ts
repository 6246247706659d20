import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { Slo } from './startSlo.ts';

const PATIENCE_MS = 300_000;
const POLL_MS = 20;

/** Waits until a tick has ended, and says how many seconds it took. */
export async function nextTick({ evaluations }: Slo): Promise<number> {
  const next = evaluations.length;
  const end = performance.now() + PATIENCE_MS;
  while (evaluations.length === next) {
    if (performance.now() > end) {
      throw new Failure('The evaluation does not run');
    }
    await sleep(POLL_MS);
  }
  return evaluations[next];
}
