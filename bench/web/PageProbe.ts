import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';

/** For so long nothing may be under way before a page counts as loaded. */
const IDLE_MILLISECONDS = 1_500;

/** What moves between a page and its server while it loads. */
export class PageProbe {
  /** `GET /api/catalog/entities`, in the order in which they were sent. */
  readonly apiRequests: string[] = [];
  /** Failed requests and errors on the console. */
  readonly problems: string[] = [];
  #bytes = 0;
  #pending = new Set<unknown>();
  #lastChange = performance.now();

  private constructor(page: Page, session: CDPSession) {
    page.on('request', request => {
      this.#change(() => this.#pending.add(request));
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) {
        this.apiRequests.push(`${request.method()} ${pathname}`);
      }
    });
    page.on('requestfinished', request =>
      this.#change(() => this.#pending.delete(request)),
    );
    page.on('requestfailed', request => {
      this.#change(() => this.#pending.delete(request));
      const reason = request.failure()?.errorText;
      // A page may give up a request whose answer it no longer needs.
      if (reason !== 'net::ERR_ABORTED') {
        this.problems.push(`${reason} ${request.url()}`);
      }
    });
    page.on('response', response => {
      if (response.status() >= 400) {
        this.problems.push(`${response.status()} ${response.url()}`);
      }
    });
    page.on('pageerror', error => this.problems.push(error.message));
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      this.#bytes += encodedDataLength;
    });
  }

  /** Attaches to a page that has not been sent anywhere yet. */
  static async attach(page: Page): Promise<PageProbe> {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    return new PageProbe(page, session);
  }

  /** What went over the wire, headers and compression included. */
  get kilobytes(): number {
    return this.#bytes / 1000;
  }

  async waitUntilIdle(): Promise<void> {
    while (
      this.#pending.size > 0 ||
      performance.now() - this.#lastChange < IDLE_MILLISECONDS
    ) {
      await delay(50);
    }
  }

  #change(apply: () => void): void {
    apply();
    this.#lastChange = performance.now();
  }
}
