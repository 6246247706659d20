import type { LastImport } from '../database/ImportStore';

/** By which imports older deliveries of a source took billing periods. */
export class TakenMonths {
  readonly #importIds = new Map<string, number>();

  /**
   * Whether an older delivery was brought in after this one, such as at its second
   * attempt, and took a billing period of it: the newer one is to have the last word.
   */
  hasTakenFrom({ id, months }: LastImport): boolean {
    return months.some(month => (this.#importIds.get(month) ?? 0) > id);
  }

  add(last: LastImport | undefined): void {
    if (last?.state !== 'imported') {
      return;
    }
    for (const month of last.months) {
      const importId = Math.max(this.#importIds.get(month) ?? 0, last.id);
      this.#importIds.set(month, importId);
    }
  }
}
