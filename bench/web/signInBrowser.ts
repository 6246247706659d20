import type { Browser, Cookie } from '@playwright/test';
import type { Portal } from '../portals/Portal.ts';

/** Owns what is looked at, so that it is among "owned" on the catalog page. */
const PERSON = 'Priya Natarajan';

/**
 * Signs in through the identity provider's page, whatever the portal's own
 * sign-in page looks like.
 *
 * @returns the cookies of the session
 */
export async function signInBrowser(
  browser: Browser,
  portal: Portal,
): Promise<Cookie[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = new URL('/api/auth/oidc/start', portal.url);
  start.searchParams.set('env', 'development');
  start.searchParams.set('scope', 'openid profile email offline_access');
  start.searchParams.set('origin', portal.url);
  await page.goto(start.href);
  await page.getByRole('button', { name: `Sign in as ${PERSON}` }).click();
  await page.waitForURL(`${portal.url}/api/auth/oidc/handler/**`);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}
