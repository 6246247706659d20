import type { Page } from '@playwright/test';
import { findViolations } from './findViolations';
import { expect } from './portalTest';
import type { Persona } from './portalTest';
import { settle } from './windows/settle';
import { test } from './windows/windowTest';

const SERVICE = '/catalog/default/component/payment-service';

/** Who opens what, and how the page is called where it has a name of its own. */
const pages: Partial<Record<Persona, [path: string, heading?: RegExp][]>> = {
  'payments-dev': [
    ['/', /Good \w+, Priya/],
    ['/api-docs', /APIs/],
    ['/catalog', /Catalog/],
    ['/catalog/default/api/payment-api/definition'],
    ['/catalog/default/api/payment-api/history'],
    [SERVICE, /payment-service/],
    [`${SERVICE}/cost`],
    [`${SERVICE}/delivery`],
    [`${SERVICE}/dependencies`],
    [`${SERVICE}/dependencies?view=impact`],
    [`${SERVICE}/runtime`],
    [`${SERVICE}/scorecards`],
    [`${SERVICE}/slos`],
    [`${SERVICE}/slos?edit=payment-availability`],
    ['/catalog-health', /Catalog health/],
    ['/catalog/default/group/team-payments', /Payments/],
    ['/catalog/default/group/team-payments/delivery-metrics'],
    ['/catalog/default/system/billing', /Billing/],
    ['/catalog/default/user/payments-dev', /Priya Natarajan/],
    ['/cost', /Cost/],
    ['/cost/budgets'],
    ['/cost/allocation'],
    ['/cost/nowhere', /There is no page/],
    ['/create', /Create/],
    ['/create/templates/default/spring-boot-microservice'],
    ['/delivery', /Delivery/],
    ['/dependencies'],
    ['/docs', /Docs/],
    ['/docs/default/component/payment-service'],
    ['/docs/edit?entity=component:default/payment-service&page=docs/index.md'],
    ['/docs/feedback?entity=component:default/payment-service'],
    ['/notifications', /Notifications/],
    ['/nowhere'],
    ['/scorecards', /Scorecards/],
    ['/scorecards/exemptions'],
    ['/scorecards/findings'],
    ['/scorecards/initiatives'],
    ['/scorecards/production-readiness'],
    ['/scorecards/production-readiness?view=checks'],
    ['/scorecards/production-readiness?view=report'],
    ['/scorecards/teams'],
    ['/search?query=payment', /Search/],
    ['/settings', /Settings/],
    ['/slos', /SLOs/],
    ['/slos/agreements'],
    ['/workloads', /Workloads/],
  ],
  'platform-admin': [
    ['/provisioning/resources', /Resources/],
    ['/provisioning/requests'],
    [
      '/provisioning/requests/new?for=component:default/payment-service&type=postgres',
    ],
    ['/provisioning/definitions'],
    ['/provisioning/leftovers'],
    [`${SERVICE}/resources`],
  ],
};

test.describe.configure({ mode: 'parallel' });

for (const [persona, opened] of Object.entries(pages)) {
  for (const [path, heading] of opened) {
    test(`${path} opens without an error, fits and is accessible`, async ({
      windows,
    }) => {
      const window = await windows.of(persona as Persona);
      const { page, problems } = window;
      problems.length = 0;
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1400, height: 900 });
      await page.goto(path);
      await settle(window);
      if (heading) {
        await expect(
          page.getByRole('heading', { name: heading }).first(),
        ).toBeVisible();
      }
      const found = [await judge(page, 'wide, light')];

      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(page.locator('body').first()).toHaveAttribute(
        'data-theme-mode',
        'dark',
      );
      found.push(await judge(page, 'wide, dark'));

      await page.setViewportSize({ width: 390, height: 900 });
      await settle(window);
      found.push(await judge(page, 'narrow, dark'));

      expect(found.flat()).toEqual([]);
      expect(problems).toEqual([]);
    });
  }
}

/** What is wrong with the page as it stands. */
async function judge(page: Page, view: string): Promise<string[]> {
  const overflow = await page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  return [
    ...(overflow > 0 ? [`${view}: ${overflow} px wider than the window`] : []),
    ...(await findViolations(page, view)),
  ];
}
