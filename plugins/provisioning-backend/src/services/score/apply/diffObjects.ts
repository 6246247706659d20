import type { ScoreFieldChange } from '@atrium/plugin-provisioning-common';
import type { JsonObject, JsonValue } from '@backstage/types';

/** What the cluster alone writes. */
const SERVER_FIELDS = new Set([
  'status',
  'metadata.creationTimestamp',
  'metadata.generation',
  'metadata.managedFields',
  'metadata.resourceVersion',
  'metadata.uid',
]);
/** What tells the items of a list apart, the first that all of them have. */
const ITEM_KEYS = ['name', 'mountPath', 'key', 'port'];

/** The fields in which an object would be another one, in order. */
export function diffObjects(
  before: JsonObject,
  after: JsonObject,
): ScoreFieldChange[] {
  const old = new Map(listLeaves(before));
  const next = new Map(listLeaves(after));
  return [...new Set([...old.keys(), ...next.keys()])]
    .filter(path => old.get(path) !== next.get(path))
    .map(path => ({ path, before: old.get(path), after: next.get(path) }));
}

function listLeaves(value: JsonValue, path = ''): [string, string][] {
  if (SERVER_FIELDS.has(path)) {
    return [];
  }
  if (Array.isArray(value) && value.length > 0) {
    return keyItems(value).flatMap(([key, item]) =>
      listLeaves(item, `${path}[${key}]`),
    );
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, field]) =>
      listLeaves(field ?? null, joinPath(path, key)),
    );
  }
  return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
}

function joinPath(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) {
    return `${path}[${key}]`;
  }
  return path ? `${path}.${key}` : key;
}

function keyItems(items: JsonValue[]): [string, JsonValue][] {
  const key = ITEM_KEYS.find(
    name =>
      new Set(items.map(item => (isObject(item) ? item[name] : undefined)))
        .size === items.length &&
      items.every(item => isObject(item) && item[name] !== undefined),
  );
  return items.map((item, index) => [
    key && isObject(item) ? String(item[key]) : String(index),
    item,
  ]);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
