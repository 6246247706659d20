import { RateLimits } from './RateLimits';

/** The rate limits of all hosts of one kind. */
export class LimitsByHost {
  readonly #kind: string;
  readonly #limits = new Map<string, RateLimits>();

  /** @param kind - for people, such as `GitHub` */
  constructor(kind: string) {
    this.#kind = kind;
  }

  get(host: string): RateLimits {
    const limits = this.#limits.get(host) ?? new RateLimits(this.#kind);
    this.#limits.set(host, limits);
    return limits;
  }
}
