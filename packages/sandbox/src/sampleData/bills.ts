import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { readJsonFile } from '../readJsonFile.ts';
import { seededInteger } from '../seed.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import { billers, readBillFixture } from './bills/billFixture.ts';
import type { Biller, BillFixture } from './bills/billFixture.ts';
import { firstDayOf, listMonths, toDay } from './bills/days.ts';
import { encodeBill } from './bills/encodeBill.ts';
import { firstMonth } from './bills/BillTime.ts';
import type { BillTime } from './bills/BillTime.ts';
import { planCharges } from './bills/planCharges.ts';
import type { SampleData } from './SampleDataSender.ts';

export interface SampleBillsOptions {
  /** Has a folder for each provider, from which the portal reads. */
  folder: string;
  /** Remembers since when there are bills, and until when. */
  file: string;
  now?: () => Date;
}

const stateSchema = z.object({
  startedOn: z.number().int(),
  until: z.number().int(),
});

/**
 * The bills of the cloud providers of the sample organisation: a file for each
 * provider and month, as FOCUS exports are, and every day those of the month anew.
 */
export class SampleBills implements SampleData {
  readonly name = 'bills';
  readonly isOngoing = true;
  readonly #options: Required<SampleBillsOptions>;
  #isComplete = false;

  constructor(options: SampleBillsOptions) {
    this.#options = { now: () => new Date(), ...options };
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  async send(signal: AbortSignal): Promise<string | undefined> {
    const { file, now } = this.#options;
    const today = toDay(now());
    const state = readJsonFile(file, stateSchema);
    if (this.#isComplete && state?.until === today) {
      return undefined;
    }
    const time = { startedOn: state?.startedOn ?? today, until: today };
    const months = listMonths(firstDayOf(firstMonth(time)), today - 1);
    let writtenCount = 0;
    for (const biller of billers) {
      const bill = readBillFixture(biller);
      for (const month of months) {
        signal.throwIfAborted();
        const target = this.#pathOf(biller, { month, bill });
        // A month that was over when it was written stays as it is.
        const isFinal = firstDayOf(month, 1) < (state?.until ?? 0);
        if (!isFinal || !existsSync(target)) {
          writeFile(target, encodeMonth(bill, { biller, month, time }));
          writtenCount += 1;
          // The servers of the sandbox go on answering meanwhile.
          await nextTurn();
        }
      }
    }
    writeJsonFile(file, time);
    this.#isComplete = true;
    return `the providers have sent ${writtenCount} files`;
  }

  #pathOf(
    biller: Biller,
    { month, bill }: { month: string; bill: BillFixture },
  ): string {
    const { folder } = this.#options;
    return path.join(folder, biller, `${biller}-${month}.${bill.format}`);
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
