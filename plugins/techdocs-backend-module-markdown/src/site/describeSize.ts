import type { MessageDescriptor } from '@atrium/common';
import { words } from '../markdown/docsWords';

const UNITS = [
  'docs.size.bytes',
  'docs.size.kB',
  'docs.size.MB',
  'docs.size.GB',
] as const;

/** A number of bytes as people say it, such as `1.4 MB`. */
export function describeSize(bytes: number): MessageDescriptor {
  let value = bytes;
  let unit = 0;
  // 999,950 would be rounded to 1,000 kB.
  while (value >= 999.95 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return words.describe(UNITS[unit], { size: Number(value.toFixed(1)) });
}
