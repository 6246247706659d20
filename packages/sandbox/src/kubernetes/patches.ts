import jsonPatch from 'fast-json-patch';
import type { Operation } from 'fast-json-patch';
import { isObject, mergeKeyOf } from './mergeKeys.ts';
import type { Json, JsonObject } from './mergeKeys.ts';
import { badRequest, invalidPatch } from './statusErrors.ts';

/** By RFC 7386: null removes, objects merge, everything else replaces. */
export function applyMergePatch(
  target: Json | undefined,
  patch: JsonObject,
): JsonObject {
  const result: JsonObject = isObject(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null || value === undefined) {
      delete result[field];
    } else {
      result[field] = isObject(value)
        ? applyMergePatch(result[field], value)
        : value;
    }
  }
  return result;
}

/**
 * Like a merge patch, but lists whose items have a key are merged by it, and
 * directives remove: `$patch` and `$deleteFromPrimitiveList/<field>`.
 */
export function applyStrategicPatch(
  target: Json | undefined,
  patch: JsonObject,
): JsonObject {
  const { $patch: directive, ...fields } = patch;
  const result: JsonObject =
    isObject(target) && directive !== 'replace' ? { ...target } : {};
  for (const [field, value] of Object.entries(fields)) {
    const [, listToCut] = /^\$deleteFromPrimitiveList\/(.+)$/.exec(field) ?? [];
    if (listToCut && Array.isArray(value)) {
      const present = result[listToCut];
      result[listToCut] = Array.isArray(present)
        ? present.filter(item => !value.includes(item))
        : [];
    } else if (field.startsWith('$')) {
      // The order of a list and what is retained follow from the merge itself.
    } else if (value === null || value === undefined) {
      delete result[field];
    } else if (isObject(value)) {
      result[field] = applyStrategicPatch(result[field], value);
    } else if (Array.isArray(value)) {
      result[field] = mergeList(field, result[field], value);
    } else {
      result[field] = value;
    }
  }
  return result;
}

function mergeList(field: string, target: Json | undefined, patch: Json[]) {
  const key = mergeKeyOf(field, patch);
  const present = Array.isArray(target) ? target : [];
  if (!key) {
    return patch;
  }
  const result = [...present];
  for (const item of patch.filter(isObject)) {
    const index = result.findIndex(
      other => isObject(other) && other[key] === item[key],
    );
    if (item.$patch === 'delete') {
      result.splice(index, index < 0 ? 0 : 1);
    } else if (index < 0) {
      result.push(applyStrategicPatch({}, item));
    } else {
      result[index] = applyStrategicPatch(result[index], item);
    }
  }
  return result;
}

/** By RFC 6902. */
export function applyJsonPatch(target: JsonObject, patch: Json): JsonObject {
  if (!Array.isArray(patch)) {
    throw badRequest('a JSON patch is a list of operations');
  }
  try {
    const operations: Operation[] = JSON.parse(JSON.stringify(patch));
    return jsonPatch.applyPatch(target, operations, true, false).newDocument;
  } catch (error) {
    const { name } = error instanceof Error ? error : { name: String(error) };
    throw invalidPatch(`the JSON patch cannot be applied: ${name}`);
  }
}
