import type { PushStore } from '../database/PushStore';
import type { SweepStore } from '../database/SweepStore';

const PUSHES_MS = 24 * 60 * 60_000;

/** What {@link RemoveOldHistoryTask} works with. */
export interface RemoveOldHistoryTaskOptions {
  deletedApisMilliseconds: number;
  pushes: PushStore;
  sweeps: SweepStore;
}

/** Removes what has been kept long enough. */
export class RemoveOldHistoryTask {
  readonly #options: RemoveOldHistoryTaskOptions;

  constructor(options: RemoveOldHistoryTaskOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { deletedApisMilliseconds, pushes, sweeps } = this.#options;
    const now = Date.now();
    await sweeps.removeDeleted(new Date(now - deletedApisMilliseconds));
    await pushes.removePushes(new Date(now - PUSHES_MS));
  }
}
