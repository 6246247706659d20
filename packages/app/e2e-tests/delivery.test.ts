import { expect, signIn, test } from './portalTest';
import { pushChange } from './pushChange';

test('a push is built, deployed and running without a reload', async ({
  page,
}) => {
  await signIn(
    page,
    'payments-dev',
    '/catalog/default/component/invoice-service/delivery',
  );
  const production = page
    .getByRole('region', { name: 'What runs where' })
    .getByRole('listitem')
    .filter({ hasText: 'production' });
  await expect(production).toBeVisible({ timeout: 60_000 });
  // How long ago it was changes by itself.
  const readVersion = async () =>
    /\d+\.\d+\.\d+/.exec(await production.innerText())?.[0];
  const before = await readVersion();

  await pushChange({
    repository: 'invoice-service',
    file: 'README.md',
    message: 'Say when invoices are sent',
    change: content => `${content}\nInvoices are sent at night.\n`,
  });

  await test.step('the run passes', async () => {
    await expect(
      page
        .getByRole('region', { name: 'Pipeline runs' })
        .getByRole('link', { name: /Open/ })
        .first(),
    ).toBeVisible({ timeout: 45_000 });
  });

  const version = await test.step('production has a new version', async () => {
    await expect.poll(readVersion, { timeout: 45_000 }).not.toBe(before);
    await expect(production).toContainText('just now');
    return readVersion();
  });

  await test.step('its pods run that version', async () => {
    expect(version).toBeDefined();
    await page.goto('/catalog/default/component/invoice-service/runtime');
    await expect(
      page
        .getByRole('list', { name: 'Environments' })
        .getByRole('listitem')
        .filter({ hasText: 'production' }),
    ).toContainText(String(version), { timeout: 45_000 });
  });
});

test('a team sees how it delivers', async ({ page }) => {
  await signIn(
    page,
    'eng-manager',
    '/catalog/default/group/team-payments/delivery-metrics',
  );
  const frequency = page.getByRole('group', { name: 'Deployment frequency' });
  // The past of the sample organisation is sent after the portal is ready.
  await expect(async () => {
    await page.reload();
    await expect(frequency).toContainText(/\d+ deployments/, {
      timeout: 5_000,
    });
  }).toPass({ timeout: 80_000 });
  await expect(
    page.getByRole('group', { name: 'Lead time for changes' }),
  ).toContainText(/\d+ changes/);
});
