import { expect, signIn, test } from './portalTest';

test('a developer finds a service and everything around it', async ({
  page,
}) => {
  await signIn(page, 'payments-dev');
  await expect(
    page.getByRole('heading', { name: /Good \w+, Priya/ }),
  ).toBeVisible();

  await test.step('search finds payment-service', async () => {
    await page.getByRole('button', { name: 'Search' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('payment-service');
    // An exact name comes first.
    await expect(dialog.getByRole('option').first()).toContainText(
      'payment-serviceService',
    );
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(
      /\/catalog\/default\/component\/payment-service/,
    );
  });

  await test.step('the page names owner, system, dependencies and API', async () => {
    const main = page.locator('#content');
    await expect(
      main.getByRole('link', { name: 'Payments', exact: true }).first(),
    ).toBeVisible();
    await expect(
      main.getByRole('link', { name: 'Billing' }).first(),
    ).toBeVisible();
    await expect(
      main.getByRole('link', { name: 'user-service' }).first(),
    ).toBeVisible();
    await expect(
      main.getByRole('link', { name: 'Payments database' }).first(),
    ).toBeVisible();
  });

  await test.step('the page says at a glance how it stands', async () => {
    const health = page.getByRole('list', { name: 'Health' });
    for (const part of ['Delivery', 'SLOs', 'Runtime', 'Level']) {
      await expect(health.getByRole('link', { name: part })).toBeVisible();
    }
  });

  await test.step('its API definition opens', async () => {
    await page
      .locator('#content')
      .getByRole('link', { name: 'Payment API' })
      .first()
      .click();
    await page
      .getByRole('navigation', { name: 'Parts of Payment API' })
      .getByRole('link', { name: 'Definition' })
      .click();
    await expect(
      page.getByText('/payments/{paymentId}/refunds').first(),
    ).toBeVisible();
  });

  await test.step('its Runtime tab shows the crash-looping neighbour', async () => {
    await page.goto(
      '/catalog/default/component/payment-service/runtime?view=kubernetes',
    );
    await expect(
      page.getByText('payment-webhook-worker').first(),
    ).toBeVisible();
    await expect(
      page.getByText(/back-off .+ restarting failed container/).first(),
    ).toBeVisible();
  });
});
