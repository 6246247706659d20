import type { BackstageCredentials } from '@backstage/backend-plugin-api';

interface Entry<T> {
  until: number;
  answer: Promise<T>;
}

/** A change of permissions or of the catalog is seen after this long. */
const TTL_MS = 5_000;
const MAX_ENTRIES = 2_000;

/**
 * Remembers for a few seconds what somebody may see: a page asks for several
 * things at once, and each would ask the catalog the same.
 */
export class UserCache<T> {
  readonly #entries = new Map<string, Entry<T>>();

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
    const present = this.#entries.get(key);
    if (present && present.until > Date.now()) {
      return present.answer;
    }
    const answer = find();
    this.#entries.delete(key);
    this.#entries.set(key, { until: Date.now() + TTL_MS, answer });
    answer.catch(() => this.#entries.delete(key));
    this.#dropOldest();
    return answer;
  }

  #dropOldest(): void {
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= MAX_ENTRIES) {
        return;
      }
      this.#entries.delete(key);
    }
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
