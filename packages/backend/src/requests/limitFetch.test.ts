import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { limitFetch } from './limitFetch';
import { markRequest } from './requestScope';

const LIMIT_MS = 200;

let server: Server;
let url: string;

/** Never answers below `/frozen`, and takes its time with the rest elsewhere. */
beforeEach(async () => {
  server = createServer((request, response) => {
    if (request.url === '/frozen') {
      return;
    }
    response.write('begun, ');
    setTimeout(() => response.end('and ended'), 2 * LIMIT_MS);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  jest.useRealTimers();
  server.closeAllConnections();
  server.close();
});

/** Does something on behalf of a request. */
function inRequest<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const response = Object.assign(new EventEmitter(), { json: jest.fn() });
    void markRequest({} as never, response as never, () => {
      work().then(resolve, reject);
    });
  });
}

describe('limitFetch', () => {
  it('ends the wait for a host that does not answer, once for all in a request', async () => {
    const ask = jest.fn(fetch);
    const limited = limitFetch(ask, { ownOrigins: [], limitMs: LIMIT_MS });

    await inRequest(async () => {
      for (let turn = 0; turn < 2; turn++) {
        await expect(limited(`${url}/frozen`)).rejects.toMatchObject({
          name: 'ServiceUnavailableError',
          message: `'${
            new URL(url).host
          }' does not answer. Nothing is known of what was asked of it; try again in a minute`,
        });
      }
    });
    // Whether the question reached the host in that time is its own affair.
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('lets an answer be long that has begun', async () => {
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'],
    });
    const limited = limitFetch(fetch, { ownOrigins: [], limitMs: LIMIT_MS });

    await inRequest(async () => {
      const response = await limited(new URL(url));
      jest.advanceTimersByTime(2 * LIMIT_MS);
      expect(await response.text()).toBe('begun, and ended');
    });
  });

  it('keeps the signal of whoever asks', async () => {
    const limited = limitFetch(fetch, { ownOrigins: [], limitMs: 60_000 });

    await inRequest(async () => {
      await expect(
        limited(
          new Request(`${url}/frozen`, { signal: AbortSignal.timeout(50) }),
        ),
      ).rejects.toMatchObject({ name: 'TimeoutError' });
    });
  });

  it.each([
    ['what nobody waits for', (work: () => Promise<void>) => work(), []],
    ['what the portal asks itself', inRequest<void>, ['itself']],
  ])('does not limit %s', async (_, run, own) => {
    const limited = limitFetch(fetch, {
      ownOrigins: own.map(() => url),
      limitMs: LIMIT_MS,
    });

    await run(async () => {
      await expect(
        limited(`${url}/frozen`, { signal: AbortSignal.timeout(3 * LIMIT_MS) }),
      ).rejects.toMatchObject({ name: 'TimeoutError' });
    });
  });
});
