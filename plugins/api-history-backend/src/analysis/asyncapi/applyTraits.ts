import { listOf, valueOf } from '@atrium/api-definitions';
import { isPlainMap, type PlainData, type PlainMap } from '@atrium/common/yaml';

/**
 * A message with what its traits say.
 *
 * @param options - `resolve` follows references to traits. In version 2 a trait
 *   overrides the message, since version 3 the message overrides its traits
 */
export function applyTraits(
  message: PlainMap,
  options: {
    isVersion2: boolean;
    resolve(trait: PlainData): PlainData | undefined;
  },
): PlainMap {
  const traits = listOf(message, 'traits')
    .map(trait => options.resolve(trait))
    .filter(isPlainMap);
  const layers = options.isVersion2
    ? [message, ...traits]
    : [...traits, message];
  return layers.reduce(mergePatch);
}

/** JSON Merge Patch, as the specification asks for: null takes a value away. */
function mergePatch(target: PlainMap, patch: PlainMap): PlainMap {
  const merged = new Map(Object.entries(target));
  for (const [key, value] of Object.entries(patch)) {
    const known = valueOf(target, key);
    if (value === null) {
      merged.delete(key);
    } else if (isPlainMap(known) && isPlainMap(value)) {
      merged.set(key, mergePatch(known, value));
    } else {
      merged.set(key, value);
    }
  }
  return Object.fromEntries(merged);
}
