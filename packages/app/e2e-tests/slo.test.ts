import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, signIn, test } from './portalTest';
import { pushChange } from './pushChange';

const run = promisify(execFile);

test('a fast burn is seen, told and explained', async ({ page }) => {
  test.setTimeout(150_000);
  await signIn(page, 'payments-dev');

  await test.step('the home page says which budget is spent', async () => {
    await expect(async () => {
      await page.reload();
      await expect(
        page.getByRole('link', { name: /: Payments are answered/ }).first(),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
  });

  await test.step('the owners were told', async () => {
    await page.goto('/notifications');
    // What other journeys were told fills the first page.
    await page
      .getByRole('searchbox', { name: 'Search notifications' })
      .fill('Payments are answered');
    await page
      .getByRole('link', {
        name: 'Error budget burns fast: Payments are answered of payment-service',
      })
      .first()
      .click();
    await expect(page).toHaveURL(/payment-service\/slos/);
  });

  await test.step('the deployment that caused it is on the chart', async () => {
    await page.goto('/catalog/default/component/payment-service/slos');
    // Owners have a link to edit it, too.
    await page
      .getByRole('link', { name: 'Payments are answered', exact: true })
      .click();
    await expect(
      page.getByRole('row', { name: /4\.12\.3 deployed to production/ }),
    ).toBeVisible({ timeout: 30_000 });
    const rateOf = async (window: string) => {
      const row = page.getByRole('row', { name: new RegExp(`^${window} \\d`) });
      return parseFloat(await row.getByRole('cell').nth(1).innerText());
    };
    // It has failed for two hours. Of the last hour that is all of it, 12 times
    // the bound; of six hours a third by day, and more in the morning, since
    // few pay at night. The alert names what is further beyond its bound.
    const hour = (await rateOf('1 hour')) / 13.44;
    const sixHours = (await rateOf('6 hours')) / 5.6;
    const telling = hour > sixHours ? '1 hour' : '6 hours';
    await expect(
      page.getByRole('row', {
        name: new RegExp(`Firing page .* in ${telling}`),
      }),
    ).toBeVisible();
    await expect(
      page.getByRole('row', {
        name: /^1 hour [1-9]\d+× .*page above 13\.4×, if 5 minutes as well/,
      }),
    ).toBeVisible();
  });

  await test.step('the rules for Prometheus are valid', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Prometheus rules' }).click();
    const path = await (await download).path();
    expect(await readFile(path, 'utf8')).toContain('- alert:');
    // Prometheus itself is the judge where it is installed.
    const judgement = await run('promtool', ['check', 'rules', path]).catch(
      error => {
        if (error.code === 'ENOENT') {
          return undefined;
        }
        throw error;
      },
    );
    expect(judgement?.stdout ?? 'SUCCESS').toContain('SUCCESS');
  });
});

test('a target that is changed by a commit applies', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(
    page,
    'payments-dev',
    '/catalog/default/component/ledger-service/slos',
  );
  const objective = page
    .getByRole('listitem')
    .filter({ hasText: 'Entries are booked' });
  await expect(objective).toContainText('target 99.9%', { timeout: 60_000 });

  await pushChange({
    repository: 'ledger-service',
    file: 'slo.yaml',
    message: 'Promise what we can keep',
    change: content =>
      content.replace('targetPercent: 99.9', 'targetPercent: 99.5'),
  });
  // Read within seconds, then judged anew by the next evaluation.
  await expect(objective).toContainText('target 99.5%', { timeout: 90_000 });
});
