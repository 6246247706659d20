import { shareReads } from './shareReads';

const refs = (...entityRefs: string[]) => ({
  method: 'POST',
  body: JSON.stringify({ entityRefs }),
});

function createServer() {
  const answers: Array<(text: string) => void> = [];
  const fetch = jest.fn(
    () =>
      new Promise<Response>(resolve => {
        // jsdom has no Response; the client reads text and state only.
        const answer = (text: string): Response =>
          ({
            ok: true,
            text: async () => text,
            clone: () => answer(text),
          } as Response);
        answers.push(text => resolve(answer(text)));
      }),
  );
  return { fetch, answer: (text: string) => answers.shift()?.(text) };
}

describe('shareReads', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('sends a read once while it is under way, and anew a second later', async () => {
    const server = createServer();
    const { fetch } = shareReads(server);

    const first = fetch('/entities/by-refs', refs('component:default/a'));
    const second = fetch('/entities/by-refs', refs('component:default/a'));
    server.answer('one');
    expect(await (await first).text()).toBe('one');
    expect(await (await second).text()).toBe('one');

    jest.advanceTimersByTime(900);
    const third = fetch('/entities/by-refs', refs('component:default/a'));
    expect(await (await third).text()).toBe('one');
    expect(server.fetch).toHaveBeenCalledTimes(1);

    jest.advanceTimersByTime(200);
    const fourth = fetch('/entities/by-refs', refs('component:default/a'));
    server.answer('two');
    expect(await (await fourth).text()).toBe('two');
  });

  it('reads anew after a write', async () => {
    const server = createServer();
    const { fetch } = shareReads(server);

    const before = fetch('/entities');
    server.answer('before');
    await before;
    void fetch('/entities/1', { method: 'DELETE' });
    server.answer('deleted');
    const after = fetch('/entities');
    server.answer('after');
    expect(await (await after).text()).toBe('after');
  });

  it('keeps apart what is not the same, or no read', async () => {
    const server = createServer();
    const { fetch } = shareReads(server);

    void fetch('/entities/by-refs', refs('component:default/a'));
    void fetch('/entities/by-refs', refs('component:default/b'));
    void fetch('/refresh', refs('component:default/a'));
    void fetch('/refresh', refs('component:default/a'));
    void fetch('/entities/1', { method: 'DELETE' });
    void fetch('/entities/1', { method: 'DELETE' });
    void fetch('/entities', { signal: new AbortController().signal });
    void fetch('/entities', { signal: new AbortController().signal });

    expect(server.fetch).toHaveBeenCalledTimes(8);
  });

  it('lets a failure reach everybody, and tries anew after it', async () => {
    const server = { fetch: jest.fn().mockRejectedValue(new Error('offline')) };
    const { fetch } = shareReads(server);

    const both = [fetch('/entities'), fetch('/entities')];
    await expect(both[0]).rejects.toThrow('offline');
    await expect(both[1]).rejects.toThrow('offline');
    await expect(fetch('/entities')).rejects.toThrow('offline');
    expect(server.fetch).toHaveBeenCalledTimes(2);
  });
});
