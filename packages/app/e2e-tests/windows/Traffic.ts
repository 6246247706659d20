import type { Page, Request } from '@playwright/test';

/** What a page asks for, and since when it has asked for nothing. */
export class Traffic {
  readonly #open = new Set<Request>();
  #changedAt = Date.now();

  constructor(page: Page) {
    page.on('request', request => {
      this.#open.add(request);
      this.#changedAt = Date.now();
    });
    const end = (request: Request) => {
      this.#open.delete(request);
      this.#changedAt = Date.now();
    };
    page.on('requestfinished', end);
    page.on('requestfailed', end);
    // What the page before it waited for is of no interest any more.
    page.on('framenavigated', frame => {
      if (frame === page.mainFrame()) {
        this.#open.clear();
        this.#changedAt = Date.now();
      }
    });
  }

  /** Milliseconds without a request; 0 while one waits for its answer. */
  get quietMs(): number {
    return this.#open.size > 0 ? 0 : Date.now() - this.#changedAt;
  }
}
