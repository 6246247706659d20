import { setImmediate } from 'node:timers/promises';
import type { ClaimedResource } from '../database/ClaimStore';

interface DriverLaneOptions {
  /** How many resources are worked on at once. */
  places: number;
  claim(options: {
    limit: number;
    servedOwners: readonly string[];
  }): Promise<{ claimed: ClaimedResource[]; hasMore: boolean }>;
  /** Works on a resource to its end. Must not throw. */
  work(claimed: ClaimedResource): Promise<void>;
}

/** Owners beyond these count as if they were never served. */
const REMEMBERED_OWNERS = 1_000;

/**
 * The places that a driver has in this process. Free ones take what is due in
 * the database, owner by owner in turn: a team that asks for hundreds of things
 * at once holds up itself.
 */
export class DriverLane {
  readonly #options: DriverLaneOptions;
  readonly #active = new Set<Promise<void>>();
  /** Whose turn was before, the longest ago first. */
  readonly #servedOwners = new Set<string>();
  #isDue = false;
  #hasMore = false;
  #isFilling = false;
  #filling: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: DriverLaneOptions) {
    this.#options = options;
  }

  /**
   * Says that there may be something to do.
   *
   * @throws what the claim throws; the next wake tries again
   */
  async wake(): Promise<void> {
    this.#isDue = true;
    if (!this.#isFilling) {
      this.#filling = this.#fill();
    }
    await this.#filling;
  }

  /** Takes nothing more; waits for what it has. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#filling.catch(() => {});
    await Promise.all(this.#active);
  }

  async #fill(): Promise<void> {
    const { places, claim } = this.#options;
    this.#isFilling = true;
    try {
      while (this.#isDue && !this.#isStopped && this.#active.size < places) {
        // What ends in the same moment is followed by one claim.
        await setImmediate();
        this.#isDue = false;
        const { claimed, hasMore } = await claim({
          limit: places - this.#active.size,
          servedOwners: [...this.#servedOwners],
        });
        claimed.forEach(resource => this.#begin(resource));
        this.#hasMore = hasMore;
        // Where others were faster with all of it, they are not disturbed again.
        this.#isDue ||= hasMore && claimed.length > 0;
      }
    } finally {
      this.#isFilling = false;
    }
  }

  #begin(claimed: ClaimedResource): void {
    const { ownerRef } = claimed.resource;
    this.#servedOwners.delete(ownerRef);
    this.#servedOwners.add(ownerRef);
    if (this.#servedOwners.size > REMEMBERED_OWNERS) {
      const [first] = this.#servedOwners;
      this.#servedOwners.delete(first);
    }
    const work = this.#options.work(claimed).finally(() => {
      this.#active.delete(work);
      if (this.#isDue || this.#hasMore) {
        // What cannot be claimed now is claimed with the next wake.
        this.wake().catch(() => {});
      }
    });
    this.#active.add(work);
  }
}
