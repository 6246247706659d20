import { z } from 'zod';
import { isObject, mergeKeyOf } from './mergeKeys.ts';
import type { Json, JsonObject } from './mergeKeys.ts';
import { applyStrategicPatch } from './patches.ts';
import { applyConflict, badRequest } from './statusErrors.ts';

/** Who wrote which fields of an object. */
export interface FieldManager {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  time: string;
  /** Paths of the fields, each as `FieldsV1` writes its steps. */
  fields: string[][];
}

type Writer = Omit<FieldManager, 'fields'>;

/** Fields that say which object it is, and belong to nobody. */
const identity = new Set(['apiVersion', 'kind', 'name', 'namespace']);

/** The paths of all values in an object, apart from those that identify it. */
export function listFields(object: JsonObject): string[][] {
  return Object.entries(object).flatMap(([field, value]) => {
    if (field === 'metadata' && isObject(value)) {
      const { managedFields: _, ...metadata } = value;
      return walk(metadata, ['f:metadata']).filter(
        path => path.length !== 2 || !identity.has(path[1].slice(2)),
      );
    }
    return identity.has(field) ? [] : walk(value, [`f:${field}`]);
  });
}

function walk(value: Json | undefined, path: string[]): string[][] {
  if (isObject(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([field, inner]) =>
      walk(inner, [...path, `f:${field}`]),
    );
  }
  if (Array.isArray(value)) {
    const key = mergeKeyOf(path[path.length - 1].slice(2), value);
    if (key) {
      return value
        .filter(isObject)
        .flatMap(item =>
          walk(item, [...path, `k:${JSON.stringify({ [key]: item[key] })}`]),
        );
    }
  }
  return [path];
}

function readPath(object: Json | undefined, path: string[]): Json | undefined {
  let value = object;
  for (const step of path) {
    if (step.startsWith('k:')) {
      value = findItem(value, step);
    } else {
      value = isObject(value) ? value[step.slice(2)] : undefined;
    }
  }
  return value;
}

function findItem(list: Json | undefined, step: string): Json | undefined {
  const [[key, wanted]] = Object.entries(JSON.parse(step.slice(2)));
  return Array.isArray(list)
    ? list.find(item => isObject(item) && item[key] === wanted)
    : undefined;
}

/** Removes a value, and what is empty without it. */
function removePath(object: JsonObject, path: string[]): void {
  const parent = readPath(object, path.slice(0, -1));
  const step = path[path.length - 1];
  if (Array.isArray(parent)) {
    const item = findItem(parent, step);
    parent.splice(0, parent.length, ...parent.filter(each => each !== item));
  } else if (isObject(parent)) {
    delete parent[step.slice(2)];
  }
  const isEmpty =
    (Array.isArray(parent) && parent.length === 0) ||
    (isObject(parent) && Object.keys(parent).length === 0);
  if (isEmpty && path.length > 2) {
    removePath(object, path.slice(0, -1));
  }
}

/**
 * Applies what a manager wants an object to be, as server-side apply does.
 *
 * @throws StatusError with code 409 when others wrote other values, unless
 * `force` takes the fields from them.
 */
export function applyFields(
  current: { object: JsonObject; managers: FieldManager[] },
  wanted: JsonObject,
  options: { writer: Writer; force: boolean },
): { object: JsonObject; managers: FieldManager[] } {
  const { writer, force } = options;
  const fields = listFields(wanted);
  const names = new Set(fields.map(nameOf));
  const isWriter = (other: FieldManager) =>
    other.manager === writer.manager && other.operation === 'Apply';
  const others = current.managers.filter(other => !isWriter(other));
  const isChanged = (path: string[]) =>
    JSON.stringify(readPath(current.object, path)) !==
    JSON.stringify(readPath(wanted, path));
  const conflicts = others.flatMap(other =>
    other.fields
      .filter(path => names.has(nameOf(path)) && isChanged(path))
      .map(path => ({ other, path })),
  );
  if (conflicts.length > 0 && !force) {
    throw applyConflict(
      conflicts.map(({ other, path }) => ({
        manager: other.manager,
        apiVersion: other.apiVersion,
        field: describePath(path),
      })),
    );
  }
  const taken = new Set(conflicts.map(({ path }) => nameOf(path)));
  const kept = others.map(other => withoutFields(other, taken));
  const object = applyStrategicPatch(current.object, wanted);
  const stillOwned = new Set([
    ...names,
    ...kept.flatMap(other => other.fields.map(nameOf)),
  ]);
  const result = structuredClone(object);
  for (const path of current.managers.find(isWriter)?.fields ?? []) {
    if (!stillOwned.has(nameOf(path))) {
      removePath(result, path);
    }
  }
  return {
    object: result,
    managers: withFields(kept, [{ ...writer, fields }]),
  };
}

