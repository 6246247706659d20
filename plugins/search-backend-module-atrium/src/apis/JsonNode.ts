import { isRecord } from '@atrium/common';
import { RefResolver } from '@atrium/api-definitions/references';
import type { PlainData } from '@atrium/common/yaml';

/**
 * A place in a parsed definition that may hold anything.
 *
 * @remarks
 * References are followed inside the definition only; one to another file or
 * address leads to nothing, and none is ever fetched.
 */
export class JsonNode {
  readonly #value: unknown;
  readonly #resolver: RefResolver;

  private constructor(value: unknown, resolver: RefResolver) {
    this.#resolver = resolver;
    this.#value = resolver.resolve(value).value;
  }

  /** The root of a tree whose references are followed. */
  static ofTree(root: PlainData): JsonNode {
    return new JsonNode(root, new RefResolver(root));
  }

  /** The root of what has no references. */
  static of(root: unknown): JsonNode {
    return new JsonNode(root, new RefResolver(null));
  }

  /** The value itself, to tell whether a place was visited before. */
  get value(): unknown {
    return this.#value;
  }

  get(key: string): JsonNode {
    return this.#child(
      isRecord(this.#value) && Object.hasOwn(this.#value, key)
        ? this.#value[key]
        : undefined,
    );
  }

  entries(): [string, JsonNode][] {
    return isRecord(this.#value)
      ? Object.entries(this.#value).map(([key, value]) => [
          key,
          this.#child(value),
        ])
      : [];
  }

  items(): JsonNode[] {
    return Array.isArray(this.#value)
      ? this.#value.map(item => this.#child(item))
      : [];
  }

  /** A text that is not empty. */
  get text(): string | undefined {
    const value =
      typeof this.#value === 'string' ? this.#value.trim() : undefined;
    return value === '' ? undefined : value;
  }

  get isObject(): boolean {
    return isRecord(this.#value);
  }

  get isTrue(): boolean {
    return this.#value === true;
  }

  #child(value: unknown): JsonNode {
    return new JsonNode(value, this.#resolver);
  }
}
