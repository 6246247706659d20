import path from 'node:path';
import type { Page } from '@playwright/test';
import { choose, expect } from '../portalTest';
import type { Persona } from '../portalTest';
import { settle } from '../windows/settle';
import { test } from '../windows/windowTest';
import { UNANSWERED } from './takePicture';

/** A picture that a README shows, as large as it is on a screen. */
interface ReadmePicture {
  /** From the root of the checkout. */
  file: string;
  path: string;
  persona?: Persona;
  height?: number;
  /** What is done on the page before. */
  prepare?(page: Page): Promise<void>;
}

const ROOT = path.resolve(__dirname, '../../../..');
const SERVICE = '/catalog/default/component/payment-service';

const PICTURES: ReadmePicture[] = [
  { file: 'docs/images/component.png', path: SERVICE },
  {
    file: 'plugins/catalog-module-atrium/images/list.png',
    path: '/catalog',
  },
  {
    file: 'plugins/cost/images/overview.png',
    path: '/cost',
    persona: 'eng-manager',
    height: 1400,
  },
  { file: 'plugins/delivery/images/overview.png', path: '/delivery' },
  {
    file: 'plugins/entity-graph/images/map.png',
    path: `${SERVICE}/dependencies`,
  },
  {
    file: 'plugins/notifications-module-atrium/images/list.png',
    path: '/notifications',
    persona: 'platform-admin',
  },
  {
    file: 'plugins/provisioning/images/request.png',
    path: '/provisioning/requests/new?for=component:default/payment-service',
    height: 1010,
    async prepare(page) {
      await page.getByRole('radio', { name: 'PostgreSQL database' }).check();
      await page.getByRole('button', { name: /Environment/ }).click();
      await page.getByRole('option', { name: 'Production' }).click();
      await page.getByLabel('Name').fill('refunds');
      const preview = page.getByRole('complementary', { name: 'Preview' });
      await expect(preview.getByText('€62.00 a month')).toBeVisible();
      await expect(page.getByText('Checking…')).toHaveCount(0);
    },
  },
  {
    file: 'plugins/scaffolder-module-atrium/images/form.png',
    path: '/create/templates/default/node-service',
    async prepare(page) {
      await page.getByLabel('Service name').fill('refund-service');
      await choose(page, 'Owner team', 'Payments');
      await choose(page, 'System', 'Billing');
    },
  },
  {
    file: 'plugins/scorecard/images/service.png',
    path: `${SERVICE}/scorecards`,
    height: 960,
  },
  {
    file: 'plugins/search-module-atrium/images/palette.png',
    path: '/catalog',
    async prepare(page) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search' }).fill('payment');
      await expect(
        page.getByRole('option', { name: /^payment-service/ }).first(),
      ).toBeVisible();
    },
  },
  {
    file: 'plugins/sla/images/report.png',
    path: '/slos/agreements',
    async prepare(page) {
      await page
        .getByRole('link', { name: 'Payments for Brandt Living (sample)' })
        .click();
    },
  },
  { file: 'plugins/slo/images/slos.png', path: `${SERVICE}/slos` },
  {
    file: 'plugins/user-settings-module-atrium/images/settings.png',
    path: '/settings',
  },
  { file: 'plugins/workloads/images/runtime.png', path: `${SERVICE}/runtime` },
];

for (const picture of PICTURES) {
  const { file, persona = 'payments-dev', height = 900 } = picture;
  test(file, async ({ windows }) => {
    const window = await windows.of(persona);
    const { page } = window;
    await page.setViewportSize({ width: 1400, height });
    await page.goto(picture.path);
    await settle(window);
    await picture.prepare?.(page);
    await settle(window);
    await expect(page.getByText(UNANSWERED)).toHaveCount(0);
    await page.screenshot({ path: path.join(ROOT, file) });
  });
}
