import { authorization, expect, signIn, test } from './portalTest';

const runtime = '/catalog/default/component/invoice-service/runtime';

test('an owner restarts what runs in production', async ({ page }) => {
  await signIn(page, 'payments-dev', runtime);
  await page.getByRole('button', { name: /^production/ }).click();

  await test.step('it runs the version that was deployed', async () => {
    await expect(page.getByText('As deployed').first()).toBeVisible();
  });

  await page
    .getByRole('button', { name: 'Restart invoice-service', exact: true })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Restart all pods' })
    .click();
  await expect(page.getByText(/Restarted: all \d+ pods/)).toBeVisible({
    timeout: 60_000,
  });
});

test('somebody else sees how it runs, and may not restart it', async ({
  page,
}) => {
  await signIn(page, 'new-hire', runtime);
  await expect(page.getByText('As deployed').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Restart/ })).toHaveCount(0);

  const response = await page.request.post(
    '/api/workloads/entities/component/default/invoice-service/restart',
    {
      headers: await authorization(page),
      data: {
        cluster: 'acme-production',
        namespace: 'billing',
        workloadKind: 'Deployment',
        name: 'invoice-service',
      },
    },
  );
  expect(response.status()).toBe(403);
});

test('the platform team sees what nobody owns', async ({ page }) => {
  await signIn(page, 'platform-admin', '/workloads');
  await page
    .getByRole('group', { name: 'Unowned' })
    .getByRole('link', { name: 'Show them' })
    .click();
  await expect(page.getByRole('row', { name: /order-import/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /payment-service/ })).toHaveCount(
    0,
  );
});
