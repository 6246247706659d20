import type { PollItem, PollResource } from './PollResource';
import type { PollKey, PollState, PollStore } from './PollStore';
import { RepositoryPoller } from './RepositoryPoller';

const now = Date.parse('2026-11-25T12:00:00Z');
const repository = {
  fullName: 'acme/shop',
  url: 'https://git.example/acme/shop',
  source: 'https://git.example',
};
const hour = 3_600_000;

interface Entry {
  id: string;
  hoursAgo: number;
  isUnfinished?: boolean;
}

class MemoryPollStore implements Pick<PollStore, 'read' | 'write'> {
  state?: PollState;

  async read() {
    return this.state;
  }

  async write(_key: PollKey, state: PollState) {
    this.state = state;
  }
}

function toItem({
  id,
  hoursAgo,
  isUnfinished = false,
}: Entry): PollItem<string> {
  const changedAt = now - hoursAgo * hour;
  return { sortedAt: changedAt, changedAt, isUnfinished, events: [id] };
}

/** A list of two entries a page, as a git host would answer it. */
function createWorld(entries: Entry[]) {
  const world = { entries, told: [] as string[], asked: [] as string[] };
  const failing = new Set<string>();
  const store = new MemoryPollStore();
  const resource: PollResource<unknown, string> = {
    name: 'list',
    async readPage(_polled, { url = '/list', etag: knownEtag }) {
      world.asked.push(url);
      if (failing.has(url)) {
        throw new Error(`'${url}' failed`);
      }
      const page = Number(/page=(\d+)/.exec(url)?.[1] ?? 1);
      const entriesOfPage = world.entries.slice((page - 1) * 2, page * 2);
      const etag = JSON.stringify(entriesOfPage);
      return etag === knownEtag
        ? { items: [], isUnchanged: true }
        : {
            isUnchanged: false,
            etag,
            items: entriesOfPage.map(toItem),
            nextUrl:
              world.entries.length > page * 2
                ? `/list?page=${page + 1}`
                : undefined,
          };
    },
  };
  const poller = new RepositoryPoller<unknown, string>({
    open: () => undefined,
    ingest: async events => world.told.push(...events),
    store,
    historyMs: 100 * hour,
  });
  return {
    world,
    failing,
    store,
    async poll(signal = new AbortController().signal) {
      world.told = [];
      world.asked = [];
      await poller.poll({ repository, resource, signal });
      return world.told;
    },
  };
}

describe('RepositoryPoller', () => {
  beforeEach(() => jest.useFakeTimers({ now }));
  afterEach(() => jest.useRealTimers());

  it('reads the history once, and no further back than configured', async () => {
    const { poll, world } = createWorld([
      { id: 'd', hoursAgo: 1 },
      { id: 'c', hoursAgo: 50 },
      { id: 'b', hoursAgo: 99 },
      { id: 'a', hoursAgo: 101 },
      { id: 'older', hoursAgo: 500 },
    ]);
    expect(await poll()).toEqual(['d', 'c', 'b']);
    expect(world.asked).toEqual(['/list', '/list?page=2']);

    expect(await poll()).toEqual([]);
    expect(world.asked).toEqual(['/list']);
  });

  it('goes on where it was stopped, and misses nothing new meanwhile', async () => {
    const { poll, world, failing } = createWorld([
      { id: 'd', hoursAgo: 2 },
      { id: 'c', hoursAgo: 3 },
      { id: 'b', hoursAgo: 4 },
      { id: 'a', hoursAgo: 5 },
    ]);
    failing.add('/list?page=2');
    await expect(poll()).rejects.toThrow('failed');
    expect(world.told).toEqual(['d', 'c']);

    failing.clear();
    world.entries = [{ id: 'e', hoursAgo: 1 }, ...world.entries];
    const told = await poll();
    expect(world.asked).toEqual([
      '/list?page=2',
      '/list?page=3',
      '/list',
      // Both entries of the first page may be new, so there may be more.
      '/list?page=2',
    ]);
    // At the seam an entry is told twice, which is stored once.
    expect(told).toEqual(['c', 'b', 'a', 'e', 'd']);
  });

  it('looks again at what is unfinished, for three days', async () => {
    const { poll, world } = createWorld([
      { id: 'done', hoursAgo: 1 },
      { id: 'running', hoursAgo: 2, isUnfinished: true },
    ]);
    await poll();
    expect(await poll()).toEqual(['done', 'running']);

    world.entries[1].isUnfinished = false;
    expect(await poll()).toEqual(['done', 'running']);
    expect(await poll()).toEqual([]);

    world.entries = [
      { id: 'new', hoursAgo: 0 },
      { id: 'stuck', hoursAgo: 73, isUnfinished: true },
    ];
    await poll();
    expect(await poll()).toEqual([]);
  });

  it('stops between two pages when it is told to', async () => {
    const { poll, world, store } = createWorld([
      { id: 'c', hoursAgo: 2 },
      { id: 'b', hoursAgo: 3 },
      { id: 'a', hoursAgo: 4 },
    ]);
    const abort = new AbortController();
    abort.abort();
    store.state = {
      since: now - 100 * hour,
      walk: { url: '/list?page=2', since: now - 2 * hour },
    };
    expect(await poll(abort.signal)).toEqual([]);
    expect(world.asked).toEqual([]);
    expect(await poll()).toEqual(['a', 'c']);
  });
});
