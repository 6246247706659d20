import { authorization, expect, signIn, test } from './portalTest';
import { pushChange } from './pushChange';

/** How long a pushed commit may take to show, by the webhook. */
const VISIBLE_MS = 15_000;

test('a pushed commit shows in the catalog', async ({ page }) => {
  const description = `Tells customers what works (${Date.now()})`;
  await signIn(page, 'payments-dev');
  const headers = await authorization(page);
  await pushChange({
    repository: 'status-page',
    file: 'catalog-info.yaml',
    message: 'Say what the page is for',
    change: content =>
      content.replace(
        /^ {2}description: (?:>-\n(?: {4}.*\n)+|.*\n)/m,
        `  description: ${description}\n`,
      ),
  });
  await expect
    .poll(
      async () => {
        const response = await page.request.get(
          '/api/catalog/entities/by-name/component/default/status-page',
          { headers },
        );
        return (await response.json()).metadata.description;
      },
      { timeout: VISIBLE_MS },
    )
    .toBe(description);

  await page.goto('/catalog/default/component/status-page');
  await expect(page.getByText(description)).toBeVisible();
});
