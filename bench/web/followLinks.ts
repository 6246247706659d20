import type { Browser, Page } from '@playwright/test';
import { Failure } from '@atrium/launcher/src/report.ts';
import { catalogPage, ENTITY_LINK, entityPage, pathIn } from './pages.ts';
import type { Visitor } from './Visitor.ts';
import { withPage } from './withPage.ts';

/** The first one loads the code of the page, and is not counted. */
const WARM_UP = 1;

/**
 * Goes from the list to a page of an entity and back, within one visit.
 *
 * @returns how long it took each time from the click until the page shows what it is
 * for, in milliseconds
 */
export async function followLinks(
  browser: Browser,
  { portal, session, times }: Visitor & { times: number },
): Promise<number[]> {
  return withPage(browser, { session }, async (page, probe) => {
    await page.goto(`${portal.url}${pathIn(portal, catalogPage)}`);
    const taken: number[] = [];
    for (let time = 0; time < times + WARM_UP; time += 1) {
      await page.locator(ENTITY_LINK).first().waitFor();
      await probe.waitUntilIdle();
      taken.push(await followLink(page));
      await probe.waitUntilIdle();
      await page.goBack();
    }
    if (probe.problems.length > 0) {
      throw new Failure(`The way to an entity in ${portal.name} is not sound`, {
        details: probe.problems.join('\n'),
      });
    }
    return taken.slice(WARM_UP);
  });
}

/** By the clock of the page, so that the way to the browser does not count. */
async function followLink(page: Page): Promise<number> {
  return page.evaluate(
    ({ link, content }) =>
      new Promise<number>(resolve => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (document.querySelector(content)) {
            observer.disconnect();
            // What the next frame shows.
            requestAnimationFrame(() => resolve(performance.now() - start));
          }
        });
        observer.observe(document.body, { childList: true, subtree: true });
        document.querySelector<HTMLElement>(link)?.click();
      }),
    { link: ENTITY_LINK, content: entityPage.content },
  );
}
