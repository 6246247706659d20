import type { PlainData } from '@atrium/common/yaml';

const MAX_LENGTH = 200;

/** A value as people write it, cut to a length that fits into a table. */
export function describeValue(value: PlainData): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return shorten(text);
}

/** Several values in a row, cut to a length that fits into a table. */
export function describeValues(values: Iterable<PlainData>): string {
  return shorten(
    [...values].slice(0, MAX_LENGTH).map(describeValue).join(', '),
  );
}

/** Cuts a text, by default to a length that fits into a table. */
export function shorten(text: string, maxLength = MAX_LENGTH): string {
  if (text.length <= maxLength) {
    return text;
  }
  const beginning = text.slice(0, maxLength - 1).replace(/\p{Surrogate}$/u, '');
  // A copy: what was only cut off would keep the whole text in memory.
  return `${Buffer.from(beginning).toString()}…`;
}

/** Values that are written as JSON, as people write them. */
export function describeJsonValues(values: Iterable<string>): string {
  return describeValues([...values].map(value => JSON.parse(value)));
}
