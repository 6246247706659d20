import { isPlainMap, type PlainData, type PlainMap } from '@atrium/common/yaml';

/**
 * A value of a map by its key.
 *
 * @remarks Only keys that the map itself has: a plain access would find
 * `constructor` in every map.
 */
export function valueOf(
  map: PlainData | undefined,
  key: string,
): PlainData | undefined {
  return isPlainMap(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The map under a key, or an empty one. */
export function mapOf(map: PlainData | undefined, key: string): PlainMap {
  const value = valueOf(map, key);
  return isPlainMap(value) ? value : {};
}

/** The list under a key, or an empty one. */
export function listOf(map: PlainData | undefined, key: string): PlainData[] {
  const value = valueOf(map, key);
  return Array.isArray(value) ? value : [];
}

/** The text under a key. */
export function textOf(
  map: PlainData | undefined,
  key: string,
): string | undefined {
  const value = valueOf(map, key);
  return typeof value === 'string' ? value : undefined;
}
