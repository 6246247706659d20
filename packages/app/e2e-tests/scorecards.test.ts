import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { authorization, expect, signIn, test } from './portalTest';

const STANDARD = join(
  __dirname,
  '../../../examples/acme/platform-scorecards/scorecards/service-standard.yaml',
);
const TAB =
  '/catalog/default/component/invoice-service/scorecards?scorecard=service-standard';

test('a check is changed, a service drops a level, and an exemption brings it back', async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);
  await signIn(page, 'payments-dev', TAB);
  const standard = (level: string) =>
    page.getByRole('button', {
      name: new RegExp(`^Acme service standard ${level}`),
    });

  await test.step('the service holds a level', async () => {
    await expect(async () => {
      await page.reload();
      await expect(standard('Started')).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 90_000 });
  });

  const admin = await browser.newPage();
  await test.step('the platform engineer makes the check harder, and sees what comes of it', async () => {
    await signIn(admin, 'platform-admin', '/scorecards/service-standard');
    await admin.getByRole('link', { name: 'Edit' }).click();
    const text = await readFile(STANDARD, 'utf8');
    await admin.getByRole('textbox', { name: /YAML of/ }).click();
    await admin.keyboard.press('ControlOrMeta+a');
    await admin.keyboard.insertText(
      text.replace('rotation >= 3', 'rotation >= 30'),
    );
    await expect(admin.getByText(/services? would change level/)).toBeVisible({
      timeout: 30_000,
    });
    await admin.getByRole('button', { name: 'Review the change' }).click();
    const dialog = admin.getByRole('dialog');
    await expect(
      dialog.getByRole('row', { name: /added: .*rotation >= 30/ }),
    ).toBeVisible();
    await dialog.getByRole('button', { name: 'Commit to main' }).click();
    await expect(admin.getByText(/The portal has read it/)).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step('the service drops, and its owner is told', async () => {
    await expect(async () => {
      await page.goto('/notifications');
      await page
        .getByRole('searchbox', { name: 'Search notifications' })
        .fill('service standard');
      await expect(
        page.getByRole('link', { name: /service standard/i }).first(),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 90_000 });
    await page.goto(TAB);
    await expect(standard('No level')).toBeVisible();
  });

  await test.step('she asks for an exemption, and gets it', async () => {
    // What blocks the next level is open.
    await page
      .getByRole('button', { name: 'Request an exemption' })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel('Reason')
      .fill('The rota of all teams is merged in January.');
    await dialog.getByRole('button', { name: 'Request' }).click();
    await expect(dialog).toBeHidden();

    await admin.goto('/scorecards/exemptions');
    await admin
      .getByRole('region', { name: 'Exemptions waiting for you' })
      .getByRole('row', { name: /invoice-service/ })
      .getByRole('button', { name: /^Grant/ })
      .click();
    await admin
      .getByRole('dialog')
      .getByRole('button', { name: 'Grant' })
      .click();
  });

  await test.step('the level is back, with the exemption shown', async () => {
    await expect(async () => {
      await page.reload();
      await expect(standard('Started')).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    await expect(page.getByText('Exempt').first()).toBeVisible();
  });
  await admin.close();
});

test('a report of a scanner becomes a finding, and fails a check', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const entityRef = 'component:default/ledger-service';
  await signIn(
    page,
    'payments-dev',
    '/catalog/default/component/ledger-service/scorecards?scorecard=security',
  );
  const headers = await authorization(page);
  const query = new URLSearchParams({
    entityRef,
    commit: 'a'.repeat(40),
    category: 'journey',
    kind: 'secret',
  });
  const answer = await page.request.post(`/api/scorecard/findings?${query}`, {
    headers,
    data: {
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'gitleaks', rules: [] } },
          results: [
            {
              ruleId: 'generic-api-key',
              message: { text: 'A key lies in the file' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'config/local.env' },
                    region: { startLine: 3 },
                  },
                },
              ],
            },
          ],
        },
      ],
    },
  });
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ findings: { new: 1 } });
  const listed = await page.request.get(
    `/api/scorecard/findings?${new URLSearchParams({ entityRef })}`,
    { headers },
  );
  expect(JSON.stringify(await listed.json())).toContain('generic-api-key');

  await expect(async () => {
    await page.reload();
    await expect(
      page
        .locator('summary')
        .filter({ hasText: /No secret lies in its repository.*Failed/ })
        .first(),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  // Of what to do next the first is open; of all checks, none.
  await page
    .locator('summary')
    .filter({ hasText: 'No secret lies in its repository' })
    .last()
    .click();
  await page.getByRole('link', { name: 'See where it lies' }).last().click();
  await expect(page).toHaveURL(/ledger-service\/scorecards\?.*kind=secret/);
  await expect(page.getByText('generic-api-key').first()).toBeVisible();
});

test('findings are listed, suppressed by an owner, and searched by package', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, 'payments-dev');

  await test.step('the worst of all services come first', async () => {
    await expect(async () => {
      await page.goto('/scorecards/findings');
      await expect(
        page.getByRole('region', { name: 'Security findings, worst first' }),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 90_000 });
    const rows = page
      .getByRole('region', { name: 'Security findings, worst first' })
      .getByRole('row');
    await expect(rows.nth(1)).toContainText(/Critical|High/);
    await page.getByRole('button', { name: 'Export CSV' }).click();
  });

  await test.step('who uses a package is answered with its owners', async () => {
    await page.getByText('Who uses a package').click();
    await page.getByRole('textbox', { name: 'Package' }).fill('log4j-core');
    await page.getByRole('textbox', { name: /Version/ }).fill('2.14.*');
    await page
      .locator('#content')
      .getByRole('button', { name: 'Search' })
      .click();
    const users = page.getByRole('region', {
      name: 'Services that use the package',
    });
    await expect(
      users.getByRole('row', { name: /order-service/ }),
    ).toContainText(/Fulfilment.*2\.14\.1/);
  });

  await test.step('an owner suppresses a finding, and ends it', async () => {
    await page.goto(
      '/catalog/default/component/invoice-service/scorecards?view=findings',
    );
    await page
      .getByRole('region', { name: 'Security findings, worst first' })
      .getByRole('button')
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Suppress' }).click();
    await dialog
      .getByLabel('Reason')
      .fill('Lookups are switched off in this service.');
    await dialog.getByRole('button', { name: 'Suppress' }).click();
    await expect(dialog.getByText(/^Suppressed until/)).toBeVisible();
    await dialog.getByRole('button', { name: 'End suppression' }).click();
    await expect(
      dialog.getByRole('button', { name: 'Suppress' }),
    ).toBeVisible();
  });
});

