import { LRUCache } from 'lru-cache';

/** A change is seen after this long. */
const TTL_MS = 5_000;

/**
 * Remembers answers for a few seconds: whoever asks the same meanwhile waits for
 * the same answer.
 */
export class AnswerCache<T> {
  readonly #answers: LRUCache<string, Promise<T>>;

  constructor({ max = 2_000 }: { max?: number } = {}) {
    this.#answers = new LRUCache({ max, ttl: TTL_MS, perf: Date });
  }

  /** Answers what is remembered, or else finds it. Failures are forgotten. */
  async get(question: string, find: () => Promise<T>): Promise<T> {
    const present = this.#answers.get(question);
    if (present) {
      return present;
    }
    const answer = find();
    this.#answers.set(question, answer);
    answer.catch(() => this.#answers.delete(question));
    return answer;
  }
}
