import type { Locator, Page } from '@playwright/test';
import { expect, signIn, test } from './portalTest';

const TAB = '/catalog/default/component/receipt-service/resources';

function environment(page: Page, title: string): Locator {
  return page
    .getByRole('list', { name: 'Environments' })
    .getByRole('listitem')
    .filter({ hasText: title });
}

test('a developer takes a service from its Score file into the clusters', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, 'payments-dev');
  await page.goto(TAB);
  const dev = environment(page, 'Development');
  const staging = environment(page, 'Staging');

  await test.step('provisions what is missing', async () => {
    await expect(dev.getByText('Not applied yet')).toBeVisible({
      timeout: 60_000,
    });
    await dev.getByRole('button', { name: 'Provision missing' }).click();
    await expect(dev.getByText('nothing is missing')).toBeVisible();
    await expect(
      page
        .getByRole('list', { name: 'What it needs in Development' })
        .getByText('There'),
    ).toBeVisible({ timeout: 60_000 });
  });

  await test.step('sees what would change before it does', async () => {
    await dev.getByRole('button', { name: 'Apply' }).click();
    const dialog = page.getByRole('dialog', { name: 'Apply to Development' });
    await expect(
      dialog.getByText('Namespace billing-dev of acme-staging'),
    ).toBeVisible();
    await expect(
      dialog.getByRole('region', {
        name: 'Fields of Deployment receipt-service',
      }),
    ).toContainText('registry.acme.example/receipt-service:0.3.0');
    await expect(dialog.getByText('It reads Secrets')).toBeVisible();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('sees it running', async () => {
    await expect(dev.getByText('Running')).toBeVisible({ timeout: 60_000 });
    await dev.getByRole('button', { name: 'Apply' }).click();
    const dialog = page.getByRole('dialog', { name: 'Apply to Development' });
    await expect(dialog.getByText('Nothing would change.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('promotes it to staging, with what is missing there', async () => {
    await dev.getByRole('button', { name: 'Promote to Staging' }).click();
    const dialog = page.getByRole('dialog', {
      name: 'Promote Development to Staging',
    });
    await expect(dialog.getByText('Missing there: receipts')).toBeVisible();
    await dialog.getByRole('button', { name: 'Provision missing' }).click();
    const promote = dialog.getByRole('button', { name: 'Promote' });
    await expect(promote).toBeEnabled({ timeout: 60_000 });
    await promote.click();
    await expect(dialog).toBeHidden();
    await expect(staging.getByText('Running')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('finds it on the page of what runs', async () => {
    await page.goto('/catalog/default/component/receipt-service/runtime');
    await expect(page.getByText('receipt-service').first()).toBeVisible();
    await expect(page.getByText('billing-staging').first()).toBeVisible({
      timeout: 60_000,
    });
  });
});
