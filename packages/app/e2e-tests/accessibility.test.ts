import AxeBuilder from '@axe-core/playwright';
import { expect, signIn, test } from './portalTest';

const pages = [
  '/',
  '/api-docs',
  '/catalog',
  '/catalog/default/api/payment-api/definition',
  '/catalog/default/api/payment-api/history',
  '/catalog/default/component/payment-service',
  '/catalog/default/component/payment-service/delivery',
  '/catalog/default/component/payment-service/dependencies',
  '/catalog/default/component/payment-service/dependencies?view=impact',
  '/catalog/default/component/payment-service/runtime',
  '/catalog/default/component/payment-service/scorecards',
  '/catalog/default/component/payment-service/slos',
  '/catalog/default/component/payment-service/slos?edit=payment-availability',
  '/catalog/default/group/team-payments/delivery-metrics',
  '/cost',
  '/delivery',
  '/dependencies',
  '/docs',
  '/docs/default/component/payment-service',
  '/docs/edit?entity=component:default/payment-service&page=docs/index.md',
  '/docs/feedback?entity=component:default/payment-service',
  '/notifications',
  '/nowhere',
  '/scorecards',
  '/scorecards/exemptions',
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
    test.setTimeout(300_000);
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
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations) {
        if (impact === 'serious' || impact === 'critical') {
          const { html, failureSummary } = nodes[0];
          found.push(
            `${path} ${id} (${nodes.length}): ${html} ${failureSummary}`,
          );
        }
      }
    }
    expect(found).toEqual([]);
  });
}
