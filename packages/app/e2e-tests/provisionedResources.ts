import type { Locator, Page } from '@playwright/test';
import { Client } from 'pg';
import { expect } from './portalTest';

const PAYMENT_RESOURCES =
  '/catalog/default/component/payment-service/resources';

/** Each run makes its own: names are taken while their resource lives. */
export const uniqueName = (name: string) =>
  `${name}-${Date.now().toString(36)}`;

interface Wish {
  type: string;
  environment: string;
  name: string;
}

/** Fills in the form on the tab of the component; answers its preview. */
export async function fillIn(page: Page, wish: Wish): Promise<Locator> {
  await page.goto(PAYMENT_RESOURCES);
  await page
    .getByRole('link', { name: 'Request a resource' })
    .click({ timeout: 60_000 });
  await page.getByRole('radio', { name: wish.type }).check();
  await page.getByRole('button', { name: /Environment/ }).click();
  await page.getByRole('option', { name: wish.environment }).click();
  await page.getByLabel('Name').fill(wish.name);
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await expect(preview.getByText(/a month$/)).toBeVisible();
  return preview;
}

/** Opens the page of a resource and takes its credentials, which works once. */
export async function takeUrl(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Show once' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Show them now' }).click();
  await expect(
    dialog.getByText('This is the only time they are shown'),
  ).toBeVisible();
  const url = await dialog
    .getByRole('definition')
    .filter({ hasText: /^postgresql:/ })
    .first()
    .getByRole('code')
    .innerText();
  await dialog.getByRole('button', { name: 'I have copied them' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Show once' })).toHaveCount(0);
  await expect(page.getByText(url)).toHaveCount(0);
  return url;
}

export async function connect<T>(
  connectionString: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Waits until what was requested is there, and opens it. */
export async function openResource(page: Page, name: string) {
  await expect(page.getByText(`${name} is ready`)).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('link', { name: 'Open the resource' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}
