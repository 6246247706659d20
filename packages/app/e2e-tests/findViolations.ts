import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What is serious or worse on the page as it stands, each kind once. A page on which
 * something is found is looked at again: a notification may have come in meanwhile.
 */
export async function findViolations(
  page: Page,
  where: string,
): Promise<string[]> {
  const found = await analyze(page, where);
  return found.length > 0 ? analyze(page, where) : found;
}

async function analyze(page: Page, where: string): Promise<string[]> {
  await waitForAnimations(page);
  const { violations } = await new AxeBuilder({ page })
    // What several frames say is put together in a window of its own, which takes
    // two thirds of the time.
    .setLegacyMode(page.frames().length === 1)
    .options({ resultTypes: ['violations'] })
    // What is read out stands there for some seconds after what it names is gone.
    .exclude('[data-live-announcer]')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => {
      const { html, failureSummary } = nodes[0];
      return `${where} ${id} (${nodes.length}): ${html} ${failureSummary}`;
    });
}

/** Until nothing fades or moves any more: half faded in, no text has its contrast. */
async function waitForAnimations(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ effect, playState }) =>
          playState !== 'running' ||
          effect?.getComputedTiming().iterations === Infinity,
      ),
  );
}
