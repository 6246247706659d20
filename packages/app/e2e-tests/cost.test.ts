import type { Page } from '@playwright/test';
import { authorization, expect, signIn, test } from './portalTest';

/** What the organisation costs this month, as the portal answers the person. */
async function readTotal(page: Page): Promise<string> {
  const answer = await page.request.get('/api/cost/summary', {
    headers: await authorization(page),
  });
  expect(answer.status()).toBe(200);
  const { monthToDate } = await answer.json();
  return monthToDate;
}

test('the payments developer sees what payment-service costs, and why it rose', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signIn(
    page,
    'payments-dev',
    '/catalog/default/component/payment-service/cost',
  );

  await test.step('this month, the forecast, the budget', async () => {
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(/^Charges until /)).toBeVisible({
        timeout: 30_000,
      });
    }).toPass({ timeout: 120_000 });
    await expect(page.getByText('€1,600', { exact: true })).toBeVisible();
    // On the first of a month the one before is shown, of which nothing is to come.
    if (new Date().getUTCDate() > 1) {
      await expect(page.getByText(/ to date$/).first()).toBeVisible();
      await expect(page.getByText(/^Forecast for /).first()).toBeVisible();
    }
  });

  await test.step('a volume explains why it rose, with the day', async () => {
    const reasons = page.getByRole('list', { name: 'What changed most' });
    await expect(
      reasons
        .getByRole('listitem')
        .filter({ hasText: 'payment-audit-log' })
        .first(),
    ).toContainText(/Amazon Elastic Block Store.*since/);
  });

  await test.step('the days are found unusual', async () => {
    await expect(
      page.getByRole('region', { name: 'Unusual days' }).getByRole('row', {
        name: /payment-audit-log/,
      }),
      // They are looked for when bills have been the same for a minute.
    ).toBeVisible({ timeout: 120_000 });
  });
});

test('the manager compares her teams, and gives a machine of nobody to a team', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, 'eng-manager', '/cost?scope=group:default/commerce');

  await test.step('the teams below her department, against last month', async () => {
    const teams = page.getByRole('region', { name: 'Cost by team' });
    for (const team of ['Payments', 'Checkout', 'Fulfilment']) {
      await expect(
        teams.getByRole('row', { name: new RegExp(`^${team} .*€.*€`) }),
      ).toBeVisible({ timeout: 60_000 });
    }
  });

  await test.step('what nobody answers for is a queue', async () => {
    await page.getByRole('tab', { name: 'Unallocated' }).click();
    await expect(page.getByText(/is unallocated: \d/)).toBeVisible();
    await page.getByRole('link', { name: 'Allocate gpu-test' }).click();
  });

  await test.step('a dry run says what a rule would move', async () => {
    await page
      .getByRole('textbox', { name: 'Entity' })
      .fill('group:default/team-data');
    await page.getByRole('tab', { name: 'Dry run' }).click();
    const dryRun = page.getByRole('region', { name: 'Dry run' });
    await expect(dryRun.getByText(/ would move\./)).toBeVisible({
      timeout: 60_000,
    });
    await expect(
      dryRun
        .getByRole('region', { name: 'What would move between teams' })
        .getByRole('row', { name: /^Data / }),
    ).toBeVisible();
  });

  await test.step('it is handed over, and applied to past charges', async () => {
    await page.getByRole('button', { name: 'Review the change' }).click();
    const dialog = page.getByRole('dialog');
    await expect(
      dialog.getByRole('row', { name: /added: .*team-data/ }),
    ).toBeVisible();
    await dialog.getByRole('button', { name: 'Commit to main' }).click();
    await expect(page.getByText(/The portal has read them/)).toBeVisible({
      timeout: 60_000,
    });
    await expect(async () => {
      await page.goto('/cost/unallocated');
      await expect(page.getByText(/is unallocated: \d/)).toBeVisible();
      await expect(
        page.getByRole('link', { name: 'Allocate gpu-test' }),
      ).toHaveCount(0, { timeout: 5_000 });
    }).toPass({ timeout: 90_000 });
  });
});

test('a broken file shows what is wrong with it, and changes nothing', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'eng-manager', '/cost/imports');
  await expect(
    page.getByRole('region', { name: 'Sources' }).getByRole('row', {
      name: /aws/,
    }),
  ).toBeVisible({ timeout: 60_000 });
  const before = await readTotal(page);

  await page.getByRole('button', { name: 'Upload a bill' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Source').fill('aws');
  await dialog.getByLabel('File').setInputFiles({
    name: 'broken.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [
        'BilledCost,BillingCurrency,ChargePeriodStart',
        '1e999,EUR,2026-11-01T00:00:00Z',
        'NaN,EUR,yesterday',
        '',
      ].join('\n'),
    ),
  });
  await dialog.getByRole('button', { name: 'Upload' }).click();

  await expect(page.getByText(/none of it is used/)).toBeVisible({
    timeout: 60_000,
  });
  const problems = page.getByRole('region', { name: 'Problems with the file' });
  await expect(
    problems.getByRole('row', { name: /column-missing EffectiveCost/ }),
  ).toBeVisible();
  await expect(
    problems.getByRole('row', { name: /BilledCost .*row 2: NaN/ }),
  ).toBeVisible();
  expect(await readTotal(page)).toBe(before);
});

test('a developer of another team sees totals, and no rows of the bill', async ({
  page,
}) => {
  await signIn(
    page,
    'new-hire',
    '/catalog/default/component/payment-service/cost',
  );
  await expect(page.getByText(/^Charges until /)).toBeVisible({
    timeout: 60_000,
  });
  const headers = await authorization(page);
  for (const path of [
    '/api/cost/rows?entityRef=component:default/payment-service',
    '/api/cost/imports',
    '/api/cost/unallocated',
  ]) {
    const answer = await page.request.get(path, { headers });
    expect(answer.status(), path).toBe(403);
  }
});
