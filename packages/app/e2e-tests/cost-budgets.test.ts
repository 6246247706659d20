import type { Page } from '@playwright/test';
import { authorization, expect, signIn, test } from './portalTest';

/** No other journey has anything to do with it. */
const entityRef = 'component:default/payments-sdk';
const tab = '/catalog/default/component/payments-sdk/cost';
const gitUrl = process.env.ATRIUM_GIT_URL ?? 'http://localhost:7008';

/** What the repository has, as everybody may read it. */
async function readFile(page: Page): Promise<string> {
  const answer = await page.request.get(
    `${gitUrl}/acme/payments-sdk/raw/branch/main/catalog-info.yaml`,
  );
  expect(answer.status()).toBe(200);
  return answer.text();
}

test('an owner sets a budget in the portal, and cost is compared with it', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, 'payments-dev', tab);
  const before = await readFile(page);
  const dialog = page.getByRole('dialog');
  const budget = page.getByRole('group', { name: 'Budget' });

  await test.step('also where nothing is charged yet', async () => {
    await expect(
      page.getByText('Nothing is charged to payments-sdk yet'),
    ).toBeVisible();
    await page
      .getByRole('button', { name: 'Set budget: payments-sdk' })
      .click({ timeout: 60_000 });
    await dialog.getByLabel('Amount per month').fill('75,50');
    await dialog.getByRole('button', { name: 'Commit to main' }).click();
    await expect(
      page.getByText('Cost is compared with it from now on'),
    ).toBeVisible({ timeout: 60_000 });
  });

  await test.step('it stands in the file, and nothing else changed', async () => {
    expect(await readFile(page)).toBe(
      before.replace(
        /^ {2}annotations:\n(?: {4}.*\n)+/m,
        annotations =>
          `${annotations}    atrium.dev/monthly-budget: EUR 75.50\n`,
      ),
    );
  });

  await test.step('the page shows it', async () => {
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(budget).toContainText('€75.50');
    await expect(budget).toContainText('Within budget');
  });

  await test.step('it can be removed', async () => {
    await page
      .getByRole('button', { name: 'Change budget: payments-sdk' })
      .click();
    await dialog.getByText('Remove the budget').click();
    await dialog.getByRole('button', { name: 'Commit to main' }).click();
    await expect(
      page.getByText('Cost is compared with it from now on'),
    ).toBeVisible({ timeout: 60_000 });
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(
      page.getByRole('button', { name: 'Set budget: payments-sdk' }),
    ).toBeVisible();
    expect(await readFile(page)).toBe(before);
  });
});

test('nobody else sets it', async ({ page }) => {
  await signIn(page, 'new-hire', tab);
  await expect(page.getByRole('group', { name: 'Budget' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole('button', { name: /budget: / })).toHaveCount(0);

  const answer = await page.request.post('/api/cost/budget-proposals', {
    headers: await authorization(page),
    data: {
      entityRef,
      base: 'unknown',
      budget: { amount: '75', currency: 'EUR' },
    },
  });
  expect(answer.status()).toBe(403);
});
