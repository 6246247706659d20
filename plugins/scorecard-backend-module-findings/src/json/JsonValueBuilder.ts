type Container = Record<string, unknown> | unknown[];

/** What one finding can be made of. */
const MAX_VALUES = 20_000;
const MAX_DEPTH = 64;
/** Longer texts are cut: nothing that is kept is as long. */
const MAX_TEXT_LENGTH = 20_000;

/** Puts one value together from its parts, up to what a finding may be. */
export class JsonValueBuilder {
  readonly #stack: Container[] = [];
  readonly #keys: string[] = [];
  #depth = 0;
  #count = 0;
  #value: unknown;

  /** Set once it is too much; then nothing is kept. */
  problem: string | undefined;
  isComplete = false;

  get value(): unknown {
    return this.#value;
  }

  key(key: string): void {
    this.#keys[this.#depth] = key;
  }

  scalar(value: unknown): void {
    this.#add(typeof value === 'string' ? cut(value) : value ?? undefined);
    this.isComplete = this.#depth === 0;
  }

  open(type: 'object' | 'array'): void {
    const container: Container = type === 'array' ? [] : {};
    this.#add(container);
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      this.#giveUp(`is nested more than ${MAX_DEPTH} deep`);
    }
    this.#stack.push(container);
  }

  close(): void {
    this.#depth -= 1;
    this.#stack.pop();
    this.isComplete = this.#depth === 0;
  }

  #add(value: unknown): void {
    this.#count += 1;
    if (this.#count > MAX_VALUES) {
      this.#giveUp(`has more than ${MAX_VALUES} values`);
    }
    if (this.problem) {
      return;
    }
    const parent = this.#stack.at(-1);
    if (parent === undefined) {
      this.#value = value;
    } else if (Array.isArray(parent)) {
      parent.push(value);
    } else if (this.#keys[this.#depth] !== '__proto__') {
      // Any other name makes a property of its own.
      parent[this.#keys[this.#depth]] = value;
    }
  }

  #giveUp(problem: string): void {
    this.problem ??= problem;
    this.#value = undefined;
    this.#stack.fill([]);
  }
}

/** A copy, since a slice would hold the whole text in memory. */
function cut(text: string): string {
  return text.length > MAX_TEXT_LENGTH
    ? Buffer.from(text.slice(0, MAX_TEXT_LENGTH)).toString()
    : text;
}