test('an initiative moves once a service has a CODEOWNERS file', async ({
  page,
  browser,
}) => {
  test.setTimeout(420_000);
  const service = 'ledger-service';
  const admin = await browser.newPage();
  await signIn(admin, 'platform-admin');
  const today = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const answer = await admin.request.post('/api/scorecard/initiatives', {
    headers: await authorization(admin),
    data: {
      title: 'Owners of the code of billing',
      scorecard: 'service-standard',
      goal: { kind: 'checks', checks: ['has-codeowners'] },
      ownerRef: 'group:default/platform-team',
      scope: { systemRefs: ['system:default/billing'] },
      startsOn: today(0),
      dueOn: today(14),
    },
  });
  expect(answer.status()).toBe(201);
  const { id } = await answer.json();

  const remaining = admin.getByRole('region', { name: 'Remaining services' });
  const countDone = async () => {
    const progress = admin.getByText(/^\d+ of \d+ done/).first();
    return Number.parseInt(await progress.innerText(), 10);
  };
  await admin.goto(`/scorecards/initiatives/${id}`);
  await expect(remaining).toContainText(service);
  const before = await countDone();

  await test.step('its owner commits the file from the check', async () => {
    await signIn(
      page,
      'payments-dev',
      `/catalog/default/component/${service}/scorecards?scorecard=service-standard`,
    );
    const check = page
      .getByRole('listitem')
      .filter({ has: page.locator('summary') })
      .filter({ hasText: 'Changes are reviewed by its owners' });
    await check.locator('summary').click();
    await check.getByRole('button', { name: 'Propose this file' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Commit' }).click();
    await expect(dialog.getByText(/commit was made in your name/)).toBeVisible({
      timeout: 30_000,
    });
  });

  await test.step('the initiative has one service less to go', async () => {
    await expect(async () => {
      await admin.reload();
      await expect(admin.getByText(/^\d+ of \d+ done/).first()).toBeVisible();
      expect(await countDone()).toBe(before + 1);
    }).toPass({ timeout: 180_000 });
    await expect(remaining).not.toContainText(service);
  });
  await admin.close();
});
