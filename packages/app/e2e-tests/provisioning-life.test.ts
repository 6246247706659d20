import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { choose, expect, signIn, test } from './portalTest';
import {
  connect,
  fillIn,
  openResource,
  takeUrl,
  uniqueName,
} from './provisionedResources';

const run = promisify(execFile);

/** Whether this machine has the client that people use. */
const hasPsql = () =>
  run('psql', ['--version']).then(
    () => true,
    () => false,
  );

test('a service that needs a database comes with it', async ({ page }) => {
  test.setTimeout(240_000);
  const name = uniqueName('loyalty-service');
  await signIn(page, 'payments-dev', '/create/templates/default/node-service');

  await test.step('the golden path makes both', async () => {
    await page.getByLabel('Service name').fill(name);
    await choose(page, 'Owner team', 'Payments');
    await choose(page, 'System', 'Billing');
    await page.getByText('Needs a database', { exact: true }).click();
    await expect(page.getByLabel('Needs a database')).toBeChecked();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(
      page.getByRole('listitem').filter({ hasText: 'Create database' }),
    ).toContainText('Done', { timeout: 120_000 });
  });

  await test.step('its credentials open the database', async () => {
    await page
      .getByRole('link', { name: 'Database and its credentials' })
      .click();
    await expect(
      page.getByRole('heading', { name: 'database', exact: true }),
    ).toBeVisible();
    const url = await takeUrl(page);
    expect(await connect(url, c => c.query('SELECT 1 AS one'))).toMatchObject({
      rows: [{ one: 1 }],
    });
  });

  await test.step('the service depends on it', async () => {
    await page.goto(`/catalog/default/component/${name}/resources`);
    await expect(
      page.getByRole('link', { name: 'database', exact: true }).first(),
    ).toBeVisible({ timeout: 30_000 });
  });
});

test('a database is rotated, and deleted with a snapshot and proof', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  const name = uniqueName('archive');
  await signIn(page, 'payments-dev');
  const preview = await fillIn(page, {
    type: 'PostgreSQL database',
    environment: 'Staging',
    name,
  });
  await expect(preview.getByText('Not required')).toBeVisible();
  await page.getByRole('button', { name: 'Create the resource' }).click();
  await openResource(page, name);
  const before = await takeUrl(page);

  await test.step('clients open it, psql among them', async () => {
    await connect(before, client =>
      client.query('CREATE TABLE kept AS SELECT 42 AS amount'),
    );
    if (!(await hasPsql())) {
      // The rest holds without it, and the report names what was left out.
      test.info().annotations.push({
        type: 'left out',
        description: 'psql is not on this machine',
      });
      return;
    }
    const { stdout } = await run('psql', [
      before,
      '--no-psqlrc',
      '--tuples-only',
      '--no-align',
      '--command',
      'SELECT amount FROM kept',
    ]);
    expect(stdout.trim()).toBe('42');
  });

  await test.step('rotated credentials replace those before', async () => {
    await page.getByRole('button', { name: 'Rotate credentials' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Rotate credentials' })
      .click();
    await expect(page.getByRole('button', { name: 'Show once' })).toBeVisible({
      timeout: 60_000,
    });
    const after = await takeUrl(page);
    expect(after).not.toBe(before);
    await expect(connect(before, async () => {})).rejects.toThrow();
    await connect(after, client => client.query('SELECT 1'));
  });

  await test.step('somebody who was too late is told, and nothing is lost', async () => {
    const late = await context.newPage();
    // Its page does not hear of what happens meanwhile.
    await late.routeWebSocket(/\/api\/signals/, () => {});
    await late.goto(page.url());
    await late.getByRole('button', { name: 'Delete' }).click();
    const lateDialog = late.getByRole('dialog');
    await lateDialog.getByLabel(`Type ${name} to confirm`).fill(name);

    await page.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
    await dialog.getByRole('button', { name: 'Delete permanently' }).click();
    await expect(dialog).toBeHidden();

    await lateDialog
      .getByRole('button', { name: 'Delete permanently' })
      .click();
    await expect(lateDialog.getByRole('alert')).toContainText(
      'Nothing was deleted',
    );
    await late.close();
  });

  await test.step('its data is kept, and its end is proven', async () => {
    const proof = page.getByRole('region', { name: 'Proof of deletion' });
    await expect(proof).toBeVisible({ timeout: 90_000 });
    await expect(proof.getByText('Confirmed gone')).toBeVisible();
    await expect(proof.getByText(/^database .*snapshot/)).toBeVisible();
    await expect(connect(before, async () => {})).rejects.toThrow();
  });
});
