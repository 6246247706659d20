import { authorization, expect, signIn, test } from './portalTest';
import { pushChange } from './pushChange';

const runtime = '/catalog/default/component/invoice-service/runtime';

test('an owner restarts what runs in production', async ({ page }) => {
  await signIn(page, 'payments-dev', runtime);
  await page.getByRole('button', { name: /^production/ }).click();

  await test.step('it runs the version that was deployed', async () => {
    await expect(page.getByText('As deployed').first()).toBeVisible();
  });

  await page
    .getByRole('button', { name: 'Restart invoice-service', exact: true })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Restart all pods' })
    .click();
  await expect(page.getByText(/Restarted: all \d+ pods/)).toBeVisible({
    timeout: 60_000,
  });
});

test('somebody else sees how it runs, and may not restart it', async ({
  page,
}) => {
  await signIn(page, 'new-hire', runtime);
  await expect(page.getByText('As deployed').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Restart/ })).toHaveCount(0);

  const response = await page.request.post(
    '/api/workloads/entities/component/default/invoice-service/restart',
    {
      headers: await authorization(page),
      data: {
        cluster: 'acme-production',
        namespace: 'billing',
        workloadKind: 'Deployment',
        name: 'invoice-service',
      },
    },
  );
  expect(response.status()).toBe(403);
});

test('a component takes nothing from another one by claiming its workloads', async ({
  page,
}) => {
  await signIn(page, 'payments-dev');
  const headers = await authorization(page);
  await pushChange({
    repository: 'email-renderer',
    file: 'catalog-info.yaml',
    message: 'Claim the ledger',
    change: content =>
      content.replace(
        '  annotations:\n',
        '  annotations:\n    backstage.io/kubernetes-id: ledger-service\n',
      ),
  });
  const read = async (name: string) =>
    (
      await page.request.get(
        `/api/workloads/entities/component/default/${name}/workloads`,
        { headers },
      )
    ).json();
  await expect
    .poll(async () => (await read('email-renderer')).conflicts.lostWorkloads)
    .toBeGreaterThan(0);
  expect(await read('ledger-service')).toMatchObject({
    canRestart: true,
    canReadLogs: true,
  });

  const inKubernetesTab = async (name: string) => {
    const answer = await page.request.post(
      '/api/kubernetes/resources/workloads/query',
      { headers, data: { entityRef: `component:default/${name}` } },
    );
    expect(answer.status()).toBe(200);
    return answer.text();
  };
  expect(await inKubernetesTab('ledger-service')).toContain('ledger-service-');
  expect(await inKubernetesTab('email-renderer')).not.toContain(
    'ledger-service-',
  );

  await page.goto('/catalog/default/component/email-renderer/runtime');
  await expect(page.getByText(/workloads? (is|are) not shown/)).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('link', { name: 'ledger-service' }),
  ).toBeVisible();
});

test('the platform team sees what nobody owns', async ({ page }) => {
  await signIn(page, 'platform-admin', '/workloads');
  await page
    .getByRole('group', { name: 'Unowned' })
    .getByRole('link', { name: 'Show them' })
    .click();
  await expect(page.getByRole('row', { name: /order-import/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /payment-service/ })).toHaveCount(
    0,
  );
});
