import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AnswerCache } from './AnswerCache';

/**
 * Remembers for a few seconds what somebody may see: a page asks for several
 * things at once, and each would ask the catalog the same.
 */
export class UserCache<T> {
  readonly #answers = new AnswerCache<T>();

  /** Answers what is remembered, or else finds it. Failures are forgotten. */
  async get(
    question: string,
    credentials: BackstageCredentials,
    find: () => Promise<T>,
  ): Promise<T> {
    const who = identify(credentials);
    return who
      ? this.#answers.get(JSON.stringify([who, question]), find)
      : find();
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
