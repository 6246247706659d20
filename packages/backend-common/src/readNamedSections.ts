import { type Config, ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * The sections of a map in the configuration, by their names, in the order of
 * the configuration; none where the map is not there.
 *
 * @remarks For maps whose names others choose, such as clusters and the subjects
 * of tokens. The config API takes a dot for a path and refuses a slash, so the
 * map is read as a whole.
 *
 * @param key - The whole key of the map, which errors name.
 */
export function readNamedSections(
  root: Config,
  key: string,
): [string, Config][] {
  const map = root.getOptional(key);
  if (map === undefined) {
    return [];
  }
  if (!isObject(map)) {
    throw new InputError(`'${key}' must map names to sections`);
  }
  return Object.entries(map).map(([name, section]) => {
    const path = `${key}.${name}`;
    if (!isObject(section)) {
      throw new InputError(`'${path}' must be a section with keys of its own`);
    }
    return [name, new ConfigReader(section, 'configuration', undefined, path)];
  });
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
