import { authorization, expect, signIn, test } from './portalTest';
import { SampleRepository } from './SampleRepository';

/** How long a pushed commit may take to show, by the webhook. */
const VISIBLE_MS = 15_000;
/** How long a refused one may take to be told. */
const TOLD_MS = 60_000;

const BROKEN = 'kind: Component\n  name: "broken\n';

function componentYaml(name: string): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: library, lifecycle: experimental, owner: team-payments }
`;
}

test('a broken catalog file is told to its team, and its correction shows', async ({
  page,
}) => {
  test.setTimeout(4 * TOLD_MS);
  await signIn(page, 'payments-dev');
  const headers = await authorization(page);
  const repository = await SampleRepository.create();
  const { name } = repository;
  const state = async () => (await repository.findStatus())?.status;
  const entityStatus = async () =>
    (
      await page.request.get(
        `/api/catalog/entities/by-name/component/default/${name}`,
        { headers },
      )
    ).status();

  try {
    await repository.write('catalog-info.yaml', BROKEN);
    await expect.poll(state, { timeout: TOLD_MS }).toBe('failure');

    // Nothing of the repository was ever read before.
    await repository.write('catalog-info.yaml', componentYaml(name));
    await expect.poll(entityStatus, { timeout: VISIBLE_MS }).toBe(200);
    await expect.poll(state, { timeout: TOLD_MS }).toBe('success');

    await repository.write('catalog-info.yaml', BROKEN);
    await expect.poll(state, { timeout: TOLD_MS }).toBe('failure');
    await page.goto(`/catalog-health?repository=acme%2F${name}`);
    const problem = page.getByRole('row', { name: /Syntax error/ });
    await expect(problem).toContainText(`acme/${name}`);
    await expect(problem).toContainText('catalog-info.yaml:1');
    await page.goto('/notifications');
    await expect(
      page.getByText(`catalog-info.yaml of acme/${name} needs a correction`),
    ).toBeVisible();
    // What was read before is still there.
    expect(await entityStatus()).toBe(200);

    await repository.write('catalog-info.yaml', componentYaml(name));
    await expect.poll(state, { timeout: TOLD_MS }).toBe('success');
    await page.goto(`/catalog-health?repository=acme%2F${name}`);
    await expect(
      page.getByText(/No problems match the filters|No problems/),
    ).toBeVisible();
  } finally {
    await repository.delete();
  }
});
