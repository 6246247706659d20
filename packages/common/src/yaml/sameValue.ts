import { isRecord } from '../isRecord';

/** Whether two values are the same JSON; a key without a value is not there. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return (
      a.length === b.length &&
      a.every((item, index) => isSameValue(item, b[index]))
    );
  }
  if (isRecord(a) && isRecord(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every(key => isSameValue(a[key], b[key]));
  }
  return Object.is(a, b);
}
