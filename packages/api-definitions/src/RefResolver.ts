import type { PlainData } from '@atrium/common/yaml';
import { parsePointer, valueAt } from './jsonPointer';

const MAX_STEPS = 50;

/** Where a chain of references ends. */
export interface Resolved<T = PlainData | undefined> {
  value: T | PlainData | undefined;
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
  readonly #root: PlainData;
  readonly #known = new Map<string, PlainData | undefined>();

  constructor(root: PlainData) {
    this.#root = root;
  }

  resolve<T>(value: T): Resolved<T> {
    let current: T | PlainData | undefined = value;
    let name: string | undefined;
    for (let step = 0; step < MAX_STEPS; step++) {
      const ref = refOf(current);
      if (ref === undefined) {
        return { value: current, name };
      }
      if (!ref.startsWith('#')) {
        return { value: undefined, name, externalRef: ref };
      }
      name = parsePointer(ref).at(-1);
      current = this.#lookUp(ref);
    }
    // References in a circle describe nothing.
    return { value: undefined, name };
  }

  #lookUp(ref: string): PlainData | undefined {
    if (!this.#known.has(ref)) {
      this.#known.set(ref, valueAt(this.#root, parsePointer(ref)));
    }
    return this.#known.get(ref);
  }
}

function refOf(value: unknown): string | undefined {
  const ref = Array.isArray(value) ? undefined : valueAt(value, ['$ref']);
  return typeof ref === 'string' ? ref : undefined;
}
