import { expect, signIn, signInAnew, test } from './portalTest';

test('an address without a page says so and leads on', async ({ page }) => {
  await signIn(page, 'payments-dev');
  await page.goto('/nowhere');
  await expect(
    page.getByRole('heading', { name: 'There is no page at this address' }),
  ).toBeVisible();
  await page.keyboard.press('?');
  await expect(
    page.getByRole('dialog', { name: 'Keyboard shortcuts' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await page
    .locator('#content')
    .getByRole('button', { name: 'Search' })
    .click();
  await page
    .getByRole('combobox', { name: 'Search' })
    .fill('deployments of payment-service');
  await page
    .getByRole('option', {
      name: 'Deployments of payment-service',
      exact: true,
    })
    .click();
  await expect(page).toHaveURL(/component\/payment-service\/delivery/);
});

test('a page for people with another role says so', async ({ page }) => {
  await signIn(page, 'payments-dev');
  for (const [path, permission] of [
    ['/provisioning/leftovers', 'provisioning.operate'],
    ['/create/actions', 'scaffolder.template.management'],
  ]) {
    await page.goto(path);
    await expect(
      page.getByRole('heading', {
        name: 'You do not have access to this page',
      }),
    ).toBeVisible();
    await expect(page.getByText(permission)).toBeVisible();
  }
});

test('the frame is there until the app is', async ({ page }) => {
  let answer = () => {};
  const held = new Promise<void>(resolve => (answer = resolve));
  await page.route('**/static/main.*.js', async route => {
    await held;
    await route.continue();
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/', { waitUntil: 'commit' });
  const frame = page.locator('.opening');
  await expect(frame).toBeVisible();
  await expect(page.locator('body')).toHaveAttribute('data-theme-mode', 'dark');
  answer();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(frame).toBeHidden();
});

test('on a narrow screen the navigation is a drawer', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await (await popup)
    .getByRole('button', { name: 'Sign in as Mina Okafor' })
    .click();
  // Search and what is unread are at hand without it.
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('combobox', { name: 'Search' }).fill('settings');
  await page.getByRole('option', { name: 'Open settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.getByRole('link', { name: /^Notifications/ }).click();
  await expect(
    page.getByRole('heading', { name: 'Notifications', exact: true }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await page.getByRole('link', { name: 'Catalog', exact: true }).click();
  await expect(page).toHaveURL(/\/catalog$|\/catalog\?/);
  await expect(
    page.getByRole('button', { name: 'Open navigation' }),
  ).toBeVisible();
});

test('the search over any page leads to pages of the navigation', async ({
  page,
}) => {
  await signIn(page, 'payments-dev');
  await page.getByRole('button', { name: 'Search' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('slos');
  await expect(dialog.getByRole('option').first()).toHaveText('SLOs');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/slos\b/);
});

test('bookmarks of the stock catalog graph lead to the dependencies', async ({
  page,
}) => {
  await signIn(
    page,
    'payments-dev',
    '/catalog-graph?rootEntityRefs%5B%5D=component%3Adefault%2Fpayment-service&maxDepth=1',
  );
  await expect(
    page.getByRole('heading', { name: 'Dependencies', exact: true }),
  ).toBeVisible();
  await expect(page).toHaveURL(
    '/dependencies?entity=component%3Adefault%2Fpayment-service',
  );
});

test('who signs out in one tab is signed out in the others', async ({
  page,
}) => {
  // Others go on with a session of their own: this one ends.
  await page.goto('/settings');
  await signInAnew(page, 'payments-dev');
  const other = await page.context().newPage();
  await other.goto('/settings');
  await expect(
    other.locator('#content').getByRole('link', { name: 'Priya Natarajan' }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible();

  await signInAnew(page, 'new-hire');
  await expect(
    other.locator('#content').getByRole('link', { name: 'Mina Okafor' }),
  ).toBeVisible();
  await other.close();
});
