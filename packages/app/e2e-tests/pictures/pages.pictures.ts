import type { Page } from '@playwright/test';
import { expect } from '../portalTest';
import { PAGES, type PicturedPage, type View } from './pages';
import { settle } from '../windows/settle';
import { test } from '../windows/windowTest';
import { takePicture, UNANSWERED } from './takePicture';

const SIZES: Record<View, { width: number; height: number }> = {
  wide: { width: 1400, height: 900 },
  dark: { width: 1400, height: 900 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
};

/** As a plugin answers whose database is away. */
const FAILURE = {
  error: {
    name: 'ServiceUnavailableError',
    message: 'The database does not answer',
  },
  response: { statusCode: 503 },
};

for (const pictured of PAGES) {
  const { name, persona = 'payments-dev', views } = pictured;
  test(name, async ({ windows }) => {
    test.setTimeout(180_000);
    const window = await windows.of(persona);
    const { page } = window;
    const isLoading = pictured.answered?.by === 'nothing';
    await page.setViewportSize(SIZES.wide);
    await page.emulateMedia({ colorScheme: 'light' });
    // What was too slow to answer is said on the page, which is no picture of it.
    await expect(async () => {
      await open(page, pictured);
      await settle(window, { isLoading });
      await expect(page.getByText(UNANSWERED)).toHaveCount(0);
    }).toPass({ timeout: 80_000 });
    for (const view of views) {
      await page.setViewportSize(SIZES[view]);
      await page.emulateMedia({
        colorScheme: view === 'dark' ? 'dark' : 'light',
      });
      await settle(window, { isLoading });
      expect
        .soft(await takePicture(page))
        .toMatchSnapshot(`${name}-${view}.png`, {
          maxDiffPixelRatio: 0.01,
        });
    }
    await page.unrouteAll();
  });
}

async function open(page: Page, pictured: PicturedPage): Promise<void> {
  const { path, follow, answered } = pictured;
  await page.unrouteAll();
  if (answered) {
    const { api, by } = answered;
    await page.route(`**/api/${api}`, async route => {
      if (by === 'error') {
        await route.fulfill({ status: 503, json: FAILURE });
      } else if (by !== 'nothing') {
        await route.fulfill({ json: by });
      }
    });
  }
  await page.goto(path);
  if (follow) {
    await page.getByRole('link', { name: follow }).first().click();
    await expect(page).not.toHaveURL(path);
  }
}
