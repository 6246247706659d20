import { readFile } from 'node:fs/promises';
import { authorization, expect, signIn, test } from './portalTest';

const payments = 'component:default/payment-service';

const MONTH = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The first of this month and of the last one: months go by UTC here. */
function months() {
  const now = new Date();
  const [last, present] = [-1, 0].map(
    offset =>
      new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset)),
  );
  return {
    firstDay: last.toISOString().slice(0, 10),
    last: MONTH.format(last),
    present: MONTH.format(present),
  };
}

test('an agreement is written down, reported on and closed', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const { firstDay, last, present } = months();
  // Each run has its own: what is closed stays closed.
  const name = `Payments of journey ${Date.now()}`;
  await signIn(
    page,
    'payments-dev',
    '/catalog/default/component/payment-service/slos',
  );

  await test.step('by its owner, on the tab of the service', async () => {
    await page
      .getByRole('button', { name: 'New agreement' })
      .click({ timeout: 60_000 });
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'SLO' }).click();
    await page.getByRole('option', { name: 'Payments are answered' }).click();
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Customer').fill('Umbrella');
    await dialog.getByLabel('Target').fill('99.999');
    await dialog
      .getByRole('group', { name: 'First day' })
      .getByRole('spinbutton')
      .first()
      .click();
    // As the field has it: day, month and year.
    await page.keyboard.type(firstDay.split('-').reverse().join(''));
    await dialog.getByRole('button', { name: 'Time zone' }).click();
    await page.getByRole('option', { name: 'UTC', exact: true }).click();
    await dialog.getByRole('button', { name: 'Add a credit' }).click();
    await dialog.getByRole('textbox', { name: 'Credit' }).fill('10');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await expect(page).toHaveURL(/\/slos\/agreements\/[0-9a-f-]{36}$/);
  });

  await test.step('this month is missed, and a credit is owed', async () => {
    await page.getByRole('link', { name: present }).click();
    const report = page.getByRole('article');
    // The past of the services comes in after the portal is ready.
    await expect(report.getByText('Missed so far')).toBeVisible({
      timeout: 120_000,
    });
    await expect(
      report.getByRole('group', { name: 'Credit owed' }),
    ).toContainText('10%');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const csv = await readFile(await (await download).path(), 'utf8');
    expect(csv.split('\r\n')[0]).toBe(
      'day,good,total,sli,countedMinutes,measuredMinutes,excludedMinutes',
    );
  });

  await test.step('it prints without the frame', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(page.getByRole('heading', { name: present })).toBeVisible();
    await page.emulateMedia({ media: null });
  });

  await test.step('the last month is closed for good', async () => {
    await page.getByRole('link', { name: 'All months' }).click();
    await page.getByRole('button', { name: `Close ${last}` }).click();
    await expect(page.getByText('This is final.')).toBeVisible();
    await page.getByRole('button', { name: 'Close month' }).click();
    const row = page.getByRole('row', { name: last });
    await expect(row).toContainText('Closed');
    await page.getByRole('link', { name: last }).click();
    await expect(page.getByRole('article')).toContainText(
      'It can no longer change.',
    );
    await expect(
      page.getByRole('button', { name: `Close ${last}` }),
    ).toHaveCount(0);
  });

  await test.step('whatever happens to the agreement', async () => {
    const headers = await authorization(page);
    const [, agreementId, month] =
      /agreements\/([^/]+)\/(.+)$/.exec(page.url()) ?? [];
    const address = `/api/sla/reports/${agreementId}/${month}`;
    const read = async () =>
      (await page.request.get(address, { headers })).json();
    const before = await read();
    expect(before).toMatchObject({ state: 'closed' });
    const { entityRef, sloName, timeZone } = before.agreement;
    expect(entityRef).toBe(payments);
    const changed = await page.request.put(
      `/api/sla/agreements/${agreementId}`,
      {
        headers,
        data: {
          name,
          entityRef,
          sloName,
          timeZone,
          target: 0.5,
          credits: [],
          isMaintenanceExcluded: false,
          validFrom: firstDay,
        },
      },
    );
    expect(changed.status()).toBe(200);
    expect(await read()).toEqual(before);
    const again = await page.request.post(`${address}/close`, { headers });
    expect(again.status()).toBe(409);
  });
});

test('who does not own the service sees agreements, and no buttons', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'new-hire', '/slos/agreements');
  // The sandbox writes it down once the portal knows the SLO.
  await page
    .getByRole('link', { name: 'Payments for Brandt Living (sample)' })
    .click({ timeout: 120_000 });
  await expect(page.getByRole('link', { name: months().last })).toBeVisible();
  for (const name of [/^Close/, 'Edit terms', 'End agreement', 'Delete']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  await page.getByRole('link', { name: months().last }).click();
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Close/ })).toHaveCount(0);
});
