const UNSTORABLE = /\0|\p{Surrogate}/gu;

/** As JSON writes them; a backslash in the text is written as two. */
const ESCAPED_UNSTORABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/**
 * A value as JSON that PostgreSQL stores: without NUL and broken surrogates,
 * one of which in one description would fail the index of its type.
 */
export function cleanJson(value: unknown): string {
  const json = JSON.stringify(value);
  return ESCAPED_UNSTORABLE.test(json)
    ? JSON.stringify(withCleanStrings(value))
    : json;
}

function withCleanStrings(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(UNSTORABLE, '');
  }
  if (Array.isArray(value)) {
    return value.map(withCleanStrings);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key.replace(UNSTORABLE, ''),
        withCleanStrings(member),
      ]),
    );
  }
  return value;
}