/** Notes who changed an object other than by server-side apply. */
export function noteUpdate(
  managers: FieldManager[],
  change: { before: JsonObject; after: JsonObject },
  writer: Writer,
): FieldManager[] {
  const { before, after } = change;
  const fields = listFields(after).filter(
    path =>
      JSON.stringify(readPath(before, path)) !==
      JSON.stringify(readPath(after, path)),
  );
  const gone = listFields(before).filter(
    path => readPath(after, path) === undefined,
  );
  if (fields.length + gone.length === 0) {
    return managers;
  }
  const changed = new Set([...fields, ...gone].map(nameOf));
  const own = managers.find(
    ({ manager, operation }) =>
      manager === writer.manager && operation === writer.operation,
  );
  return withFields(
    managers
      .filter(other => other !== own)
      .map(other => withoutFields(other, changed)),
    [
      {
        ...writer,
        fields: [...(own ? withoutFields(own, changed).fields : []), ...fields],
      },
    ],
  );
}

/** As `metadata.managedFields` has them. */
export function toManagedFields(managers: FieldManager[]): Json {
  return managers.map(({ fields, ...manager }) => ({
    ...manager,
    fieldsType: 'FieldsV1',
    fieldsV1: toTree(fields),
  }));
}

const managedFieldsSchema = z.array(
  z.object({
    manager: z.string(),
    operation: z.enum(['Apply', 'Update']),
    apiVersion: z.string(),
    time: z.string(),
    fieldsV1: z.custom<JsonObject>(isObject),
  }),
);

/** Of `metadata.managedFields`, which clients may rewrite. */
export function readManagedFields(managedFields: unknown): FieldManager[] {
  const { data } = managedFieldsSchema.safeParse(managedFields);
  if (!data) {
    throw badRequest('metadata.managedFields are not valid');
  }
  return data.map(({ fieldsV1, ...manager }) => ({
    ...manager,
    fields: listLeaves(fieldsV1),
  }));
}

function listLeaves(tree: JsonObject, path: string[] = []): string[][] {
  const steps = Object.entries(tree).filter(([step]) => step !== '.');
  return steps.length === 0
    ? [path]
    : steps.flatMap(([step, node]) =>
        isObject(node) ? listLeaves(node, [...path, step]) : [],
      );
}

function toTree(paths: string[][]): JsonObject {
  const tree: JsonObject = {};
  for (const path of paths) {
    let node = tree;
    for (const step of path) {
      const next = node[step] ?? {};
      node[step] = next;
      node = isObject(next) ? next : {};
    }
  }
  return tree;
}

function withFields(
  managers: FieldManager[],
  more: FieldManager[],
): FieldManager[] {
  return [...managers, ...more].filter(({ fields }) => fields.length > 0);
}

function withoutFields(
  manager: FieldManager,
  names: Set<string>,
): FieldManager {
  return {
    ...manager,
    fields: manager.fields.filter(path => !names.has(nameOf(path))),
  };
}

function nameOf(path: string[]): string {
  return JSON.stringify(path);
}

/** As `kubectl` shows it, such as `.spec.template.spec.containers[name="app"].image`. */
function describePath(path: string[]): string {
  return path
    .map(step => {
      if (!step.startsWith('k:')) {
        return `.${step.slice(2)}`;
      }
      const [[key, value]] = Object.entries(JSON.parse(step.slice(2)));
      return `[${key}=${JSON.stringify(value)}]`;
    })
    .join('');
}
