import { expect, signIn, test } from './portalTest';
import { pushChange } from './pushChange';

test('an API is found by one of its operations', async ({ page }) => {
  await signIn(page, 'payments-dev');
  await expect(async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.fill('POST /refunds');
    await expect(
      page.getByRole('option', { name: /refunds.*Payment API/ }).first(),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await page
    .getByRole('option', { name: /refunds.*Payment API/ })
    .first()
    .click();
  await expect(page).toHaveURL(
    /\/catalog\/default\/api\/payment-api\/definition/,
  );
});

test('the APIs of the payments team are one search away', async ({ page }) => {
  await signIn(page, 'new-hire', '/api-docs');
  await page.locator('#content').getByRole('searchbox').first().fill('payment');
  await page
    .locator('#content')
    .getByText('Payment API', { exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(/\/api\/payment-api\/definition/);
});

test('a breaking change of an API is seen after a push', async ({ page }) => {
  await signIn(
    page,
    'payments-dev',
    '/catalog/default/api/invoice-api/history',
  );
  await expect(
    page.getByRole('region', { name: 'Versions' }).getByText('First version'),
  ).toBeVisible({ timeout: 60_000 });
  await pushChange({
    repository: 'invoice-service',
    file: 'openapi.yaml',
    message: 'Take an operation away',
    change: content =>
      // The last path of the document, with all that is indented below it.
      content.replace(/\n {2}\/[^\n]+:\n(?: {4}[^\n]*\n|\n)+(?=\S)/, '\n'),
  });
  await expect(
    page
      .getByRole('region', { name: 'Changes' })
      .getByText('Breaking', { exact: true })
      .first(),
  ).toBeVisible({ timeout: 60_000 });
});
