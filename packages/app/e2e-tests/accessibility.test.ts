import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './portalTest';

const SERVICE = '/catalog/default/component/payment-service';

const pages = [
  '/',
  '/api-docs',
  '/catalog',
  '/catalog/default/api/payment-api/definition',
  '/catalog/default/api/payment-api/history',
  SERVICE,
  `${SERVICE}/delivery`,
  `${SERVICE}/dependencies`,
  `${SERVICE}/dependencies?view=impact`,
  `${SERVICE}/runtime`,
  `${SERVICE}/scorecards`,
  `${SERVICE}/slos`,
  `${SERVICE}/slos?edit=payment-availability`,
  '/catalog-health',
  '/catalog/default/group/team-payments',
  '/catalog/default/group/team-payments/delivery-metrics',
  '/catalog/default/system/billing',
  '/catalog/default/user/payments-dev',
  '/cost',
  '/cost/budgets',
  '/cost/rules',
  '/create',
  '/create/templates/default/spring-boot-microservice',
  '/delivery',
  '/dependencies',
  '/docs',
  '/docs/default/component/payment-service',
  '/docs/edit?entity=component:default/payment-service&page=docs/index.md',
  '/docs/feedback?entity=component:default/payment-service',
  '/notifications',
  '/nowhere',
  '/scorecards',
  '/provisioning',
  '/provisioning/requests/new',
  '/scorecards/exemptions',
  '/scorecards/findings',
  '/scorecards/initiatives',
  '/scorecards/production-readiness',
  '/scorecards/production-readiness?view=checks',
  '/scorecards/production-readiness?view=report',
  '/scorecards/teams',
  '/search?query=payment',
  '/settings',
  '/slos',
  '/slos/agreements',
  '/workloads',
];

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on our pages, ${theme}`, async ({ page }) => {
    // Many pages, each waited for until it is quiet.
    test.setTimeout(420_000);
    await page.addInitScript(
      value => localStorage.setItem('theme', value),
      theme,
    );
    await signIn(page, 'payments-dev');
    const found: string[] = [];
    for (const path of pages) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await expect(page.getByRole('heading').first()).toBeVisible();
      // What is judged is the page, not what stock pages turn while it loads.
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      found.push(...(await findViolations(page, path)));
    }
    expect(found).toEqual([]);
  });
}

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

/** What is serious or worse on the page as it stands, each kind once. */
async function findViolations(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // What is read out stands there for some seconds after what it names is gone.
    .exclude('[data-live-announcer]')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => {
      const { html, failureSummary } = nodes[0];
      return `${where} ${id} (${nodes.length}): ${html} ${failureSummary}`;
    });
}
