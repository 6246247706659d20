import { LRUCache } from 'lru-cache';
import type { HostRepository } from '../HostRepository';
import type { HostPage, PageRequest } from '../http/HostApi';
import type { PollItem, PollResource } from './PollResource';
import type { PollKey, PollState, PollStore } from './PollStore';

/** What the poller needs. */
export interface RepositoryPollerOptions<Client, Event> {
  /** Opens a repository for requests that nobody waits for. */
  open(repository: HostRepository): Client;
  /** Stores what was read; an event may come several times. */
  ingest(events: Event[]): Promise<unknown>;
  store: Pick<PollStore, 'read' | 'write'>;
  /** How far back the first poll goes. */
  historyMs: number;
}

/** Which list to read, and until when. */
export interface PollRequest<Client, Event> {
  repository: HostRepository;
  resource: PollResource<Client, Event>;
  signal: AbortSignal;
}

/** What reading a page came to. */
interface PageResult {
  /** When the newest entry changed. */
  newestAt: number;
  /** When the oldest unfinished entry was made. */
  unfinishedAt?: number;
  /** Whether the next page may hold more. */
  goesOn: boolean;
}

const MAX_KNOWN = 20_000;
/** Whoever waits for longer than this is not looked after any more. */
const MAX_UNFINISHED_MS = 3 * 24 * 3_600_000;

/**
 * Reads a list of a repository from its newest entry down to what was read
 * before.
 *
 * @remarks The first poll reads the whole history by the same means. Each page
 * that was stored is noted, so that a poll that was stopped, by a rate limit or a
 * restart, goes on where it was. Entries that are new meanwhile push others to
 * later pages, never to earlier ones, so nothing is passed over.
 */
export class RepositoryPoller<Client, Event> {
  readonly #options: RepositoryPollerOptions<Client, Event>;
  // Entries are read again while an older one is unfinished. Their details are
  // not: this only saves requests, and is lost with the process.
  readonly #known = new LRUCache<string, true>({ max: MAX_KNOWN });

  constructor(options: RepositoryPollerOptions<Client, Event>) {
    this.#options = options;
  }

  async poll(request: PollRequest<Client, Event>): Promise<void> {
    const { store, historyMs } = this.#options;
    const key = {
      repository: request.repository.url.toLowerCase(),
      resource: request.resource.name,
    };
    const state = (await store.read(key)) ?? { since: Date.now() - historyMs };
    if (state.walk) {
      await this.#walk(request, key, state);
    }
    if (request.signal.aborted) {
      return;
    }
    const current = (await store.read(key)) ?? state;
    const answer = await this.#readPage(request, current.since, {
      etag: current.etag,
    });
    if (answer.isUnchanged) {
      return;
    }
    const page = await this.#ingestPage(request, answer, current.since);
    const since = lowest(
      Math.max(current.since, page.newestAt),
      page.unfinishedAt,
    );
    const started: PollState = {
      since: current.since,
      // What is unfinished has to be looked at again in any case.
      etag: page.unfinishedAt === undefined ? answer.etag : undefined,
      walk:
        page.goesOn && answer.nextUrl
          ? { url: answer.nextUrl, since }
          : undefined,
    };
    if (started.walk) {
      await store.write(key, started);
      await this.#walk(request, key, started);
    } else {
      await store.write(key, { ...started, since });
    }
  }

  /** Reads the older pages, from where it was stopped. */
  async #walk(
    request: PollRequest<Client, Event>,
    key: PollKey,
    state: PollState,
  ): Promise<void> {
    let current = state;
    while (current.walk && !request.signal.aborted) {
      const { walk } = current;
      const answer = await this.#readPage(request, current.since, {
        url: walk.url,
      });
      const page = await this.#ingestPage(request, answer, current.since);
      const since = lowest(walk.since, page.unfinishedAt);
      const etag = page.unfinishedAt === undefined ? current.etag : undefined;
      current =
        page.goesOn && answer.nextUrl
          ? { ...current, etag, walk: { url: answer.nextUrl, since } }
          : { since, etag };
      await this.#options.store.write(key, current);
    }
  }

  async #ingestPage(
    request: PollRequest<Client, Event>,
    { items }: HostPage<PollItem<Event>>,
    since: number,
  ): Promise<PageResult> {
    const news = items.filter(({ changedAt }) => changedAt >= since);
    await this.#ingest(news.flatMap(({ events }) => events));
    const result: PageResult = {
      newestAt: Math.max(0, ...items.map(({ changedAt }) => changedAt)),
      goesOn: items.length > 0 && items.every(item => item.sortedAt >= since),
    };
    for (const item of news) {
      const isUnfinished = await this.#ingestDetails(request, item);
      if (isUnfinished && item.sortedAt > Date.now() - MAX_UNFINISHED_MS) {
        result.unfinishedAt = lowest(item.sortedAt, result.unfinishedAt);
      }
    }
    return result;
  }

  /** Reads the details of an entry, and says whether it is unfinished. */
  async #ingestDetails(
    request: PollRequest<Client, Event>,
    item: PollItem<Event>,
  ): Promise<boolean> {
    if (!item.more) {
      return item.isUnfinished;
    }
    const key = `${request.repository.url}/${item.more.key}`;
    if (this.#known.has(key)) {
      return false;
    }
    const { events, isUnfinished = false } = await item.more.read();
    await this.#ingest(events);
    if (!isUnfinished) {
      this.#known.set(key, true);
    }
    return isUnfinished;
  }

  #readPage(
    { repository, resource }: PollRequest<Client, Event>,
    since: number,
    page: PageRequest,
  ): Promise<HostPage<PollItem<Event>>> {
    const client = this.#options.open(repository);
    return resource.readPage(
      { client, repository },
      { ...page, since: new Date(since) },
    );
  }

  async #ingest(events: Event[]): Promise<void> {
    if (events.length > 0) {
      await this.#options.ingest(events);
    }
  }
}

function lowest(a: number, b: number | undefined): number {
  return b === undefined ? a : Math.min(a, b);
}
