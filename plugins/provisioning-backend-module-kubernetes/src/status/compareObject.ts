import type { JsonValue } from '@backstage/types';

/** Which fields of a manifest an object does not have, for people. */
export function compareObject(
  wanted: JsonValue | undefined,
  actual: JsonValue | undefined,
  path = '',
): string[] {
  if (isObject(wanted)) {
    if (!isObject(actual)) {
      return [`${path} is missing`];
    }
    return Object.entries(wanted).flatMap(([key, value]) =>
      compareObject(value, actual[key], path ? `${path}.${key}` : key),
    );
  }
  if (Array.isArray(wanted)) {
    if (!Array.isArray(actual) || actual.length !== wanted.length) {
      return [`${path} has other items`];
    }
    return wanted.flatMap((value, index) =>
      compareObject(value, actual[index], `${path}.${index}`),
    );
  }
  return wanted === actual
    ? []
    : [`${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`];
}

function isObject(
  value: JsonValue | undefined,
): value is Record<string, JsonValue> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
