import { RateLimitError } from './RateLimitError';

/** The part of the limit that is left to the rest of the portal. */
const RESERVED_PART = 0.1;
const MIN_PAUSE_MS = 60_000;
const MAX_PAUSE_MS = 3_600_000;

/** How GitHub says that there were too many requests in too short a time. */
const SECONDARY_LIMIT = /secondary rate limit|abuse detection/i;

/** What is read of an answer. */
interface HostAnswer extends Pick<Response, 'headers' | 'status'> {
  /** Of a refusal: why, in words of the host. */
  message?: string;
}

interface OwnerLimits {
  /** Until then every request would be refused. */
  blockedUntil: number;
  /** Until then only what somebody waits for is asked. */
  reservedUntil: number;
  /** Refusals in a row that did not say how long. */
  refusals: number;
}

/**
 * What a git host said about how much more it takes.
 *
 * @remarks Kept by owner, since an app of GitHub has a limit for each
 * organisation it is installed in. See GitHub's best practices for the REST API:
 * wait as `retry-after` says; else, with none remaining, until
 * `x-ratelimit-reset`; else at least a minute, and longer each time. Its secondary
 * limits may say so by their message only. Gitea has no limits of its own, but what
 * stands before it may.
 */
export class RateLimits {
  readonly #hostName: string;
  readonly #owners = new Map<string, OwnerLimits>();

  /** @param hostName - for people, such as `GitHub` */
  constructor(hostName: string) {
    this.#hostName = hostName;
  }

  /** @throws RateLimitError when it is not the time to ask. */
  check(owner: string, options: { isBackground: boolean }): void {
    const limits = this.#limitsOf(owner);
    const until = options.isBackground
      ? Math.max(limits.blockedUntil, limits.reservedUntil)
      : limits.blockedUntil;
    if (until > Date.now()) {
      throw this.#toError(owner, until);
    }
  }

  /**
   * Learns from an answer.
   *
   * @throws RateLimitError when the answer is that there were too many requests.
   */
  observe(owner: string, response: HostAnswer): void {
    const limits = this.#limitsOf(owner);
    const remaining = readNumber(response, 'x-ratelimit-remaining');
    const limit = readNumber(response, 'x-ratelimit-limit');
    const resetSeconds = readNumber(response, 'x-ratelimit-reset');
    if (
      remaining !== undefined &&
      limit !== undefined &&
      resetSeconds !== undefined &&
      remaining < limit * RESERVED_PART
    ) {
      limits.reservedUntil = resetSeconds * 1_000;
    }
    if (!isRateLimited(response, remaining)) {
      limits.refusals = response.status < 400 ? 0 : limits.refusals;
      return;
    }
    const retrySeconds = readNumber(response, 'retry-after');
    if (retrySeconds !== undefined) {
      limits.blockedUntil = Date.now() + retrySeconds * 1_000;
    } else if (remaining === 0 && resetSeconds !== undefined) {
      limits.blockedUntil = resetSeconds * 1_000;
    } else {
      limits.blockedUntil =
        Date.now() +
        Math.min(MIN_PAUSE_MS * 2 ** limits.refusals, MAX_PAUSE_MS);
      limits.refusals += 1;
    }
    throw this.#toError(owner, limits.blockedUntil);
  }

  #toError(owner: string, until: number): RateLimitError {
    const time = new Date(until).toISOString();
    return new RateLimitError(
      `${this.#hostName} takes no more requests for '${owner}' until ${time}`,
    );
  }

  #limitsOf(owner: string): OwnerLimits {
    const key = owner.toLowerCase();
    const limits = this.#owners.get(key) ?? {
      blockedUntil: 0,
      reservedUntil: 0,
      refusals: 0,
    };
    this.#owners.set(key, limits);
    return limits;
  }
}

/** A plain 403 is a missing right; these are not. */
function isRateLimited(
  response: HostAnswer,
  remaining: number | undefined,
): boolean {
  return (
    response.status === 429 ||
    (response.status === 403 &&
      (remaining === 0 ||
        response.headers.has('retry-after') ||
        SECONDARY_LIMIT.test(response.message ?? '')))
  );
}

function readNumber(response: HostAnswer, header: string): number | undefined {
  const value = Number(response.headers.get(header) ?? NaN);
  return Number.isFinite(value) ? value : undefined;
}
