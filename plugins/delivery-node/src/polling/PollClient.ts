import type { HostRepository } from '../gitHost/HostRepository';

/** What a git host answered. */
export interface HostAnswer {
  /** Not set when nothing has changed since the ETag. */
  body?: unknown;
  isUnchanged: boolean;
  etag?: string;
  /** The address of the next page, if there is one. */
  nextUrl?: string;
}

/** Asks a git host about its repositories. */
export interface PollClient {
  /**
   * Asks for what is below a repository, or for a page that an answer named.
   * Nobody waits: where there is a rate limit, leave some of it to others.
   */
  request(
    repository: HostRepository,
    pathOrUrl: string,
    options: { etag?: string; isBackground: true },
  ): Promise<HostAnswer>;
}
