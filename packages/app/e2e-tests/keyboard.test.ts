import type { Locator, Page } from '@playwright/test';
import { expectFocusVisible, hasFocus, pressUntil } from './keyboard/focus';
import { authorization, expect, signIn, test } from './portalTest';

/** Presses Tab until something has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  await test.step(`Tab leads to ${target}`, () =>
    pressUntil(page, 'Tab', () => hasFocus(target)));
  await expectFocusVisible(page);
}

/** Begins behind the navigation, by the link that is there for that. */
async function skipToContent(page: Page) {
  await tabTo(page, page.getByRole('link', { name: 'Skip to content' }));
  await page.keyboard.press('Enter');
}

/** Uses what is on the page, on the way that leads past the navigation. */
async function pressInContent(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  await skipToContent(page);
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes somewhere by what is typed over any page. */
async function command(page: Page, text: string, option: string | RegExp) {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type(text);
  // What is found for less than the whole text is no answer to it.
  await expect(
    page.getByRole('option', { name: `See all results for “${text}”` }),
  ).toBeVisible();
  await expect(
    page.getByRole('option', { name: option, selected: true }),
  ).toBeVisible();
  await page.keyboard.press('Enter');
}

test.describe('by keyboard alone', () => {
  test('somebody finds a service and opens its incident', async ({ page }) => {
    await signIn(page, 'payments-dev', '/catalog');
    const searchButton = page.getByRole('button', { name: 'Search' }).first();
    await tabTo(page, searchButton);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
    await page.keyboard.press('Escape');
    // Whoever leaves the search is where they were.
    await expect(searchButton).toBeFocused();

    await command(page, 'payment-service', /^payment-service/);
    await expect(page).toHaveURL(/component\/payment-service$/);
    const banner = page.getByRole('region', { name: /incidents? open/i });
    await pressInContent(
      page,
      banner.getByRole('link', { name: 'Open delivery' }),
    );
    await expect(page).toHaveURL(/payment-service\/delivery\?view=incidents/);
    await expect(
      page.getByRole('region', { name: 'Incidents' }).getByRole('table'),
    ).toBeVisible();
  });

  test('somebody makes a service', async ({ page }) => {
    test.setTimeout(180_000);
    const serviceName = `keyboard-${Date.now().toString(36)}`;
    await signIn(page, 'payments-dev');
    await command(page, 'create a service', 'Create a service');
    await expect(page).toHaveURL(/\/create/);
    await pressInContent(
      page,
      page.getByRole('link', { name: 'Node service' }),
    );
    const name = page.getByLabel('Service name');
    await tabTo(page, name);
    await page.keyboard.type(serviceName);
    for (const [field, text] of [
      ['Owner team', 'Payments'],
      ['System', 'Billing'],
    ]) {
      const input = page.getByRole('combobox', { name: field });
      await tabTo(page, input);
      await page.keyboard.type(text);
      await expect(page.getByRole('option')).toHaveText([text]);
      // A list that is just being filled forgets what is pointed at: whoever
      // sees nothing highlighted presses again.
      await expect(async () => {
        await page.keyboard.press('ArrowDown');
        await expect(input).toHaveAttribute('aria-activedescendant', /./, {
          timeout: 2_000,
        });
      }).toPass();
      await page.keyboard.press('Enter');
      await expect(input).toHaveValue(text);
      // What was chosen stays chosen, and the rest of the form is there.
      await expect(page.getByRole('option')).toHaveCount(0);
      await expect(name).toBeVisible();
    }
    await tabTo(page, page.getByRole('button', { name: 'Next' }));
    await page.keyboard.press('Enter');
    const repository = page.getByRole('textbox', { name: 'Repository' });
    await tabTo(page, repository);
    await expect(repository).toHaveValue(serviceName);
    await tabTo(page, page.getByRole('button', { name: 'Review' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(`acme/${serviceName} on`)).toBeVisible();
    await tabTo(
      page,
      page.getByRole('button', { name: 'Create', exact: true }),
    );
    await page.keyboard.press('Enter');
    const outcome = page.getByRole('link', { name: `Open ${serviceName}` });
    await expect(outcome).toBeVisible({ timeout: 90_000 });
    await tabTo(page, outcome);
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('heading', { name: serviceName, level: 1 }),
    ).toBeVisible();
  });

  test('somebody asks for a database', async ({ page }) => {
    await signIn(page, 'payments-dev');
    await command(page, 'request a database', 'Request a database');
    await expect(page).toHaveURL(/\/provisioning\/requests\/new/);
    await skipToContent(page);
    const type = page.getByRole('radio', { name: 'PostgreSQL database' });
    await expect(type).toBeVisible();
    const firstType = page.getByRole('radio').first();
    await tabTo(page, firstType);
    await page.keyboard.press('Space');
    await pressUntil(page, 'ArrowDown', () => type.isChecked());
    await expect(type).toBeChecked();
    const environment = page.getByRole('button', { name: /Environment/ });
    await tabTo(page, environment);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Dev');
    await page.keyboard.press('Enter');
    await expect(environment).toContainText('Development');
    // A list gives the focus back to its field.
    await expect(environment).toBeFocused();
    await tabTo(page, page.getByLabel('Name', { exact: true }));
    await page.keyboard.type('keyboard-db');
  });

  test('somebody opens what acknowledges unusual cost, and leaves it', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await signIn(page, 'payments-dev');
    // What is unusual is looked for some time after the bills are in.
    const headers = await authorization(page);
    await expect(async () => {
      const answer = await page.request.get('/api/cost/anomalies', {
        headers,
        params: {
          entityRef: 'component:default/payment-service',
          state: 'open',
        },
      });
      expect((await answer.json()).items).not.toEqual([]);
    }).toPass({ timeout: 120_000 });
    await page.goto('/catalog/default/component/payment-service/cost');
    const acknowledge = page
      .getByRole('button', { name: 'Acknowledge' })
      .first();
    await pressInContent(page, acknowledge);
    const dialog = page.getByRole('dialog', {
      name: 'Acknowledge unusual cost',
    });
    await expect(dialog).toBeVisible();
    await tabTo(page, dialog.getByRole('textbox'));
    await page.keyboard.type('The audit log keeps more since last week');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(acknowledge).toBeFocused();
  });

  test('somebody finds what fails in the catalog', async ({ page }) => {
    await signIn(page, 'payments-dev', '/catalog');
    const health = page.getByRole('button', { name: /Any health/ });
    await pressInContent(page, health);
    await expect(page.getByRole('listbox')).toBeVisible();
    const critical = page.getByRole('option', { name: /Critical/ });
    await expect(critical).toBeVisible();
    await pressUntil(page, 'ArrowDown', () => hasFocus(critical));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/health=/);
    // More than one may be chosen.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(page.getByRole('button', { name: /Critical/ })).toBeFocused();
    const service = page
      .getByRole('main')
      .getByRole('link', { name: 'payment-service', exact: true });
    await tabTo(page, service);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/component\/payment-service$/);
  });

  test('somebody walks over the map, and opens what a service depends on', async ({
    page,
  }) => {
    await signIn(
      page,
      'payments-dev',
      '/catalog/default/component/payment-service/dependencies',
    );
    const map = page.getByRole('main').locator('.react-flow');
    const start = map.getByLabel(/^payment-service:/);
    await expect(start).toBeVisible({ timeout: 30_000 });
    await skipToContent(page);
    await tabTo(page, start);
    await page.keyboard.press('ArrowRight');
    await expect(
      page.getByRole('complementary', { name: /^About / }),
    ).toBeVisible();
    await expect(start).not.toBeFocused();
    await expectFocusVisible(page);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/catalog\/default\//);
    await expect(page).not.toHaveURL(/payment-service/);
  });

  test('somebody asks for an exemption, and withdraws it', async ({ page }) => {
    await signIn(
      page,
      'payments-dev',
      '/catalog/default/component/ledger-service/scorecards',
    );
    const ask = page
      .getByRole('button', { name: 'Request an exemption' })
      .first();
    await pressInContent(page, ask);
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByLabel('Reason'));
    await page.keyboard.type('The team moves to the new rota in January.');
    await tabTo(page, dialog.getByRole('button', { name: 'Request' }));
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();

    const withdraw = page.getByRole('button', { name: 'Withdraw' }).first();
    await tabTo(page, withdraw);
    await page.keyboard.press('Enter');
    await expect(ask).toBeVisible();
    await expect(withdraw).toHaveCount(0);
  });
});
