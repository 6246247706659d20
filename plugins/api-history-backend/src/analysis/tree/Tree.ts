/** A value of JSON or YAML. */
export type Tree = null | boolean | number | string | Tree[] | TreeMap;

/** A map of JSON or YAML; its keys are whatever a repository chose. */
export interface TreeMap {
  [key: string]: Tree;
}

/** Whether a value is a map. */
export function isTreeMap(value: Tree | undefined): value is TreeMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A value of a map by its key.
 *
 * @remarks Only keys that the map itself has: a plain access would find
 * `constructor` in every map.
 */
export function valueOf(map: Tree | undefined, key: string): Tree | undefined {
  return isTreeMap(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The map under a key, or an empty one. */
export function mapOf(map: Tree | undefined, key: string): TreeMap {
  const value = valueOf(map, key);
  return isTreeMap(value) ? value : {};
}

/** The list under a key, or an empty one. */
export function listOf(map: Tree | undefined, key: string): Tree[] {
  const value = valueOf(map, key);
  return Array.isArray(value) ? value : [];
}

/** The text under a key. */
export function textOf(map: Tree | undefined, key: string): string | undefined {
  const value = valueOf(map, key);
  return typeof value === 'string' ? value : undefined;
}
