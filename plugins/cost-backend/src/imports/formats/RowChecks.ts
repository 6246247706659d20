import { words } from '../../costWords';
import type { ProblemCollector } from '../report/ProblemCollector';
import { parseDecimal } from './decimals';
import { InstantReader } from './instants';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
/** No commitment or domain name is bought for longer. */
const MAX_CHARGE_YEARS = 10;
/** An entry of an index of PostgreSQL has at most 2,704 bytes. */
const MAX_TEXT_BYTES = 2_048;

/**
 * Reads single values of a row. What is wrong is reported by column and row, and
 * the answer is undefined.
 */
export class RowChecks {
  readonly #problems: ProblemCollector;
  readonly #instants = new InstantReader();

  constructor(problems: ProblemCollector) {
    this.#problems = problems;
  }

  /** A value that has to be there. */
  required(
    value: string | undefined,
    column: string,
    row: number,
  ): string | undefined {
    if (value === undefined) {
      this.#problems.add({
        severity: 'error',
        rule: 'value-missing',
        message: words.describe('cost.bill.valueMissing'),
        column,
        row,
      });
    }
    return value;
  }

  decimal(
    value: string | undefined,
    column: string,
    row: number,
  ): string | undefined {
    if (value === undefined) {
      return undefined;
    }
    const parsed = parseDecimal(value);
    if ('value' in parsed) {
      return parsed.value;
    }
    this.#problems.add({
      severity: 'error',
      value,
      column,
      row,
      ...(parsed.problem === 'not-a-decimal'
        ? {
            rule: 'decimal',
            message: words.describe('cost.bill.decimal'),
          }
        : {
            rule: 'decimal-range',
            message: words.describe('cost.bill.decimalRange'),
          }),
    });
    return undefined;
  }

  instant(
    value: string | undefined,
    column: string,
    row: number,
  ): string | undefined {
    if (value === undefined) {
      return undefined;
    }
    const instant = this.#instants.read(value);
    if (instant === undefined) {
      this.#problems.add({
        severity: 'error',
        rule: 'date-time',
        message: words.describe('cost.bill.dateTime'),
        value,
        column,
        row,
      });
    }
    return instant;
  }

  currency(
    value: string | undefined,
    column: string,
    row: number,
  ): string | undefined {
    if (value === undefined || CURRENCIES.has(value)) {
      return value;
    }
    this.#problems.add({
      severity: 'error',
      rule: 'currency',
      message: words.describe('cost.bill.currency'),
      value,
      column,
      row,
    });
    return undefined;
  }

  /** A text that is short enough for an index. That it is text, its file made sure. */
  text(
    value: string | undefined,
    column: string,
    row: number,
  ): string | undefined {
    if (value === undefined) {
      return undefined;
    }
    // No character has more than three bytes for each unit of its length.
    if (
      value.length * 3 > MAX_TEXT_BYTES &&
      Buffer.byteLength(value) > MAX_TEXT_BYTES
    ) {
      this.#problems.add({
        severity: 'error',
        rule: 'value-too-long',
        message: words.describe('cost.bill.valueTooLong', {
          maxBytes: MAX_TEXT_BYTES,
        }),
        value,
        column,
        row,
      });
      return undefined;
    }
    return value;
  }

  /** The time of a charge: its end is after its start, and not too many days later. */
  chargePeriod(start: string, end: string, row: number): boolean {
    if (start < end) {
      return this.#chargeLength(start, end, row);
    }
    this.#problems.add({
      severity: 'error',
      rule: 'charge-period-order',
      column: 'ChargePeriodEnd',
      message: words.describe('cost.bill.chargePeriodOrder'),
      row,
      value: words.describe('cost.bill.period', { from: start, to: end }),
    });
    return false;
  }

  #chargeLength(start: string, end: string, row: number): boolean {
    const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4));
    if (years <= MAX_CHARGE_YEARS) {
      return true;
    }
    this.#problems.add({
      severity: 'error',
      rule: 'charge-period-length',
      column: 'ChargePeriodEnd',
      message: words.describe('cost.bill.chargePeriodLength', {
        years: MAX_CHARGE_YEARS,
      }),
      row,
      value: words.describe('cost.bill.period', { from: start, to: end }),
    });
    return false;
  }
}
