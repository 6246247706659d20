import { authorization, expect, signIn, test } from './portalTest';

/** On the first days of a month, before its bills come, it is the cost of the last. */
const COST = /^Cost (this month|in [A-Z][a-z]+)$/;

interface CatalogEntity {
  kind: string;
  metadata: { name: string; namespace?: string };
  relations?: { type: string; targetRef: string }[];
  spec?: { target?: string };
  status?: { items?: { level: string; message: string }[] };
}

function refOf(entity: CatalogEntity) {
  const { name, namespace = 'default' } = entity.metadata;
  return `${entity.kind}:${namespace}/${name}`.toLowerCase();
}

test('the catalog has no dangling relation and no processing error', async ({
  page,
}) => {
  await signIn(page, 'platform-admin');
  const headers = await authorization(page);

  await expect(async () => {
    const response = await page.request.get('/api/catalog/entities', {
      headers,
    });
    const entities: CatalogEntity[] = await response.json();
    const known = new Set(entities.map(refOf));

    const dangling = entities.flatMap(entity =>
      (entity.relations ?? [])
        .filter(relation => !known.has(relation.targetRef))
        .map(({ type, targetRef }) => `${refOf(entity)} ${type} ${targetRef}`),
    );
    expect(dangling).toEqual([]);

    // Another journey breaks a file of its own on purpose.
    const sample = entities.filter(
      ({ spec }) => !spec?.target?.includes('/acme/journey-'),
    );
    const errors = sample.flatMap(entity =>
      (entity.status?.items ?? [])
        .filter(item => item.level === 'error')
        .map(item => `${refOf(entity)}: ${item.message}`),
    );
    expect(errors).toEqual([]);

    // What the sample organisation holds at least; other journeys add to it.
    const count = (kind: string) =>
      entities.filter(entity => entity.kind === kind).length;
    expect(count('User')).toBe(40);
    expect(count('Group')).toBe(14);
    expect(count('Component')).toBeGreaterThanOrEqual(33);
    expect(count('API')).toBeGreaterThanOrEqual(14);
    expect(count('Resource')).toBeGreaterThanOrEqual(17);
    expect(count('System') + count('Domain')).toBe(11);
    expect(count('Template')).toBe(6);
  }).toPass({ timeout: 30_000 });
});

test('without a token there is no answer', async ({ page }) => {
  for (const path of [
    '/api/catalog/entities',
    '/api/scaffolder/v2/tasks',
    '/api/search/query?term=payment',
    '/api/techdocs/static/docs/default/component/payment-service/index.html',
    '/api/kubernetes/clusters',
  ]) {
    const response = await page.request.get(path);
    expect(response.status(), path).toBe(401);
  }
});

test('a manager compares what all her teams run, and keeps the view', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'eng-manager');
  const services = page.getByRole('table', { name: 'Services' });

  await test.step('hers is what the teams below her department own', async () => {
    await page.getByRole('link', { name: 'Catalog', exact: true }).click();
    await page.getByRole('button', { name: 'Mine', exact: true }).click();
    await expect(page).toHaveURL(/owner=mine/);
    for (const team of ['Payments', 'Checkout', 'Fulfilment']) {
      await expect(
        services.getByRole('link', { name: team, exact: true }).first(),
      ).toBeVisible({ timeout: 30_000 });
    }
    await expect(
      services.getByRole('link', { name: 'Storefront', exact: true }),
    ).toHaveCount(0);
  });

  await test.step('the most expensive one comes first', async () => {
    await expect(async () => {
      await page.reload();
      await services
        .getByRole('button', { name: COST })
        .click({ timeout: 5_000 });
      await expect(page).toHaveURL(/sort=-cost/);
      await expect(services.getByText(/^€[\d,.]+$/).first()).toBeVisible({
        timeout: 5_000,
      });
    }).toPass({ timeout: 90_000 });
  });

  await test.step('she saves the view and opens it again', async () => {
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Save this view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('What we pay for');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.goto('/catalog');
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('menuitem', { name: 'What we pay for' }).click();
    await expect(page).toHaveURL(/owner=mine/);
    await expect(page).toHaveURL(/sort=-cost/);
    await expect(
      services.getByRole('columnheader', { name: COST }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  await test.step('she deletes it', async () => {
    await page.getByRole('button', { name: 'What we pay for' }).click();
    await page.getByRole('menuitem', { name: 'Manage views' }).click();
    await page.getByRole('button', { name: 'Delete What we pay for' }).click();
    await expect(page.getByText('No saved views.')).toBeVisible();
  });
});
