import { type DoraCount, mapDoraCounts } from '../../model/doraCounts';
import type { DoraDay } from '../../model/DoraInput';

/** The numbers of a day that are counted up. */
export type DayCount = DoraCount | 'deployments' | 'failedDeployments';

/** Collects what happened, day by day (UTC). */
export class DayTable {
  readonly #days = new Map<string, DoraDay>();

  /** Counts one more of something on the day of an instant. */
  count(at: number, name: DayCount): void {
    this.#at(at)[name] += 1;
  }

  /** Adds a sample to the day of an instant. */
  sample(
    at: number,
    name: 'leadSeconds' | 'restoreSeconds',
    seconds: number,
  ): void {
    this.#at(at)[name].push(seconds);
  }

  /** The days on which something happened, in order. */
  toDays(): DoraDay[] {
    return [...this.#days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  }

  #at(at: number): DoraDay {
    const day = new Date(at).toISOString().slice(0, 10);
    const present = this.#days.get(day);
    if (present) {
      return present;
    }
    const created: DoraDay = {
      day,
      deployments: 0,
      failedDeployments: 0,
      leadSeconds: [],
      restoreSeconds: [],
      ...mapDoraCounts(() => 0),
    };
    this.#days.set(day, created);
    return created;
  }
}
