import type { Browser, Page } from '@playwright/test';
import { PageProbe } from './PageProbe.ts';
import type { Visitor } from './Visitor.ts';

/** Works with a page of a browser that has nothing but the session. */
export async function withPage<Result>(
  browser: Browser,
  { session }: Pick<Visitor, 'session'>,
  use: (page: Page, probe: PageProbe) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
  });
  try {
    await context.addCookies(session.cookies);
    const page = await context.newPage();
    const result = await use(page, await PageProbe.attach(page));
    session.cookies = await context.cookies();
    return result;
  } finally {
    await context.close();
  }
}
