const MAX_REFERENCES = 16;

/**
 * A place in a parsed definition that may hold anything.
 *
 * @remarks
 * References are followed inside the definition only; one to another file or
 * address leads to nothing, and none is ever fetched.
 */
export class JsonNode {
  readonly #value: unknown;
  readonly #root: unknown;

  constructor(value: unknown, root: unknown = value) {
    this.#root = root;
    this.#value = followReferences(value, root);
  }

  /** The value itself, to tell whether a place was visited before. */
  get value(): unknown {
    return this.#value;
  }

  get(key: string): JsonNode {
    const value = isRecord(this.#value)
      ? ownValue(this.#value, key)
      : undefined;
    return new JsonNode(value, this.#root);
  }

  entries(): [string, JsonNode][] {
    return isRecord(this.#value)
      ? Object.entries(this.#value).map(([key, value]) => [
          key,
          new JsonNode(value, this.#root),
        ])
      : [];
  }

  items(): JsonNode[] {
    return Array.isArray(this.#value)
      ? this.#value.map(item => new JsonNode(item, this.#root))
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
}

function followReferences(start: unknown, root: unknown): unknown {
  let value = start;
  for (let count = 0; count < MAX_REFERENCES; count += 1) {
    const reference = isRecord(value) ? ownValue(value, '$ref') : undefined;
    if (typeof reference !== 'string') {
      return value;
    }
    value = reference.startsWith('#/')
      ? findByPointer(reference, root)
      : undefined;
  }
  return undefined;
}

function findByPointer(pointer: string, root: unknown): unknown {
  let value = root;
  for (const part of pointer.slice(2).split('/')) {
    if (Array.isArray(value)) {
      value = value[Number(part)];
    } else if (isRecord(value)) {
      value = ownValue(value, unescapePointer(part));
    } else {
      return undefined;
    }
  }
  return value;
}

function unescapePointer(part: string): string {
  let decoded = part;
  try {
    decoded = decodeURIComponent(part);
  } catch {
    // Not an encoded pointer: taken as it is written.
  }
  return decoded.replaceAll('~1', '/').replaceAll('~0', '~');
}

function ownValue(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
