import { expect } from '../portalTest';
import type { Window } from './Windows';

/** Nothing moves or blinks in a picture. */
const STILL = `*, *::before, *::after {
  animation: none !important;
  transition: none !important;
  caret-color: transparent !important;
}`;

const LOADING = '.bui-Skeleton, [role="progressbar"]:not([aria-valuenow])';

/** A busy machine takes its time. */
const PATIENCE = { timeout: 30_000 };

interface SettleOptions {
  /** Whether it is to be seen loading, and never gets what it asked for. */
  isLoading?: boolean;
}

/** How long a page asks for nothing once it has all. */
const QUIET_MS = 700;

/** Waits until a page has all it asked for, and shows it. */
export async function settle(
  { page, traffic }: Window,
  { isLoading = false }: SettleOptions = {},
): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible(PATIENCE);
  if (isLoading) {
    await expect(page.locator(LOADING).first()).toBeVisible(PATIENCE);
  } else {
    await expect
      .poll(() => traffic.quietMs, PATIENCE)
      .toBeGreaterThan(QUIET_MS);
    await expect(page.locator(LOADING)).toHaveCount(0, PATIENCE);
  }
  await page.evaluate(() => document.fonts.ready);
  await page.addStyleTag({ content: STILL });
}
