import { expect, test as base } from '@playwright/test';
import type { Cookie, Page } from '@playwright/test';
import { withoutMouse } from './keyboard/withoutMouse';

export type Persona =
  | 'payments-dev'
  | 'platform-admin'
  | 'new-hire'
  | 'eng-manager';

const personNames: Record<Persona, string> = {
  'payments-dev': 'Priya Natarajan',
  'platform-admin': 'Jonas Weber',
  'new-hire': 'Mina Okafor',
  'eng-manager': 'Elena Marchetti',
};

/**
 * Before anyone is signed in, the app asks whether there is a session and is
 * told no: the one request that may fail.
 */
function isExpectedFailure(url: string, status: number) {
  return status === 401 && new URL(url).pathname === '/api/auth/oidc/refresh';
}

/** Collects what goes wrong in a page. */
export function watch(page: Page, problems: string[]) {
  page.on('console', message => {
    if (message.type() !== 'error') {
      return;
    }
    const { url } = message.location();
    if (url.includes('/api/auth/oidc/refresh')) {
      return;
    }
    problems.push(`console: ${message.text()} (${url})`);
  });
  page.on('pageerror', error => problems.push(`uncaught: ${error.message}`));
  page.on('response', response => {
    const status = response.status();
    if (status >= 400 && !isExpectedFailure(response.url(), status)) {
      problems.push(
        `${status} ${response.request().method()} ${response.url()}`,
      );
    }
  });
  page.on('requestfailed', request => {
    // Leaving a page cancels what it was still loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') {
      problems.push(`${request.failure()?.errorText} ${request.url()}`);
    }
  });
}

/** A test whose page fails it on any console error or failed request. */
export const test = base.extend<{ problems: string[] }, { hasMouse: boolean }>({
  hasMouse: [true, { option: true, scope: 'worker' }],
  problems: async ({}, provide) => {
    await provide([]);
  },
  page: async ({ page, problems, hasMouse }, provide, testInfo) => {
    watch(page, problems);
    if (!hasMouse) {
      withoutMouse(page);
    }
    await provide(page);
    if (testInfo.status !== testInfo.expectedStatus) {
      await printPage(page);
    }
    expect(problems).toEqual([]);
  },
});

/** Where only the output is kept, it has to tell what the page said. */
async function printPage(page: Page): Promise<void> {
  const text = await page
    .locator('body')
    .innerText({ timeout: 5_000 })
    .catch(error => String(error));
  const lines = text.split('\n').filter(line => line.trim() !== '');
  process.stdout.write(
    `${page.url()} says:\n${lines.join('\n').slice(0, 3_000)}\n`,
  );
}

export { expect };

/** What a request by `page.request` needs to be made as the signed-in person. */
export async function authorization(page: Page) {
  const session = await page.request.get(
    '/api/auth/oidc/refresh?env=development',
    { headers: { 'X-Requested-With': 'XMLHttpRequest' } },
  );
  const { backstageIdentity } = await session.json();
  return { Authorization: `Bearer ${backstageIdentity.token}` };
}

/** Of who has signed in since this process began: what their browser was given. */
const sessions = new Map<Persona, Cookie[]>();

/** Signs in through the identity provider's window, as a person does. */
export async function signInAnew(page: Page, persona: Persona) {
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await (await popup)
    .getByRole('button', { name: `Sign in as ${personNames[persona]}` })
    .click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** Signs in where this process has not yet done so as the same person, or goes on. */
export async function signIn(page: Page, persona: Persona, path = '/') {
  const session = sessions.get(persona);
  await page.context().addCookies(session ?? []);
  await page.goto(path);
  if (session) {
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    return;
  }
  await signInAnew(page, persona);
  sessions.set(persona, await page.context().cookies());
}

/** Chooses from a field of the forms of templates. */
export async function choose(page: Page, field: string, text: string) {
  const input = page.getByRole('combobox', { name: field });
  await input.fill(text);
  await page.getByRole('option', { name: new RegExp(`^${text}`) }).click();
}
