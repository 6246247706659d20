interface Entry {
  until: number;
  answer: Promise<unknown>;
}

const MAX_ENTRIES = 2_000;

/**
 * Remembers answers for a while, failures too: whatever does not answer is not
 * asked by everybody who waits for it.
 */
export class ExpiringCache {
  readonly #ttlMs: number;
  readonly #entries = new Map<string, Entry>();

  constructor(ttlMs: number) {
    this.#ttlMs = ttlMs;
  }

  /** What is remembered under a key, or else what `find` finds. */
  get<T>(key: string, find: () => Promise<T>): Promise<T> {
    const present = this.#entries.get(key);
    if (present && present.until > Date.now()) {
      return present.answer as Promise<T>;
    }
    const answer = find();
    const entry: Entry = { until: Infinity, answer };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    // Counted from the answer, so that nobody asks again meanwhile.
    const expire = () => {
      entry.until = Date.now() + this.#ttlMs;
    };
    answer.then(expire, expire);
    this.#dropOld();
    return answer;
  }

  /** Forgets what stands under keys that begin like this. */
  forget(prefix: string): void {
    for (const key of this.#entries.keys()) {
      if (key.startsWith(prefix)) {
        this.#entries.delete(key);
      }
    }
  }

  #dropOld(): void {
    const now = Date.now();
    for (const [key, { until }] of this.#entries) {
      if (until > now && this.#entries.size <= MAX_ENTRIES) {
        return;
      }
      this.#entries.delete(key);
    }
  }
}
