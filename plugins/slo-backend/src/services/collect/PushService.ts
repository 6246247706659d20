import { failpoint } from '@atrium/backend-common';
import type { PushCount, PushCountsAnswer } from '@atrium/plugin-slo-common';
import { InputError } from '@backstage/errors';
import type { CountStore } from '../../database/CountStore';
import {
  type CountRetention,
  earliestMinute,
} from '../../database/countTables';

interface PushServiceOptions {
  store: CountStore;
  retention: CountRetention;
  meter: { add(count: number, attributes: { source: string }): void };
}

/** How far a clock may be ahead of ours. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Takes counts that others have made. */
export class PushService {
  readonly #options: PushServiceOptions;

  constructor(options: PushServiceOptions) {
    this.#options = options;
  }

  /**
   * Stores counts, all of them or none.
   *
   * @throws InputError when a minute is in the future or too long ago.
   */
  async push(counts: PushCount[]): Promise<PushCountsAnswer> {
    const { store, retention, meter } = this.#options;
    const now = new Date();
    const earliest = earliestMinute(retention, now).toISOString();
    const latest = new Date(now.getTime() + CLOCK_SKEW_MS).toISOString();
    for (const [index, { minute }] of counts.entries()) {
      if (minute < earliest || minute > latest) {
        throw new InputError(
          `'counts.${index}.minute' must be from ${earliest} to now, got '${minute}'`,
        );
      }
    }
    const answer = await store.push(counts, now);
    failpoint('slo.push.3');
    meter.add(answer.stored, { source: 'push' });
    return answer;
  }
}
