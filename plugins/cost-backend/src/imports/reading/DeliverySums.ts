import { words } from '../../costWords';
import type { Charge } from '../formats/Charge';
import { copyText } from '../formats/copyText';
import { DecimalSum } from '../formats/decimals';
import type { ProblemCollector } from '../report/ProblemCollector';

/** What a delivery says of an invoice in a billing period. */
export interface DeliverySum {
  month: string;
  /** Empty for charges without one. */
  invoiceId: string;
  billingAccountId: string;
  currency: string;
  rowCount: number;
  billed: string;
  effective: string;
}

interface Summed {
  of: Pick<
    DeliverySum,
    'month' | 'invoiceId' | 'billingAccountId' | 'currency'
  >;
  rowCount: number;
  billed: DecimalSum;
  effective: DecimalSum;
}

/** More invoices than these no delivery has: it would be something else. */
const MAX_SUMS = 20_000;

/** Adds up what a delivery says while it is read. */
export class DeliverySums {
  readonly #problems: ProblemCollector;
  readonly #sums = new Map<string, Summed>();
  /** In which currency an invoice is. */
  readonly #currencies = new Map<string, string>();
  #last: { key: string; sum: Summed } | undefined;

  constructor(problems: ProblemCollector) {
    this.#problems = problems;
  }

  /** @param row - counted from 1 in its file */
  add(charge: Charge, row: number): void {
    const { billingAccountId, currency, invoiceId = '', month } = charge;
    const key = `${month}\n${currency}\n${billingAccountId}\n${invoiceId}`;
    const sum = this.#find(key, { charge, row });
    if (sum) {
      sum.rowCount += 1;
      sum.billed.add(charge.billed);
      sum.effective.add(charge.effective);
    }
  }

  list(): DeliverySum[] {
    return [...this.#sums.values()].map(
      ({ billed, effective, of, rowCount }) => ({
        ...of,
        rowCount,
        billed: String(billed),
        effective: String(effective),
      }),
    );
  }

  #find(
    key: string,
    { charge, row }: { charge: Charge; row: number },
  ): Summed | undefined {
    // Rows of an invoice follow each other.
    if (this.#last?.key === key) {
      return this.#last.sum;
    }
    let sum = this.#sums.get(key);
    if (!sum) {
      if (this.#sums.size >= MAX_SUMS) {
        this.#problems.add({
          severity: 'error',
          rule: 'invoice-count',
          message: words.describe('cost.bill.invoiceCount', { max: MAX_SUMS }),
          row,
        });
        return undefined;
      }
      this.#checkCurrency(charge, row);
      sum = {
        of: {
          month: copyText(charge.month),
          invoiceId: copyText(charge.invoiceId ?? ''),
          billingAccountId: copyText(charge.billingAccountId),
          currency: copyText(charge.currency),
        },
        rowCount: 0,
        billed: new DecimalSum(),
        effective: new DecimalSum(),
      };
      this.#sums.set(key, sum);
    }
    this.#last = { key, sum };
    return sum;
  }

  #checkCurrency(
    { billingAccountId, currency, invoiceId }: Charge,
    row: number,
  ): void {
    if (invoiceId === undefined) {
      return;
    }
    const invoice = `${billingAccountId}\n${invoiceId}`;
    const known = this.#currencies.get(invoice);
    this.#currencies.set(invoice, known ?? copyText(currency));
    if (known !== undefined && known !== currency) {
      this.#problems.add({
        severity: 'error',
        rule: 'invoice-currency',
        column: 'BillingCurrency',
        message: words.describe('cost.bill.invoiceCurrency'),
        row,
        value: `${invoiceId}: ${known}, ${currency}`,
      });
    }
  }
}
