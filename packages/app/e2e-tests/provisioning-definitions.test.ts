import { authorization, expect, signIn, test } from './portalTest';

const PAGE = '/provisioning/definitions';

test('the platform engineer changes a quota in the form, and it applies', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'platform-admin', PAGE);
  const card = page.getByRole('article', { name: 'PostgreSQL for staging' });
  await expect(card).toContainText('6 per owner', { timeout: 60_000 });

  await test.step('the form says what is wrong, and what the change does', async () => {
    await card.getByRole('link', { name: 'Edit' }).click();
    const quota = page.getByRole('textbox', { name: /^Quota/ });
    await expect(quota).toHaveValue('6');
    await quota.fill('many');
    await expect(
      page.getByText('spec.quota.perOwner must be of type number'),
    ).toBeVisible();
    await quota.fill('7');
    await expect(
      page
        .getByRole('region', { name: 'What the change does' })
        .getByText('is 7 instead of 6'),
    ).toBeVisible();
    await expect(page.getByText('The file is valid')).toBeVisible();
  });

  await test.step('what changes is shown, then committed', async () => {
    await page.getByRole('button', { name: 'Review the change' }).click();
    const dialog = page.getByRole('dialog');
    await expect(
      dialog.getByRole('row', { name: /added: perOwner: 7/ }),
    ).toBeVisible();
    await expect(dialog.getByRole('row', { name: /removed/ })).toHaveCount(1);
    await dialog.getByRole('button', { name: 'Commit to main' }).click();
    await expect(
      page.getByRole('heading', { name: 'The change is in the repository' }),
    ).toBeVisible();
    await expect(page.getByText(/The portal has read it/)).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step('the portal shows the new quota', async () => {
    await page.getByRole('link', { name: 'Show the definitions' }).click();
    await expect(card).toContainText('7 per owner');
  });
});

test('nobody else can', async ({ page }) => {
  await signIn(page, 'payments-dev', PAGE);
  await expect(
    page.getByRole('article', { name: 'PostgreSQL for development' }),
  ).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('link', { name: 'New definition' })).toHaveCount(
    0,
  );
  await page.goto(`${PAGE}/new`);
  await expect(
    page.getByText('Only the platform team can edit definitions here'),
  ).toBeVisible();
  const answer = await page.request.post('/api/provisioning/proposals', {
    headers: await authorization(page),
    data: { content: 'kind: ResourceDefinition' },
  });
  expect(answer.status()).toBe(403);
});
