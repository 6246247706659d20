import { ServiceUnavailableError } from '@backstage/errors';
import { currentRequest } from './requestScope';

/** How long somebody waits for a host that does not begin to answer. */
const HOST_LIMIT_MS = 10_000;

interface AnswerInTimeOptions<T> {
  ask(signal?: AbortSignal): Promise<T>;
  limitMs?: number;
}

/**
 * Keeps requests from waiting for a host that does not answer. Once a host was
 * silent for too long, a request does not ask it again. What nobody waits for
 * may take as long as it needs.
 *
 * @throws ServiceUnavailableError, which any router answers with 503.
 */
export async function answerInTime<T>(
  host: string,
  options: AnswerInTimeOptions<T>,
): Promise<T> {
  const { ask, limitMs = HOST_LIMIT_MS } = options;
  const scope = currentRequest();
  if (!scope) {
    return ask();
  }
  const giveUp = () => {
    scope.silentHosts.add(host);
    scope.failure = new ServiceUnavailableError(
      `'${host}' does not answer. Nothing is known of what was asked of it; try again in a minute`,
    );
    return scope.failure;
  };
  if (scope.silentHosts.has(host)) {
    throw giveUp();
  }
  const limit = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(giveUp());
      limit.abort();
    }, limitMs);
  });
  try {
    return await Promise.race([ask(limit.signal), silence]);
  } finally {
    clearTimeout(timer);
  }
}
