import { AsyncLocalStorage } from 'node:async_hooks';
import type { RootHttpRouterService } from '@backstage/backend-plugin-api';
import {
  type InputError,
  serializeError,
  type ServiceUnavailableError,
} from '@backstage/errors';

type Handler = Parameters<RootHttpRouterService['use']>[1];

/** What is known of a request while it is worked on. */
interface RequestScope {
  /** Hosts that did not answer to it in time. */
  silentHosts: Set<string>;
  /**
   * Why the request may fail: what did not answer at last, or could not take
   * what the request has.
   */
  failure?: ServiceUnavailableError | InputError;
}

const scopes = new AsyncLocalStorage<RequestScope & { isOver: boolean }>();

/**
 * The request that this runs on behalf of, as long as it has no answer yet:
 * somebody is waiting. There is none in tasks, nor in work that goes on after
 * the answer.
 */
export function currentRequest(): RequestScope | undefined {
  const scope = scopes.getStore();
  return scope?.isOver ? undefined : scope;
}

/**
 * Marks everything that a request leads to, until it is answered. A request that
 * fails because something does not answer, or cannot take what the request has,
 * is answered with 503 or 400 and the reason, also by routers that keep neither.
 */
export const markRequest: Handler = (request, response, next) => {
  const scope: RequestScope & { isOver: boolean } = {
    silentHosts: new Set(),
    isOver: false,
  };
  response.once('close', () => {
    scope.isOver = true;
  });
  const json = response.json.bind(response);
  response.json = body => {
    const { failure } = scope;
    if (!failure || response.statusCode !== 500) {
      return json(body);
    }
    const statusCode = failure.name === 'InputError' ? 400 : 503;
    response.status(statusCode);
    return json({
      error: serializeError(failure),
      request: { method: request.method, url: request.url },
      response: { statusCode },
    });
  };
  scopes.run(scope, next);
};
