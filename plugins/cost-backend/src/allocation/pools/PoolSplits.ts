import {
  addDays,
  addMonths,
  firstDayOf,
  monthOf,
  toDay,
} from '../../calendar/days';
import type { AllocationChanges } from '../AllocationChanges';
import type { GenerationStore } from '../generations/GenerationStore';
import type { AllocationStore } from '../versions/AllocationStore';
import type { RequestCounts } from './RequestCounts';

interface PoolSplitsOptions {
  allocations: Pick<AllocationStore, 'findNewest'>;
  changes: Pick<AllocationChanges, 'splitAgain'>;
  generations: Pick<GenerationStore, 'findOldestSplit'>;
  requests: Pick<RequestCounts, 'read'>;
  /** Told when other sums are in force. */
  onSumsChanged(): void;
}

/** What a split goes by changes all the time, but by little. */
const SPLIT_MS = 3_600_000;

/** Until then the SLOs that are read first would carry what all of them share. */
const MORE_REQUESTS_MS = 60_000;

/** This month and the last: what is charged for them still changes. */
const CURRENT = [-1, 0];

/** With the month that the last one is compared with. */
const FURTHER_BACK = [-2, ...CURRENT];

/** Has the pools be split by what their weights are now. */
export class PoolSplits {
  readonly #options: PoolSplitsOptions;
  /** Whether there may be requests of the past that are not known yet. */
  #isFindingMore = true;

  constructor(options: PoolSplitsOptions) {
    this.#options = options;
  }

  /**
   * Takes over requests, which also say what one of them costs, and splits the pools
   * of this month and the last anew: every hour, and as soon as requests of the past
   * are known that were not. While those are being found, it looks at one month more.
   * Where requests cannot be read, it fails after it has split by those of before.
   *
   * @returns after how many milliseconds to look again, while SLOs are being read
   */
  async follow(): Promise<number | void> {
    const { allocations, changes, generations, onSumsChanged, requests } =
      this.#options;
    const pools = (await allocations.findNewest())?.definition.spec.pools ?? [];
    const splits = pools.flatMap(({ split }) => split ?? []);
    const today = toDay(Date.now());
    const listMonths = (offsets: readonly number[]) =>
      offsets.map(offset => firstDayOf(addMonths(monthOf(today), offset)));
    const months = listMonths(this.#isFindingMore ? FURTHER_BACK : CURRENT);
    const read = await requests
      .read({ from: months[0], to: addDays(today, 1) })
      // Pools are split by what is known all the same.
      .catch((error: unknown) => ({ error }));
    const hasOthers = 'hasOthers' in read && read.hasOthers;
    if ('hasMore' in read) {
      this.#isFindingMore = read.hasMore;
    }
    const hasOtherWeights =
      hasOthers && splits.some(({ by }) => by === 'requests');
    const current = listMonths(CURRENT);
    const splitAt = await generations.findOldestSplit(current);
    const isRecent = splitAt && splitAt > new Date(Date.now() - SPLIT_MS);
    if (splits.length > 0 && (hasOtherWeights || !isRecent)) {
      await changes.splitAgain(hasOtherWeights ? months : current);
      onSumsChanged();
    }
    if ('error' in read) {
      throw read.error;
    }
    return this.#isFindingMore ? MORE_REQUESTS_MS : undefined;
  }
}
