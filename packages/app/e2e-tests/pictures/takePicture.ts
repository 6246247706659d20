import type { Page } from '@playwright/test';
import { expect } from '../portalTest';

/** A quarter of the pixels shows the layout, and keeps the set small. */
const SCALE = 0.5;

/** Nothing moves or blinks in a picture. */
const STILL = `*, *::before, *::after {
  animation: none !important;
  transition: none !important;
  caret-color: transparent !important;
}`;

/** Waits until a page has all it asked for, and shows it. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(
    page.locator('.bui-Skeleton, [role="progressbar"]:not([aria-valuenow])'),
  ).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  await page.addStyleTag({ content: STILL });
}

/**
 * A picture of what is in the window, at half its size, once two in a row are
 * the same. Numbers and ages are made the same before, since services of the
 * sample world are in use while it is looked at.
 */
export async function takePicture(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const shoot = async () => {
    await page.evaluate(evenOutWords);
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'png',
      clip: { x: 0, y: 0, width, height, scale: SCALE },
    });
    return Buffer.from(data, 'base64');
  };
  let picture = await shoot();
  await expect(async () => {
    const before = picture;
    picture = await shoot();
    expect(picture.equals(before)).toBe(true);
  }).toPass({ timeout: 10_000, intervals: [150] });
  await session.detach();
  return picture;
}

/** Runs in the page. */
function evenOutWords() {
  const age =
    /\b(just now|yesterday|tomorrow|(in )?(a|an|\d+) (minute|hour|day|week|month|year)s?( ago)?|(last|next|this) (minute|hour|day|week|month|year))\b/g;
  const number = /\d+([.,:]\d+)*/g;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const even = text.replace(age, '00 days ago').replace(number, '00');
    if (even !== text) {
      node.nodeValue = even;
    }
  }
}
