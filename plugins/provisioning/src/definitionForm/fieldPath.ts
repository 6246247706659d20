import { isRecord } from '@atrium/common';

/** Where a field stands, such as `['spec', 'plans', 0, 'name']`. */
export type FieldPath = readonly (string | number)[];

/** What is at a path; nothing where it leads nowhere. */
export function getField(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((found, key) => {
    if (Array.isArray(found)) {
      return found[Number(key)];
    }
    return isRecord(found) ? found[key] : undefined;
  }, value);
}

/**
 * The same with something else at a path. Undefined leaves the field out, and
 * with it what would be empty then.
 */
export function setField(
  value: unknown,
  [key, ...rest]: FieldPath,
  field: unknown,
): unknown {
  if (key === undefined) {
    return field;
  }
  const changed = setField(getField(value, [key]), rest, field);
  if (Array.isArray(value)) {
    return changed === undefined
      ? value.filter((_, index) => index !== key)
      : value.with(Number(key), changed);
  }
  const { [key]: _, ...others } = isRecord(value) ? value : {};
  if (changed === undefined) {
    return Object.keys(others).length === 0 ? undefined : others;
  }
  // Keeps its place among the others.
  return { ...(isRecord(value) ? value : {}), [key]: changed };
}

/** As problems of files write it: `spec.plans[0].name`. */
export function writePath(path: FieldPath): string {
  return path.reduce<string>((written, key) => {
    if (typeof key === 'number') {
      return `${written}[${key}]`;
    }
    return written ? `${written}.${key}` : key;
  }, '');
}
