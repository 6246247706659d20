import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { seededInteger } from '../../seed.ts';
import { billers, readBillFixture } from './billFixture.ts';
import type { Biller, BillFixture } from './billFixture.ts';
import { firstMonth } from './BillTime.ts';
import type { BillTime } from './BillTime.ts';
import { firstDayOf, listMonths } from './days.ts';
import { encodeBill } from './encodeBill.ts';
import { planCharges } from './planCharges.ts';

/** A file for each provider and month, as exports to a bucket are. */
export class BillFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Writes what is missing, and answers how many files that were. A month that was
   * over when it was written stays as it is.
   *
   * @param options.writtenUntil - of the bills that are there, in days since 1970
   */
  async write(
    time: BillTime,
    options: { writtenUntil?: number; signal: AbortSignal },
  ): Promise<number> {
    const { writtenUntil = 0, signal } = options;
    let count = 0;
    for (const biller of billers) {
      const bill = readBillFixture(biller);
      const first = firstDayOf(firstMonth(time));
      // The newest first, as the portal reads files in the order of their time.
      for (const month of listMonths(first, time.until - 1).reverse()) {
        signal.throwIfAborted();
        const name = `${biller}-${month}.${bill.format}`;
        const file = path.join(this.#folder, biller, name);
        const isFinal = firstDayOf(month, 1) < writtenUntil;
        if (!isFinal || !existsSync(file)) {
          writeFile(file, encodeMonth(bill, { biller, month, time }));
          count += 1;
          // The servers of the sandbox go on answering meanwhile.
          await nextTurn();
        }
      }
    }
    return count;
  }
}

function encodeMonth(
  bill: BillFixture,
  options: { biller: Biller; month: string; time: BillTime },
): Uint8Array {
  const { biller, month, time } = options;
  // There is no invoice before its month is over.
  const invoiceId =
    firstDayOf(month, 1) < time.until
      ? bill.invoicePrefix + seededInteger(`${biller} ${month}`, 1e6, 9e6)
      : undefined;
  return encodeBill(
    bill,
    planCharges(bill, month, time).map(charge => ({
      bill,
      month,
      invoiceId,
      charge,
    })),
  );
}

/** Writes a file as a whole: the portal never reads half a bill. */
function writeFile(file: string, content: Uint8Array) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, content);
  renameSync(`${file}.partial`, file);
}
