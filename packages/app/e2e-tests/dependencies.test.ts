import { readFile } from 'node:fs/promises';
import { expect, signIn, test } from './portalTest';

test('a developer asks what fails with the payment service, and tells others', async ({
  page,
}) => {
  await signIn(
    page,
    'payments-dev',
    '/catalog/default/component/payment-service',
  );
  await page
    .getByRole('navigation', { name: 'Parts of payment-service' })
    .getByRole('link', { name: 'Dependencies' })
    .click();

  await test.step('the map shows what uses it and what it depends on', async () => {
    const map = page.getByRole('main').locator('.react-flow');
    await expect(map.getByText('Payments database').first()).toBeVisible({
      timeout: 30_000,
    });
    await map.getByLabel(/^payment-service:/).focus();
    await page.keyboard.press('ArrowLeft');
    // Whatever is left of it uses it; its facts stand beside the map.
    await expect(
      page.getByRole('complementary', { name: /^About / }),
    ).toBeVisible();
  });

  await page.getByRole('radio', { name: 'If it fails' }).click();
  await test.step('teams to call are named, and what can fail, by weight', async () => {
    const teams = page.getByRole('region', { name: 'Teams', exact: true });
    await expect(
      teams.getByRole('link', { name: 'Checkout', exact: true }),
    ).toBeVisible();
    await expect(
      page
        .getByRole('region', { name: 'Affected entities' })
        .getByRole('link', { name: 'checkout-service', exact: true })
        .first(),
    ).toBeVisible();
  });

  await test.step('the change notice says the same', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export change notice' }).click();
    const file = await (await download).path();
    const notice = await readFile(file, 'utf8');
    expect(notice).toContain('# Change notice: payment-service');
    expect(notice).toContain('## Teams to call');
    expect(notice).toContain('checkout-service');
  });
});

test('what services call and no file declares is listed', async ({ page }) => {
  await signIn(page, 'platform-admin', '/dependencies?view=differences');
  const calls = page.getByRole('region', { name: 'Observed, not declared' });
  await expect(calls.getByRole('row', { name: /ledger-service/ })).toBeVisible({
    timeout: 60_000,
  });
  // A chain of dependencies by way of an API.
  await page.goto(
    '/dependencies?view=path&from=component:default/checkout-web&to=component:default/product-service',
  );
  await expect(
    page.getByRole('list', { name: 'Path' }).getByRole('listitem'),
  ).not.toHaveCount(0);
});
