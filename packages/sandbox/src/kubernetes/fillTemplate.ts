import { z } from 'zod';
import { isObject } from './mergeKeys.ts';
import type { Json, JsonObject } from './mergeKeys.ts';
import { readJsonPath } from './readJsonPath.ts';

/** An object of a fixture whose texts may hold JSONPaths in braces. */
export const templateSchema = z.custom<JsonObject>(isObject);

const placeholder = /\{(\.[^{}]+)\}/g;
const wholePlaceholder = /^\{(\.[^{}]+)\}$/;

/**
 * Writes what `{.path}` names in `facts` into a template: as it is where that is
 * all of a text, and as text where it is a part of one.
 */
export function fillTemplate(template: JsonObject, facts: unknown): JsonObject {
  return Object.fromEntries(
    Object.entries(template).map(([field, value]) => [
      fillText(field, facts),
      fillValue(value ?? null, facts),
    ]),
  );
}

function fillValue(value: Json, facts: unknown): Json {
  if (typeof value === 'string') {
    const [, path] = wholePlaceholder.exec(value) ?? [];
    const [found = null] = path === undefined ? [] : readJsonPath(facts, path);
    return path === undefined
      ? fillText(value, facts)
      : JSON.parse(JSON.stringify(found));
  }
  if (Array.isArray(value)) {
    return value.map(item => fillValue(item, facts));
  }
  return isObject(value) ? fillTemplate(value, facts) : value;
}

/** The same for a single text. */
export function fillText(text: string, facts: unknown): string {
  return text.replaceAll(placeholder, (_, path: string) =>
    readJsonPath(facts, path).join(','),
  );
}
