import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { expectFocusVisible } from './focus';
import { nextKey } from './nextKey';

/** A page with a long list in front of what is looked for has that many stops. */
const MAX_STOPS = 400;

type Options = { timeout?: number };

let isWithoutMouse = false;

/**
 * From here on, whatever a journey clicks, checks or fills in is reached by Tab and
 * arrows and used by Enter, Space and typing, with the focus to be seen on it.
 *
 * @param page - any one: it holds for all locators of this process
 */
export function withoutMouse(page: Page) {
  if (isWithoutMouse) {
    return;
  }
  isWithoutMouse = true;
  const locators: Locator = Object.getPrototypeOf(page.locator('html'));
  const { check, click } = locators;
  const isReady = (target: Locator, options?: Options) =>
    click.call(target, { ...options, trial: true });
  locators.click = async function press(options) {
    await isReady(this, options);
    await pressOn(this);
  };
  locators.check = async function choose(options) {
    await check.call(this, { ...options, trial: true });
    if (!(await this.isChecked())) {
      await pressOn(this);
    }
    await expect(this).toBeChecked();
  };
  locators.fill = async function type(text, options) {
    await isReady(this, options);
    await reach(this);
    await this.page().keyboard.press('ControlOrMeta+A');
    if (text === '') {
      await this.page().keyboard.press('Delete');
    } else {
      await this.page().keyboard.type(text);
    }
  };
  locators.press = async function pressKey(key, options) {
    await isReady(this, options);
    await reach(this);
    await this.page().keyboard.press(key);
  };
}

async function pressOn(target: Locator) {
  const key = await reach(target);
  if (key) {
    await target.page().keyboard.press(key);
  }
}

/** @returns the key that uses it */
async function reach(target: Locator): Promise<string | undefined> {
  const { keyboard } = target.page();
  for (let stops = 0; stops < MAX_STOPS; stops++) {
    const next = await target.evaluate(nextKey);
    if (next.isThere) {
      await expectFocusVisible(target.page());
      return next.key;
    }
    await keyboard.press(next.key);
  }
  throw new Error(`No key leads to ${target} in ${MAX_STOPS} presses`);
}
