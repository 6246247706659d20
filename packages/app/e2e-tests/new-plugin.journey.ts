import { expect, signIn, test } from './portalTest';

// Runs by `npm test -- templates`, in a portal to which `yarn new` has added the
// plugin `field-notes`; the portal of the other journeys does not have it.

test('somebody takes a note, and finds it on the new page', async ({
  page,
}) => {
  const text = 'Ask before a release.';
  await signIn(
    page,
    'payments-dev',
    '/catalog/default/component/payment-service',
  );
  await page.getByLabel('New note').fill(text);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(text)).toBeVisible();

  await page.goto('/field-notes');
  await expect(page.getByText(text)).toBeVisible();
});
