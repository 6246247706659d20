import { expect, signIn, test } from './portalTest';

test('a phrase from the body of a page is found', async ({ page }) => {
  await signIn(page, 'payments-dev');
  // First every site is built, then the index is made anew. This comes before
  // the next journey, which opens a site: the stock reader asks for a site that
  // is not built yet twice in vain.
  test.setTimeout(240_000);
  await expect(async () => {
    await page.goto(
      '/search?query=customer+service+refunds+in+the+back+office&types[]=techdocs',
    );
    await expect(
      page
        .locator('#content')
        .getByRole('link', { name: /refund/i })
        .first(),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 180_000 });
});

test('a developer reads the documentation of a service', async ({ page }) => {
  await signIn(page, 'payments-dev', '/docs');

  await test.step('the docs of the own team come first', async () => {
    await page
      .locator('#content')
      .getByRole('link', { name: 'payment-service', exact: true })
      .first()
      .click();
    await expect(page).toHaveURL(/\/docs\/default\/component\/payment-service/);
  });

  await test.step('a diagram is drawn', async () => {
    await expect(
      page.locator('svg').filter({ hasText: 'payment token' }).first(),
    ).toBeVisible();
  });

  await test.step('a relative link leads on', async () => {
    await page.goto('/docs/default/component/payment-service/how-to-refund');
    await page
      .getByRole('article')
      .getByRole('link', { name: 'Payment life cycle' })
      .first()
      .click();
    await expect(page).toHaveURL(/\/life-cycle/);
    await expect(
      page.getByRole('heading', { name: /Payment life cycle/ }),
    ).toBeVisible();
  });

  await test.step('content tabs switch', async () => {
    await page.goto('/docs/default/component/payment-service/how-to-refund');
    const article = page.getByRole('article');
    await expect(article.getByText('acme auth token').first()).toBeVisible();
    await article.getByText('payments-sdk', { exact: true }).first().click();
    await expect(article.getByText('new PaymentsClient').first()).toBeVisible();
  });

  await test.step('folders of pages open', async () => {
    await page.goto('/docs/default/component/atrium');
    const list = page.getByRole('navigation', { name: 'Pages' });
    const guide = list.getByRole('link', { name: 'Describing a service' });
    await expect(guide).toBeHidden();
    await list.getByText('Guides').click();
    await guide.click();
    await expect(page).toHaveURL(/\/guides\/catalog-info/);
  });
});
