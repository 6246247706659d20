import { LRUCache } from 'lru-cache';

const MAX_ENTRIES = 2_000;

/**
 * Remembers answers for a while, failures too: whatever does not answer is not
 * asked by everybody who waits for it.
 */
export class ExpiringCache {
  readonly #answers: LRUCache<string, Promise<unknown>>;

  constructor(ttlMs: number) {
    this.#answers = new LRUCache({ max: MAX_ENTRIES, ttl: ttlMs, perf: Date });
  }

  /** What is remembered under a key, or else what `find` finds. */
  get<T>(key: string, find: () => Promise<T>): Promise<T> {
    const present = this.#answers.get(key);
    if (present) {
      return present as Promise<T>;
    }
    const answer = find();
    this.#answers.set(key, answer, { ttl: Infinity });
    // Counted from the answer, so that nobody asks again meanwhile.
    const expire = () => {
      if (this.#answers.peek(key) === answer) {
        this.#answers.set(key, answer);
      }
    };
    answer.then(expire, expire);
    return answer;
  }

  /** Forgets what stands under keys that begin like this. */
  forget(prefix: string): void {
    for (const key of [...this.#answers.keys()]) {
      if (key.startsWith(prefix)) {
        this.#answers.delete(key);
      }
    }
  }
}
