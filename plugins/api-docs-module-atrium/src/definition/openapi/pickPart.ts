import { parsePointer, valueAt } from '@atrium/api-definitions';
import { isRecord } from '@atrium/common';
import { t } from '../../translation';
import type { JsonObject } from '../JsonObject';
import type { OpenApiOperation } from './readOpenApiDocument';

/**
 * How many referenced parts are shown with an operation, and how many steps away.
 * Schemas of large APIs refer to each other until nearly all of them are reached,
 * and Swagger UI works for a second on a few dozen that are nested.
 */
const MAX_PARTS = 40;
const MAX_STEPS = 3;

/** A definition that holds one operation and what it refers to. */
export function pickOperation(
  spec: JsonObject,
  { method, path }: OpenApiOperation,
): JsonObject {
  for (const section of ['paths', 'webhooks']) {
    const item = valueAt(spec, [section, path]);
    if (isRecord(item) && item[method] !== undefined) {
      const { parameters, servers, summary, description } = item;
      const picked = { parameters, servers, summary, description };
      return pick(spec, {
        [section]: { [path]: { ...picked, [method]: item[method] } },
      });
    }
  }
  return pick(spec, {});
}

/** A definition that holds one named schema and what it refers to. */
export function pickSchema(spec: JsonObject, name: string): JsonObject {
  const section = isRecord(spec.components)
    ? ['components', 'schemas']
    : ['definitions'];
  const part: JsonObject = {};
  putAt(part, [...section, name], valueAt(spec, [...section, name]));
  return pick(spec, part);
}

/** The part, what it refers to, and what concerns the API as a whole. */
function pick(spec: JsonObject, part: JsonObject): JsonObject {
  const { webhooks, components, definitions, tags, ...general } = spec;
  const picked: JsonObject = { ...general, paths: {}, ...part };
  const schemes = valueAt(spec, ['components', 'securitySchemes']);
  if (schemes !== undefined) {
    putAt(picked, ['components', 'securitySchemes'], schemes);
  }
  const seen = new Set<string>();
  // Breadth first, so that what is nearest to the part is what is shown.
  let pending = referencesIn(part);
  for (let step = 1; pending.length > 0; step += 1) {
    const next: string[] = [];
    for (const reference of pending) {
      if (!seen.has(reference)) {
        seen.add(reference);
        const isShown = step <= MAX_STEPS && seen.size <= MAX_PARTS;
        next.push(...addReferenced({ spec, picked, reference, isShown }));
      }
    }
    pending = next;
  }
  return picked;
}

interface AddReferencedOptions {
  spec: JsonObject;
  picked: JsonObject;
  reference: string;
  isShown: boolean;
}

/** Adds what a reference points to, and says what that refers to in turn. */
function addReferenced(options: AddReferencedOptions): string[] {
  const { spec, picked, reference, isShown } = options;
  const pointer = parsePointer(reference);
  // A whole component, also when the reference points into one.
  const target = pointer.slice(0, pointer[0] === 'components' ? 3 : 2);
  const value = valueAt(spec, target);
  if (value === undefined || valueAt(picked, target) !== undefined) {
    return [];
  }
  if (!isShown) {
    const name = target[target.length - 1];
    putAt(picked, target, {
      title: name,
      description: t('pickPart.chooseInTheList', { schema: name }),
    });
    return [];
  }
  putAt(picked, target, value);
  return referencesIn(value);
}

function referencesIn(value: unknown): string[] {
  const references: string[] = [];
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) {
      waiting.push(...next.filter(item => item !== undefined));
    } else if (isRecord(next)) {
      if (typeof next.$ref === 'string' && next.$ref.startsWith('#/')) {
        references.push(next.$ref);
      }
      waiting.push(...Object.values(next).filter(item => item !== undefined));
    }
  }
  return references;
}

/** Containers on the way are made anew, so that nothing shared is changed. */
function putAt(root: JsonObject, path: string[], value: unknown): void {
  let container = root;
  for (const key of path.slice(0, -1)) {
    const inner = container[key];
    const copy = isRecord(inner) ? { ...inner } : {};
    container[key] = copy;
    container = copy;
  }
  container[path[path.length - 1]] = value;
}
