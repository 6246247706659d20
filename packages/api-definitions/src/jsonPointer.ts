import type { PlainData } from '@atrium/common/yaml';

/**
 * The keys of a JSON pointer (RFC 6901), also as the fragment of an address:
 * `#/paths/~1refunds/get`.
 */
export function parsePointer(pointer: string): string[] {
  return pointer.split('/').slice(1).map(parseKey);
}

/** Keys as a JSON pointer, such as `/paths/~1refunds/get`. */
export function formatPointer(keys: readonly string[]): string {
  return keys
    .map(key => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** What stands under keys; only what maps and lists themselves have. */
export function valueAt(
  root: PlainData,
  keys: readonly string[],
): PlainData | undefined;
export function valueAt(root: unknown, keys: readonly string[]): unknown;
export function valueAt(root: unknown, keys: readonly string[]): unknown {
  let value = root;
  for (const key of keys) {
    if (
      typeof value !== 'object' ||
      value === null ||
      !Object.hasOwn(value, key)
    ) {
      return undefined;
    }
    value = Reflect.get(value, key);
  }
  return value;
}

function parseKey(written: string): string {
  let key = written;
  try {
    key = decodeURIComponent(written);
  } catch {
    // Not encoded, and so taken as it is written.
  }
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
