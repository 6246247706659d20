import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { choose, expect, signIn, test } from './portalTest';

const run = promisify(execFile);

test('a developer makes a service that is theirs, and nobody else removes it', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const name = `refund-service-${Date.now().toString(36)}`;
  const gitHost = process.env.ATRIUM_GIT_HOST ?? 'localhost:7008';
  await signIn(page, 'payments-dev');

  await test.step('node-service runs to success', async () => {
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Create' })
      .click();
    await expect(
      page.getByRole('heading', { name: 'Node service' }),
    ).toBeVisible();
    await page.goto('/create/templates/default/node-service');
    await page.getByLabel('Service name').fill(name);
    await choose(page, 'Owner team', 'Payments');
    await choose(page, 'System', 'Billing');
    await page.getByRole('button', { name: 'Next' }).click();
    // The repository is called like the service unless one says otherwise.
    await expect(page.getByRole('textbox', { name: 'Repository' })).toHaveValue(
      name,
    );
    await page.getByRole('button', { name: 'Review' }).click();
    await expect(page.getByText(`acme/${name} on`)).toBeVisible();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(page.getByRole('link', { name: `Open ${name}` })).toBeVisible({
      timeout: 90_000,
    });
    await expect(
      page.getByRole('listitem').filter({ hasText: 'Wait for the catalog' }),
    ).toContainText('Done');
  });

  await test.step('its repository opens', async () => {
    const repository = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Repository' }).click();
    await expect(
      (await repository).getByRole('link', { name: 'package.json' }),
    ).toBeVisible();
  });

  await test.step('the new component shows within a minute, owned by the team', async () => {
    await expect(async () => {
      await page.goto(`/catalog/default/component/${name}`);
      await expect(
        page
          .getByRole('list', { name: 'About' })
          .getByRole('link', { name: 'Payments', exact: true }),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
  });

  await test.step('search finds it', async () => {
    await expect(async () => {
      await page.goto(`/search?query=${name}`);
      await expect(
        page.locator('#content').getByRole('link', { name }).first(),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 90_000 });
  });

  await test.step('a fresh clone passes its own tests', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'golden-path-'));
    try {
      await run('git', [
        'clone',
        '--quiet',
        `http://${gitHost}/acme/${name}.git`,
        folder,
      ]);
      await run('npm', ['test'], { cwd: folder });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  await test.step('somebody else cannot unregister it', async () => {
    const context = await browser.newContext();
    const other = await context.newPage();
    await signIn(other, 'new-hire', `/catalog/default/component/${name}`);
    await other.getByRole('button', { name: 'More actions' }).click();
    await expect(
      other.getByRole('menuitem', { name: /Unregister/ }),
    ).toBeDisabled();
    await context.close();
  });
});

test('a template that the platform team keeps in a repository runs for a developer, who is told', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const name = `voucher-service-${Date.now().toString(36)}`;
  await signIn(page, 'payments-dev');

  await test.step('Create shows it', async () => {
    await expect(async () => {
      await page.goto('/create');
      await expect(
        page.getByRole('heading', { name: 'Minimal Spring Boot service' }),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
  });

  await test.step('it publishes and registers', async () => {
    await page.goto('/create/templates/default/spring-boot-microservice');
    await page.getByLabel('Service name').fill(name);
    await choose(page, 'Owner team', 'Payments');
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(page.getByRole('link', { name: `Open ${name}` })).toBeVisible({
      timeout: 90_000,
    });
  });

  await test.step('a notification says so', async () => {
    await expect(async () => {
      await page.goto('/notifications');
      await expect(
        page.getByText(`Minimal Spring Boot service: ${name} is ready`),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
  });
});

test('a slow machine keeps the list of a field closed after a choice', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'payments-dev', '/create/templates/default/node-service');
  await page.getByLabel('Service name').fill('refund-service');
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setCPUThrottlingRate', { rate: 5 });
  await choose(page, 'Owner team', 'Payments');
  // An open list hides the rest of the form from screen readers.
  await choose(page, 'System', 'Billing');
  await page.getByText('Needs a database', { exact: true }).click();
  await expect(page.getByLabel('Needs a database')).toBeChecked();
});
