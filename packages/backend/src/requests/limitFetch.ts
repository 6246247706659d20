import { answerInTime } from './answerInTime';

type Fetch = typeof fetch;

interface LimitFetchOptions {
  /** The portal's own addresses: what its plugins ask each other is not limited. */
  ownOrigins: string[];
  limitMs?: number;
}

/**
 * Makes a `fetch` by which no request waits for a host that does not answer.
 * Once begun, an answer may be long.
 */
export function limitFetch(original: Fetch, options: LimitFetchOptions): Fetch {
  const { limitMs } = options;
  const ownOrigins = new Set(options.ownOrigins);

  return async (input, init) => {
    const { origin, host } = new URL(
      input instanceof Request ? input.url : input,
    );
    if (ownOrigins.has(origin)) {
      return original(input, init);
    }
    const given = init?.signal ?? (input instanceof Request && input.signal);
    return answerInTime(host, {
      limitMs,
      ask(limit) {
        if (!limit) {
          return original(input, init);
        }
        const signal = given ? AbortSignal.any([given, limit]) : limit;
        return original(input, { ...init, signal });
      },
    });
  };
}
