import { authorization, expect, signIn, test } from './portalTest';

const site = '/docs/default/component/payment-service';

test('a reader finds a page by a word of it, and says whether it helped', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, 'payments-dev', site);

  await test.step('search answers while typing, and marks what it found', async () => {
    const field = page.getByRole('searchbox', {
      name: 'Search this documentation',
    });
    // The index is made some time after the site.
    await expect(async () => {
      await field.fill('');
      await field.fill('refund');
      await expect(
        page.getByRole('option', { name: /refund/i }).first(),
      ).toBeVisible({
        timeout: 5_000,
      });
    }).toPass({ timeout: 180_000 });
    await expect(
      page.getByRole('option').locator('mark').first(),
    ).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\?h=refund/);
    await expect(page.getByText(/match(es)? for “refund”/)).toBeVisible();
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(page).not.toHaveURL(/h=refund/);
  });

  await test.step('the owners read what was answered', async () => {
    await page.goto(`${site}/how-to-refund`);
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page
      .getByLabel('What is missing or wrong? (optional)')
      .fill('How long does it take?');
    await page.getByRole('button', { name: 'Send comment' }).click();
    await expect(page.getByText('Your answer is saved')).toBeVisible();
    await page.getByRole('link', { name: 'See all feedback' }).click();
    await expect(
      page.getByRole('row').filter({ hasText: 'how-to-refund' }),
    ).toBeVisible();
    await expect(page.getByText('How long does it take?')).toBeVisible();
  });
});

test('the list of pages covers nothing in a narrow window until it is opened', async ({
  page,
}) => {
  await signIn(page, 'payments-dev', `${site}/how-to-refund`);
  await page.setViewportSize({ width: 768, height: 1024 });
  const list = page.locator('.md-sidebar--primary');
  await expect(page.locator('article h1')).toBeInViewport();
  await expect(list).not.toBeVisible();
  await expect(list).not.toBeInViewport();
  await page.locator('#toggle-sidebar').click();
  await expect(list.getByRole('link').first()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(list).not.toBeInViewport();
});

test('a reader changes a page in the portal', async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(
    page,
    'payments-dev',
    '/docs/default/component/invoice-service/how-to-correct',
  );
  // Until the facts of the page are there, a link of this name leads to the host.
  await expect(page.getByRole('link', { name: /^Open on/ })).toBeVisible();
  await page.getByRole('link', { name: 'Edit this page' }).click();
  const text = page.getByRole('textbox', { name: /^Text of docs/ });
  await text.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\nA correction arrives within five days.\n');
  await expect(
    page
      .getByLabel('How the page will look')
      .getByText('A correction arrives within five days.'),
  ).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Review the change' }).click();
  const dialog = page.getByRole('dialog');
  await expect(
    dialog.getByRole('row', { name: /added: A correction arrives/ }),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Commit to main' }).click();
  await expect(
    page.getByRole('heading', { name: 'The change is in the repository' }),
  ).toBeVisible();
  // TechDocs looks at a source once a minute at most.
  await expect(page.getByText('It is published.')).toBeVisible({
    timeout: 180_000,
  });
  await page.getByRole('link', { name: 'Show the page' }).click();
  await expect(
    page.getByText('A correction arrives within five days.'),
  ).toBeVisible();
});

test('an owner writes the first page of what has none', async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, 'payments-dev', '/docs');
  const without = page.getByRole('region', { name: 'Without documentation' });
  await test.step('it is offered where the repository would take it', async () => {
    await expect(
      without.getByText('It is defined in acme/org, which you cannot write to'),
    ).toBeVisible();
    await without
      .getByRole('link', { name: 'Write the first page of Ledger API' })
      .click();
    await expect(page).toHaveURL(/\/docs\/edit\?entity=api/);
  });

  await test.step('one commit makes the page, its site and the annotation', async () => {
    const text = page.getByRole('textbox', {
      name: 'Text of ledger-api/docs/index.md',
    });
    await text.click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('\nEntries are never changed.\n');
    await page.getByRole('button', { name: 'Review the change' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('ledger-api/mkdocs.yml');
    await dialog.getByRole('button', { name: 'Commit to main' }).click();
    await expect(
      page.getByRole('heading', { name: 'The change is in the repository' }),
    ).toBeVisible();
  });

  await test.step('readers find it', async () => {
    await expect(page.getByText('It is published.')).toBeVisible({
      timeout: 180_000,
    });
    await page.getByRole('link', { name: 'Show the page' }).click();
    await expect(page.getByText('Entries are never changed.')).toBeVisible();
  });
});

test('what readers said is for the owners alone', async ({ page }) => {
  await signIn(page, 'new-hire', `${site}/how-to-refund`);
  await expect(page.getByText('Was this page helpful?')).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'See all feedback' }),
  ).toHaveCount(0);
  const answer = await page.request.get(
    '/api/techdocs/page-feedback?entityRef=component:default/payment-service',
    { headers: await authorization(page) },
  );
  expect(answer.status()).toBe(403);
});
