import type { HostPage, PageRequest } from '@atrium/git-hosts';

/**
 * Which page of a list of alerts to read, and how far the list is read.
 *
 * @remarks A list is read to its end where it has not been since the components of its
 * repository are the same. Polling keeps the ETag of the first page, and the address of
 * the next one while it reads on. What they stand for is marked on them.
 */
export class AlertPage {
  /** What to ask GitHub for. */
  readonly request: PageRequest;
  /** Whether the list is read to its end, rather than to what was read before. */
  readonly isWhole: boolean;
  readonly #isFirst: boolean;
  /** Whose alerts they were when reading began, and are now. */
  readonly #owners: { atFirst: string | undefined; now: string };

  /**
   * @param request - as polling kept it
   * @param owners - names the components of the repository and their folders, in hex
   */
  constructor({ etag, url }: PageRequest, owners: string) {
    this.#isFirst = url === undefined;
    if (url !== undefined) {
      const [address, atFirst] = url.split('#');
      this.isWhole = atFirst !== undefined;
      this.request = { url: address };
      this.#owners = { atFirst, now: owners };
      return;
    }
    this.isWhole = !etag?.startsWith(`${owners} `);
    this.request = this.isWhole ? {} : { etag: etag?.slice(owners.length + 1) };
    this.#owners = { atFirst: owners, now: owners };
  }

  /** Whether with this page all that the list has is known of all components. */
  completes({ isAbsent, nextUrl }: HostPage<unknown>): boolean {
    if (isAbsent) {
      return false;
    }
    return this.isWhole
      ? nextUrl === undefined && this.#owners.atFirst === this.#owners.now
      : this.#isFirst;
  }

  /** The answer, with what polling is to keep. */
  mark<T>(page: HostPage<T>): HostPage<T> {
    const { etag, nextUrl } = page;
    const { atFirst, now } = this.#owners;
    return {
      ...page,
      etag: etag && `${now} ${etag}`,
      nextUrl: this.isWhole && nextUrl ? `${nextUrl}#${atFirst}` : nextUrl,
    };
  }
}
