import { words } from '../../costWords';
import { UnreadableFile } from './UnreadableFile';

const DELIMITER = ',';
const QUOTE = '"';
const MAX_RECORD_CHARACTERS = 1_000_000;

/**
 * Takes CSV (RFC 4180) apart, piece by piece: a file is cut anywhere, also within
 * a quoted value.
 *
 * @remarks
 * `csv-parse` looks at every byte by itself, and takes six times as long: reading
 * would be slower than writing to the database. A property test compares both. Lines end by `\n` or
 * `\r\n`, and empty ones are passed over.
 */
export class CsvTokenizer {
  /** What is left of the piece before: the beginning of a record. */
  #rest = '';
  #recordCount = 0;
  /** The next quote of the text that is read, -1 for none, once it was looked for. */
  #quote: number | undefined;

  /** How many records were read. */
  get recordCount(): number {
    return this.#recordCount;
  }

  /** The records that end in this piece. */
  push(piece: string): string[][] {
    return this.#read(this.#rest + piece, false);
  }

  /** The last record, where no line end follows it. */
  finish(): string[][] {
    return this.#read(this.#rest, true);
  }

  #read(text: string, isLast: boolean): string[][] {
    const records: string[][] = [];
    this.#quote = undefined;
    let start = 0;
    while (start < text.length) {
      const record = this.#readRecord(text, start, isLast);
      if (!record) {
        break;
      }
      start = record.end;
      // An empty line is no record.
      if (record.values.length > 1 || record.values[0] !== '') {
        this.#recordCount += 1;
        records.push(record.values);
      }
    }
    this.#rest = text.slice(start);
    if (this.#rest.length > MAX_RECORD_CHARACTERS) {
      throw new UnreadableFile({
        rule: 'line-too-long',
        row: this.#recordCount,
        message: words.describe('cost.bill.lineTooLong', {
          max: MAX_RECORD_CHARACTERS,
        }),
      });
    }
    return records;
  }

  /** The record that begins at a place; undefined when it does not end here. */
  #readRecord(text: string, start: number, isLast: boolean) {
    let values: string[] = [];
    let at = start;
    for (;;) {
      const lineEnd = text.indexOf('\n', at);
      const quote = this.#findQuote(text, at);
      if (quote < 0 || (lineEnd >= 0 && lineEnd < quote)) {
        if (lineEnd < 0 && !isLast) {
          return undefined;
        }
        const end = lineEnd < 0 ? text.length : lineEnd;
        const stop = end > at && text[end - 1] === '\r' ? end - 1 : end;
        return {
          values: append(values, text.slice(at, stop).split(DELIMITER)),
          end: end + 1,
        };
      }
      if (quote > at) {
        const before = text.slice(at, quote).split(DELIMITER);
        if (before.pop() !== '') {
          throw this.#badQuotes();
        }
        values = append(values, before);
      }
      const close = findClose(text, quote + 1);
      // What follows a quote at the very end says whether it closes.
      if (close < 0 || (close >= text.length - 2 && !isLast)) {
        if (isLast) {
          throw this.#badQuotes();
        }
        return undefined;
      }
      const value = text.slice(quote + 1, close);
      values.push(
        value.includes(QUOTE) ? value.replaceAll('""', QUOTE) : value,
      );
      at = close + 1;
      if (text[at] === '\r') {
        at += 1;
      }
      if (at >= text.length || text[at] === '\n') {
        return { values, end: at + 1 };
      }
      if (text[at] !== DELIMITER) {
        throw this.#badQuotes();
      }
      at += 1;
    }
  }

  /** The next quote, looked for once also where many rows have none. */
  #findQuote(text: string, from: number): number {
    if (this.#quote === undefined || (this.#quote >= 0 && this.#quote < from)) {
      this.#quote = text.indexOf(QUOTE, from);
    }
    return this.#quote;
  }

  #badQuotes(): UnreadableFile {
    return new UnreadableFile({
      rule: 'csv-quotes',
      row: this.#recordCount,
      message: words.describe('cost.bill.csvQuotes'),
    });
  }
}

/** Most rows have a quoted value at their end only: what is before need not be copied. */
function append(values: string[], more: string[]): string[] {
  if (values.length === 0) {
    return more;
  }
  values.push(...more);
  return values;
}

function findClose(text: string, from: number): number {
  let close = text.indexOf(QUOTE, from);
  while (close >= 0 && text[close + 1] === QUOTE) {
    close = text.indexOf(QUOTE, close + 2);
  }
  return close;
}
