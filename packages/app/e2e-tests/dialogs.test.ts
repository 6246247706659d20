import { findViolations } from './findViolations';
import { expect, signIn, test } from './portalTest';

const SERVICE = '/catalog/default/component/payment-service';

test('axe finds nothing serious in our dialogs and menus', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'payments-dev');
  const found: string[] = [];
  const look = async (name: string | RegExp) => {
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    found.push(...(await findViolations(page, String(name))));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name })).toHaveCount(0);
  };

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('payment');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look('Search');
  await page.keyboard.press('?');
  await look('Keyboard shortcuts');

  await page.goto('/scorecards/findings');
  await page.getByRole('table').getByRole('button').first().click();
  await look(/./);

  await page.goto(`${SERVICE}/delivery`);
  await page.getByRole('table').last().getByRole('button').first().click();
  await look(/^ci,/);

  await page.goto(`${SERVICE}/runtime`);
  await page.getByRole('button', { name: 'Restart' }).first().click();
  await look(/^Restart /);

  await page.goto(`${SERVICE}/cost`);
  await page.getByRole('button', { name: 'Change budget' }).click();
  await look(/^Monthly budget/);

  await page.goto('/catalog');
  await page.getByRole('button', { name: 'Columns' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  found.push(...(await findViolations(page, 'columns')));
  expect(found).toEqual([]);
});
