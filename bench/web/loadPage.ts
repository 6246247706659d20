import type { Browser, Page } from '@playwright/test';
import { Failure } from '@atrium/launcher/src/report.ts';
import { type ComparedPage, pathIn } from './pages.ts';
import type { Visitor } from './Visitor.ts';
import { withPage } from './withPage.ts';

/** One load of a page by a browser that has nothing but the session. */
export interface PageLoad {
  largestPaintMilliseconds: number;
  /** What it was that was painted last and largest, for people. */
  largestElement: string;
  contentMilliseconds: number;
  /** As Core Web Vitals count it: of the worst five seconds. */
  layoutShift: number;
  apiRequests: string[];
  kilobytes: number;
}

export interface LoadPageOptions extends Visitor {
  page: ComparedPage;
}

interface LargestPaint {
  milliseconds: number;
  element: string;
}

/** What `layout-shift` entries have; the types of browsers do not know them. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

declare global {
  interface Window {
    largestPaint?: LargestPaint;
    layoutShift?: number;
  }
}

const TIMEOUT_MILLISECONDS = 60_000;

/** Opens a page in a fresh context and waits until nothing more happens. */
export async function loadPage(
  browser: Browser,
  options: LoadPageOptions,
): Promise<PageLoad> {
  const { portal, page: comparedPage } = options;
  return withPage(browser, options, async (page, probe) => {
    await page.addInitScript(observeLargestPaint);
    await page.addInitScript(observeLayoutShift);
    await page.goto(`${portal.url}${pathIn(portal, comparedPage)}`, {
      waitUntil: 'commit',
    });
    const contentMilliseconds = await waitForContent(page, options);
    await probe.waitUntilIdle();
    const paint = await page.evaluate(() => window.largestPaint);
    const layoutShift = await page.evaluate(() => window.layoutShift ?? 0);
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
      layoutShift,
      apiRequests: probe.apiRequests,
      kilobytes: probe.kilobytes,
    };
  });
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

/** Runs in the page as well. */
function observeLayoutShift(): void {
  let burst = { startTime: 0, lastTime: 0, value: 0 };
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      const { hadRecentInput, startTime, value } = entry;
      if (hadRecentInput) {
        continue;
      }
      const goesOn =
        startTime - burst.lastTime < 1_000 &&
        startTime - burst.startTime < 5_000;
      burst = {
        startTime: goesOn ? burst.startTime : startTime,
        lastTime: startTime,
        value: goesOn ? burst.value + value : value,
      };
      window.layoutShift = Math.max(window.layoutShift ?? 0, burst.value);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
