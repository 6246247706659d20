import { expect, signIn, test } from './portalTest';
import {
  connect,
  fillIn,
  openResource,
  takeUrl,
  uniqueName,
} from './provisionedResources';

test('a developer gets a database without a ticket, and gives it back', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const name = uniqueName('ledger');
  await signIn(page, 'payments-dev');
  let url = '';

  await test.step('sees what comes of a request before it is made', async () => {
    const preview = await fillIn(page, {
      type: 'PostgreSQL database',
      environment: 'Development',
      name,
    });
    await page.getByRole('radio', { name: 'Small' }).check();
    await expect(preview.getByText('€4.00 a month')).toBeVisible();
    await expect(preview.getByText('Not required')).toBeVisible();
    await expect(
      preview.getByRole('list', { name: 'What will be created' }),
    ).not.toBeEmpty();
  });

  await test.step('gets it without approval', async () => {
    await page.getByRole('button', { name: 'Create the resource' }).click();
    await expect(page).toHaveURL(/\/provisioning\/requests\/[0-9a-f-]{36}$/);
    await openResource(page, name);
  });

  await test.step('connects with the credentials that are shown once', async () => {
    url = await takeUrl(page);
    const rows = await connect(url, async client => {
      await client.query('CREATE TABLE entries (amount integer)');
      await client.query('INSERT INTO entries VALUES (42)');
      return (await client.query('SELECT amount FROM entries')).rows;
    });
    expect(rows).toEqual([{ amount: 42 }]);
  });

  await test.step('finds it in the catalog, beside the component', async () => {
    await page.goto('/catalog/default/component/payment-service');
    await expect(
      page.getByRole('list', { name: 'Provisioned resources' }),
    ).toContainText(name);
    await expect(async () => {
      await page.goto(
        '/catalog/default/component/payment-service/dependencies?view=list&hops=1',
      );
      await expect(page.getByText(new RegExp(name)).first()).toBeVisible({
        timeout: 5_000,
      });
    }).toPass({ timeout: 60_000 });
  });

  await test.step('deletes it, with proof', async () => {
    await page.goto(`/provisioning/resources?text=${name}`);
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
    await dialog.getByRole('button', { name: 'Delete permanently' }).click();
    await expect(
      page.getByRole('heading', { name: 'Proof of deletion' }),
    ).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('Confirmed gone')).toBeVisible();
    await expect(connect(url, async () => {})).rejects.toThrow();
  });
});

test('production waits for the platform engineer', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const name = uniqueName('books');
  await signIn(page, 'payments-dev');

  await test.step('the developer asks, and may not agree', async () => {
    const preview = await fillIn(page, {
      type: 'PostgreSQL database',
      environment: 'Production',
      name,
    });
    await expect(preview.getByText('Required', { exact: true })).toBeVisible();
    await page.getByLabel('Reason').fill('The ledger goes live.');
    await page.getByRole('button', { name: 'Request approval' }).click();
    await expect(page.getByText('Waiting for approval').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  });

  await test.step('the platform engineer finds it first, and approves', async () => {
    const context = await browser.newContext();
    const other = await context.newPage();
    await signIn(other, 'platform-admin', '/provisioning/requests');
    await other
      .getByRole('region', { name: 'Requests waiting for you' })
      .getByRole('link', { name: `Create ${name}` })
      .click({ timeout: 60_000 });
    await expect(other.getByText('The ledger goes live.')).toBeVisible();
    await other.getByRole('button', { name: 'Approve' }).click();
    await expect(other.getByText(`${name} is ready`)).toBeVisible({
      timeout: 60_000,
    });
    await context.close();
  });

  await test.step('the page of the developer follows by itself', async () => {
    await openResource(page, name);
    const url = await takeUrl(page);
    await connect(url, client => client.query('SELECT 1'));
  });
});

test('a message goes through a queue', async ({ page }) => {
  test.setTimeout(180_000);
  const name = uniqueName('events');
  await signIn(page, 'payments-dev');
  await fillIn(page, {
    type: 'Message queue',
    environment: 'Development',
    name,
  });
  await page.getByRole('button', { name: 'Create the resource' }).click();
  await openResource(page, name);
  const url = await takeUrl(page);
  const messages = await connect(url, async client => {
    await client.query(`SELECT send('{"payment": 17}')`);
    return (await client.query('SELECT body FROM read(1)')).rows;
  });
  expect(messages).toEqual([{ body: { payment: 17 } }]);
});
