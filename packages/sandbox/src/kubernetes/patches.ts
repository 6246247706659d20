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
  const root: JsonObject = { '': structuredClone(target) };
  for (const operation of patch) {
    if (!isObject(operation) || typeof operation.path !== 'string') {
      throw badRequest('an operation of a JSON patch names a path');
    }
    const { op, path, from, value } = operation;
    switch (op) {
      case 'test':
        if (JSON.stringify(readAt(root, path)) !== JSON.stringify(value)) {
          throw invalidPatch(`testing value ${path} failed`);
        }
        break;
      case 'remove':
        writeAt(root, path, undefined);
        break;
      case 'add':
        writeAt(root, path, { value: value ?? null, isInserted: true });
        break;
      case 'replace':
        readAt(root, path);
        writeAt(root, path, { value: value ?? null });
        break;
      case 'move':
      case 'copy': {
        const moved = readAt(root, String(from)) ?? null;
        if (op === 'move') {
          writeAt(root, String(from), undefined);
        }
        writeAt(root, path, {
          value: structuredClone(moved),
          isInserted: true,
        });
        break;
      }
      default:
        throw badRequest(`unknown operation '${String(op)}' of a JSON patch`);
    }
  }
  const result = root[''];
  if (!isObject(result)) {
    throw badRequest('a JSON patch has to leave an object');
  }
  return result;
}

function splitPointer(path: string): { parents: string[]; last: string } {
  const parts = path
    .split('/')
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return { parents: parts.slice(0, -1), last: parts[parts.length - 1] };
}

function readChild(value: Json | undefined, part: string): Json | undefined {
  if (Array.isArray(value)) {
    return value[Number(part)];
  }
  return isObject(value) && Object.hasOwn(value, part)
    ? value[part]
    : undefined;
}

function findParent(root: JsonObject, path: string): JsonObject | Json[] {
  let value: Json | undefined = root;
  for (const part of splitPointer(path).parents) {
    value = readChild(value, part);
  }
  if (!isObject(value) && !Array.isArray(value)) {
    throw invalidPatch(`the path ${path} does not exist`);
  }
  return value;
}

function readAt(root: JsonObject, path: string): Json | undefined {
  const parent = findParent(root, path);
  const value = readChild(parent, splitPointer(path).last);
  if (value === undefined) {
    throw invalidPatch(`the path ${path} does not exist`);
  }
  return value;
}

/** Without a change the value is removed. */
function writeAt(
  root: JsonObject,
  path: string,
  change: { value: Json; isInserted?: boolean } | undefined,
) {
  const parent = findParent(root, path);
  const { last } = splitPointer(path);
  if (!change) {
    readAt(root, path);
  }
  if (!Array.isArray(parent)) {
    if (change) {
      parent[last] = change.value;
    } else {
      delete parent[last];
    }
    return;
  }
  const index = last === '-' ? parent.length : Number(last);
  if (!Number.isInteger(index) || index < 0 || index > parent.length) {
    throw invalidPatch(`the path ${path} does not exist`);
  }
  const removed = change?.isInserted ? 0 : 1;
  parent.splice(index, removed, ...(change ? [change.value] : []));
}
