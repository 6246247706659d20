import type { FetchApi } from '@backstage/frontend-plugin-api';

/** How long an answer is good for the next who asks: the time a page takes to come up. */
const FRESH_MS = 1_000;

/** `POST` where the question is too long for an address, but a read all the same. */
const READ_BY_POST = /\/(by-refs|by-query|entity-facets)(\?|$)/;

/**
 * Sends a read once while the same one is under way or has just been answered,
 * and gives the answer to everybody who asks. A write ends that at once, so
 * that nobody reads what was there before their own change.
 *
 * @remarks The stock entity page asks for the same relations and ancestors
 * anew each time that it is drawn, which is several times while it comes up.
 */
export function shareReads(fetchApi: FetchApi): FetchApi {
  const reads = new Map<string, Promise<Response>>();

  function send(key: string, ...request: Parameters<FetchApi['fetch']>) {
    const response = fetchApi.fetch(...request);
    const forget = () => {
      if (reads.get(key) === response) {
        reads.delete(key);
      }
    };
    reads.set(key, response);
    response.then(
      ({ ok }) => (ok ? setTimeout(forget, FRESH_MS) : forget()),
      forget,
    );
    return response;
  }

  return {
    async fetch(input, init) {
      const key = readKey(input, init);
      if (key === undefined) {
        reads.clear();
        return fetchApi.fetch(input, init);
      }
      const response = await (reads.get(key) ?? send(key, input, init));
      // A body can be read once, so that each gets a copy.
      return response.clone();
    },
  };
}

/** What makes two reads the same; `undefined` for all that may not be shared. */
function readKey(
  input: RequestInfo | URL,
  init: RequestInit = {},
): string | undefined {
  // One who gives up would take the answer away from the others.
  if (typeof input !== 'string' || init.signal) {
    return undefined;
  }
  const { method = 'GET', body } = init;
  if (method === 'GET') {
    return input;
  }
  return method === 'POST' &&
    READ_BY_POST.test(input) &&
    typeof body === 'string'
    ? `${input} ${body}`
    : undefined;
}
