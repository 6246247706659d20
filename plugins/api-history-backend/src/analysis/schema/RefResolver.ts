import type { Tree } from '../tree/Tree';
import { isTreeMap, textOf } from '../tree/Tree';

const MAX_STEPS = 50;

/** Where a chain of references ends. */
export interface Resolved {
  value: Tree | undefined;
  /** The last name on the way, such as `Refund` of `#/components/schemas/Refund`. */
  name?: string;
  /** Set when the chain leaves the document; nothing outside is ever read. */
  externalRef?: string;
}

/**
 * Follows `$ref` inside one document.
 *
 * @remarks References to files and addresses are not followed: a repository
 * would choose what the portal reads. What a team splits into files it bundles
 * before it publishes.
 */
export class RefResolver {
  readonly #root: Tree;
  readonly #known = new Map<string, Tree | undefined>();

  constructor(root: Tree) {
    this.#root = root;
  }

  resolve(value: Tree | undefined): Resolved {
    let current = value;
    let name: string | undefined;
    for (let step = 0; step < MAX_STEPS; step++) {
      const ref = textOf(current, '$ref');
      if (ref === undefined) {
        return { value: current, name };
      }
      if (!ref.startsWith('#')) {
        return { value: undefined, name, externalRef: ref };
      }
      name = nameOf(ref);
      current = this.#lookUp(ref);
    }
    // References in a circle describe nothing.
    return { value: undefined, name };
  }

  #lookUp(ref: string): Tree | undefined {
    if (!this.#known.has(ref)) {
      this.#known.set(ref, find(this.#root, ref.slice(1)));
    }
    return this.#known.get(ref);
  }
}

function nameOf(ref: string): string | undefined {
  return pointerParts(ref.slice(1)).at(-1);
}

function find(root: Tree, pointer: string): Tree | undefined {
  let current: Tree | undefined = root;
  for (const part of pointerParts(pointer)) {
    if (
      typeof current !== 'object' ||
      current === null ||
      !Object.hasOwn(current, part)
    ) {
      return undefined;
    }
    current = isTreeMap(current) ? current[part] : current[Number(part)];
  }
  return current;
}

function pointerParts(pointer: string): string[] {
  return pointer.split('/').slice(1).map(decodePart);
}

function decodePart(part: string): string {
  const plain = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
