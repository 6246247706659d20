import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { LRUCache } from 'lru-cache';

/** A change of permissions or of the catalog is seen after this long. */
const TTL_MS = 5_000;
const MAX_ENTRIES = 2_000;

/**
 * Remembers for a few seconds what somebody may see: a page asks for several
 * things at once, and each would ask the catalog the same.
 */
export class UserCache<T> {
  readonly #answers = new LRUCache<string, Promise<T>>({
    max: MAX_ENTRIES,
    ttl: TTL_MS,
    perf: Date,
  });

  /** Answers what is remembered, or else finds it. Failures are forgotten. */
  async get(
    question: string,
    credentials: BackstageCredentials,
    find: () => Promise<T>,
  ): Promise<T> {
    const who = identify(credentials);
    if (!who) {
      return find();
    }
    const key = JSON.stringify([who, question]);
    const present = this.#answers.get(key);
    if (present) {
      return present;
    }
    const answer = find();
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }
}

/** Users only: what a service may see depends on its restrictions as well. */
function identify(credentials: BackstageCredentials): string | undefined {
  const principal = credentials.principal as {
    type?: string;
    userEntityRef?: string;
    actor?: { subject: string };
  };
  return principal.type === 'user' && principal.userEntityRef
    ? `${principal.userEntityRef} ${principal.actor?.subject ?? ''}`
    : undefined;
}
