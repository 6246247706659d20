import { createHash } from 'node:crypto';

/**
 * The SHA-256 of a value that JSON can hold, in hex. The order of keys does not
 * count, and what is undefined is as if it were not there.
 */
export function hashJson(value: unknown): string {
  return createHash('sha256').update(toCanonicalJson(value)).digest('hex');
}

function toCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(item => toCanonicalJson(item ?? null)).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .toSorted(([one], [other]) => Number(one > other) - Number(one < other))
      .map(([key, item]) => `${JSON.stringify(key)}:${toCanonicalJson(item)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value);
}
