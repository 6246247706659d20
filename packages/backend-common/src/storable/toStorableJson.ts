import { toStorableText } from './toStorableText';

/** An escape counts only when no backslash before it takes it apart. */
const NOT_STORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/**
 * Whether PostgreSQL can keep a JSON text: `JSON.stringify` escapes what it
 * cannot, which is NUL and half of a surrogate pair.
 */
export function isStorableJson(json: string): boolean {
  // Almost no text has an escape at all, and that is found out much faster.
  return !json.includes('\\u') || !NOT_STORABLE.test(json);
}

/**
 * A value as JSON that PostgreSQL can keep, in its keys as well. One text that
 * it refuses would otherwise stop all that is written together with it.
 */
export function toStorableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return isStorableJson(json)
    ? json
    : JSON.stringify(withStorableTexts(JSON.parse(json)));
}

function withStorableTexts(value: unknown): unknown {
  if (typeof value === 'string') {
    return toStorableText(value);
  }
  if (Array.isArray(value)) {
    return value.map(withStorableTexts);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        toStorableText(key),
        withStorableTexts(member),
      ]),
    );
  }
  return value;
}
