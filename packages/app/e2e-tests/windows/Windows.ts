import type { Browser, Page } from '@playwright/test';
import { signIn, watch } from '../portalTest';
import type { Persona } from '../portalTest';
import { Traffic } from './Traffic';

/** How far the clock of the world is ahead of the browser's. */
const CLOCK_AHEAD_MS = Number(process.env.ATRIUM_CLOCK_AHEAD_MS ?? 0);

/** A window of somebody, and what is asked for in it. */
export interface Window {
  page: Page;
  traffic: Traffic;
  /** Console errors and failed requests since it was opened. */
  problems: string[];
}

/** Opens windows of people who are signed in, each once. */
export class Windows {
  readonly #browser: Browser;
  readonly #windows = new Map<Persona, Promise<Window>>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  of(persona: Persona): Promise<Window> {
    const opened = this.#windows.get(persona) ?? this.#open(persona);
    this.#windows.set(persona, opened);
    return opened;
  }

  async #open(persona: Persona): Promise<Window> {
    const context = await this.#browser.newContext({
      baseURL: process.env.PLAYWRIGHT_URL,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      timezoneId: 'UTC',
      locale: 'en-GB',
    });
    await context.addInitScript(shiftDate, CLOCK_AHEAD_MS);
    const page = await context.newPage();
    const traffic = new Traffic(page);
    const problems: string[] = [];
    watch(page, problems);
    await signIn(page, persona);
    return { page, traffic, problems };
  }
}

/** Runs in each page, before anything else: its time is that of the world. */
function shiftDate(aheadMs: number) {
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length === 0 ? [RealDate.now() + aheadMs] : args,
        newTarget,
      ),
    apply: () => new Date().toString(),
    get: (target, name, receiver) =>
      name === 'now'
        ? () => RealDate.now() + aheadMs
        : Reflect.get(target, name, receiver),
  });
}
