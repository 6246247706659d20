import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** More stops than that are no way to get anywhere. */
const MAX_STOPS = 80;

/** That somebody sees where the focus is: by an outline, a ring or a border. */
export async function expectFocusVisible(page: Page) {
  const isVisible = () =>
    page.evaluate(() => {
      const drawsFocus = (element: Element | null): boolean => {
        if (!element || element === document.body) {
          return false;
        }
        const { outlineStyle, outlineWidth, boxShadow } =
          getComputedStyle(element);
        return (
          (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) ||
          boxShadow !== 'none' ||
          element.hasAttribute('data-focus-visible') ||
          drawsFocus(element.parentElement)
        );
      };
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) {
        active = active.shadowRoot.activeElement;
      }
      return drawsFocus(active);
    });
  // Some components draw it once they have heard of it.
  await expect.poll(isVisible, 'the focus is drawn').toBe(true);
}

/** Presses a key until somebody is where they want to be. */
export async function pressUntil(
  page: Page,
  key: string,
  isThere: () => Promise<boolean>,
) {
  for (let presses = 0; presses < MAX_STOPS; presses++) {
    if (await isThere()) {
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead there in ${MAX_STOPS} presses`);
}

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(node => node === document.activeElement);
}
