import type { Browser, Cookie, Page } from '@playwright/test';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { Portal } from '../portals/Portal.ts';
import { PageProbe } from './PageProbe.ts';
import type { ComparedPage } from './pages.ts';

/** One load of a page by a browser that has nothing but the session. */
export interface PageLoad {
  largestPaintMilliseconds: number;
  /** What it was that was painted last and largest, for people. */
  largestElement: string;
  contentMilliseconds: number;
  apiRequests: string[];
  kilobytes: number;
}

export interface LoadPageOptions {
  portal: Portal;
  page: ComparedPage;
  /** The session; updated, since each load may be given a new one. */
  session: { cookies: Cookie[] };
}

interface LargestPaint {
  milliseconds: number;
  element: string;
}

declare global {
  interface Window {
    largestPaint?: LargestPaint;
  }
}

const TIMEOUT_MILLISECONDS = 60_000;

/** Opens a page in a fresh context and waits until nothing more happens. */
export async function loadPage(
  browser: Browser,
  options: LoadPageOptions,
): Promise<PageLoad> {
  const { portal, page: comparedPage, session } = options;
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
  });
  try {
    await context.addCookies(session.cookies);
    const page = await context.newPage();
    const probe = await PageProbe.attach(page);
    await page.addInitScript(observeLargestPaint);
    await page.goto(`${portal.url}${comparedPage.path[portal.name]}`, {
      waitUntil: 'commit',
    });
    const contentMilliseconds = await waitForContent(page, options);
    await probe.waitUntilIdle();
    const paint = await page.evaluate(() => window.largestPaint);
    session.cookies = await context.cookies();
    if (!paint || probe.problems.length > 0) {
      throw new Failure(
        `The ${comparedPage.name} of ${portal.name} is not sound`,
        { details: probe.problems.join('\n') || 'Nothing was painted' },
      );
    }
    return {
      largestPaintMilliseconds: paint.milliseconds,
      largestElement: paint.element,
      contentMilliseconds,
      apiRequests: probe.apiRequests,
      kilobytes: probe.kilobytes,
    };
  } finally {
    await context.close();
  }
}

async function waitForContent(
  page: Page,
  { portal, page: { name, content } }: LoadPageOptions,
): Promise<number> {
  try {
    await page
      .locator(content)
      .first()
      .waitFor({ timeout: TIMEOUT_MILLISECONDS });
  } catch (error) {
    throw new Failure(`The ${name} of ${portal.name} shows no '${content}'`, {
      details: await page.locator('body').innerText(),
      cause: error,
    });
  }
  return page.evaluate(() => performance.now());
}

/** Runs in the page, before anything of the page does. */
function observeLargestPaint(): void {
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      const { element } = entry as LargestContentfulPaint;
      window.largestPaint = {
        milliseconds: entry.startTime,
        element: element
          ? `${element.tagName.toLowerCase()} "${(
              element.textContent ?? ''
            ).slice(0, 40)}"`
          : 'an element that is gone',
      };
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}
