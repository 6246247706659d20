import { authorization, expect, signIn, test } from './portalTest';

const tab = '/catalog/default/component/invoice-service/slos';

test('an owner writes an SLO in the portal, and it applies', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'payments-dev', tab);

  await test.step('the form says what a target leaves', async () => {
    await page.getByRole('link', { name: 'New SLO' }).click();
    await page.getByLabel('Title').fill('Invoices are found');
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(
      'invoices-are-found',
    );
    await page
      .getByLabel('Good events: series')
      .fill('http_requests_total{code!~"5.."}');
    await page.getByLabel('All events: series').fill('http_requests_total');
    await page.getByLabel('Target (%)').fill('99.95');
    await expect(page.getByText('20 minutes in 28 days')).toBeVisible();
    await expect(page.getByText('The file is valid')).toBeVisible();
  });

  await test.step('leaving asks first', async () => {
    await page.getByRole('link', { name: 'All objectives' }).click();
    await page.getByRole('button', { name: 'Stay' }).click();
    await page.evaluate(() => window.history.back());
    await page.getByRole('button', { name: 'Stay' }).click();
    await expect(page.getByLabel('Title')).toHaveValue('Invoices are found');
  });

  await test.step('what changes is shown, then committed', async () => {
    await page.getByRole('button', { name: 'Review the change' }).click();
    const dialog = page.getByRole('dialog');
    await expect(
      dialog.getByRole('row', { name: /added: displayName: Invoices/ }),
    ).toBeVisible();
    await expect(dialog.getByRole('row', { name: /removed/ })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Commit to main' }).click();
    await expect(
      page.getByRole('heading', { name: 'The change is in the repository' }),
    ).toBeVisible();
    await expect(page.getByText('The portal has read it')).toBeVisible({
      timeout: 30_000,
    });
  });

  await test.step('the SLO is on the tab, and can be edited', async () => {
    await page.getByRole('link', { name: 'Show the SLOs' }).click();
    await expect(
      page.getByRole('listitem').filter({ hasText: 'Invoices are found' }),
    ).toContainText('target 99.95%', { timeout: 30_000 });
    await page.getByRole('link', { name: 'Edit Invoices are found' }).click();
    await expect(page.getByLabel('Target (%)')).toHaveValue('99.95');
  });
});

test('nobody else can', async ({ page }) => {
  await signIn(page, 'new-hire', tab);
  await expect(
    page
      .getByRole('list', { name: 'Objectives' })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'New SLO' })).toHaveCount(0);
  await page.goto(`${tab}?new=`);
  await expect(page.getByText('Only owners can edit the SLOs')).toBeVisible();

  const answer = await page.request.post('/api/slo/proposals', {
    headers: await authorization(page),
    data: {
      entityRef: 'component:default/invoice-service',
      content: 'kind: SLO',
    },
  });
  expect(answer.status()).toBe(403);
});
