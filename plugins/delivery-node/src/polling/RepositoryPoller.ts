import type { CloudEvent } from '@atrium/plugin-delivery-common';
import type { DeliveryEventSink } from '../deliveryEventsExtensionPoint';
import type { HostRepository } from '../gitHost/HostRepository';
import type { HostAnswer, PollClient } from './PollClient';
import type { PollItem, PollResource } from './PollResource';
import type { PollKey, PollState, PollStore } from './PollStore';

/** What the poller needs. */
export interface RepositoryPollerOptions {
  client: PollClient;
  sink: Pick<DeliveryEventSink, 'ingest'>;
  store: PollStore;
  /** How far back the first poll goes. */
  historyMs: number;
}

/** Which list to read, and until when. */
export interface PollRequest {
  repository: HostRepository;
  resource: PollResource;
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

const MAX_ASKED = 20_000;
/** Whoever waits for longer than this is not looked after any more. */
const MAX_UNFINISHED_MS = 3 * 24 * 3_600_000;

/**
 * Reads a list of a repository from its newest entry down to what was read
 * before.
 *
 * @remarks The first poll reads the whole history by the same means. Each page
 * that was told is noted, so that a poll that was stopped, by a rate limit or a
 * restart, goes on where it was. Entries that are new meanwhile push others to
 * later pages, never to earlier ones, so nothing is passed over.
 */
export class RepositoryPoller {
  readonly #options: RepositoryPollerOptions;
  // Entries are read again while an older one is unfinished. Their details are
  // not: this only saves requests, and is lost with the process.
  readonly #asked = new Set<string>();

  constructor(options: RepositoryPollerOptions) {
    this.#options = options;
  }

  async poll(request: PollRequest): Promise<void> {
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
    const { path } = request.resource;
    const answer = await this.#ask(
      request,
      typeof path === 'string' ? path : path(new Date(current.since)),
      current.etag,
    );
    if (answer.isUnchanged) {
      return;
    }
    const page = await this.#tell(request, answer, current.since);
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
    request: PollRequest,
    key: PollKey,
    state: PollState,
  ): Promise<void> {
    let current = state;
    while (current.walk && !request.signal.aborted) {
      const { walk } = current;
      const answer = await this.#ask(request, walk.url);
      const page = await this.#tell(request, answer, current.since);
      const since = lowest(walk.since, page.unfinishedAt);
      const etag = page.unfinishedAt === undefined ? current.etag : undefined;
      current =
        page.goesOn && answer.nextUrl
          ? { ...current, etag, walk: { url: answer.nextUrl, since } }
          : { since, etag };
      await this.#options.store.write(key, current);
    }
  }

  async #tell(
    request: PollRequest,
    answer: HostAnswer,
    since: number,
  ): Promise<PageResult> {
    const { repository, resource } = request;
    const items = resource.readPage(answer.body, repository);
    const news = items.filter(({ changedAt }) => changedAt >= since);
    await this.#ingest(news.flatMap(({ events }) => events));
    const result: PageResult = {
      newestAt: Math.max(0, ...items.map(({ changedAt }) => changedAt)),
      goesOn: items.length > 0 && items.every(item => item.sortedAt >= since),
    };
    for (const item of news) {
      const isUnfinished = await this.#tellMore(request, item);
      if (isUnfinished && item.sortedAt > Date.now() - MAX_UNFINISHED_MS) {
        result.unfinishedAt = lowest(item.sortedAt, result.unfinishedAt);
      }
    }
    return result;
  }

  /** Tells the details of an entry, and answers whether it is unfinished. */
  async #tellMore(request: PollRequest, item: PollItem): Promise<boolean> {
    if (!item.more) {
      return item.isUnfinished;
    }
    const key = `${request.repository.url}/${item.more.key}`;
    if (this.#asked.has(key)) {
      return false;
    }
    const { events, isUnfinished = false } = await item.more.ask(
      async path => (await this.#ask(request, path)).body,
    );
    await this.#ingest(events);
    if (!isUnfinished) {
      this.#asked.add(key);
      const [oldest] = this.#asked;
      if (this.#asked.size > MAX_ASKED) {
        this.#asked.delete(oldest);
      }
    }
    return isUnfinished;
  }

  #ask(
    { repository }: PollRequest,
    pathOrUrl: string,
    etag?: string,
  ): Promise<HostAnswer> {
    return this.#options.client.request(repository, pathOrUrl, {
      etag,
      isBackground: true,
    });
  }

  async #ingest(events: CloudEvent[]): Promise<void> {
    if (events.length > 0) {
      await this.#options.sink.ingest(events);
    }
  }
}

function lowest(a: number, b: number | undefined): number {
  return b === undefined ? a : Math.min(a, b);
}
