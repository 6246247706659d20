import type { Page } from '@playwright/test';
import { expect } from '../portalTest';

/** A quarter of the pixels shows the layout, and keeps the set small. */
const SCALE = 0.5;

/** What pages say of parts of them that took too long. */
export const UNANSWERED =
  /No answer yet|could not be (checked|read)|did not answer/;

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

/** Runs in the page, which it takes all it needs with it to. */
function evenOutWords() {
  const unit = '(second|minute|hour|day|week|month|year)s?';
  const patterns: [pattern: RegExp, even: string][] = [
    [
      RegExp(`\\b(just now|yesterday|(an?|\\d+) ${unit} ago)\\b`, 'g'),
      '00 days ago',
    ],
    [RegExp(`\\b(tomorrow|in (an?|\\d+) ${unit})\\b`, 'g'), 'in 00 days'],
    [RegExp(`\\b\\d+ ${unit}\\b`, 'g'), '00 days'],
    [/\d+([.,:]\d+)*/g, '00'],
  ];
  const evenOut = (node: Node) => {
    const text = node.nodeValue ?? '';
    // An editor would take it for what somebody writes, and a stylesheet for sizes.
    if (node.parentElement?.closest('[contenteditable], style')) {
      return;
    }
    // Elsewhere these words name a time, and not how long ago it was.
    const said = node.parentElement?.closest('time')
      ? text.replace(/^(last|next) \w+$/, '00 days ago')
      : text;
    const even = patterns.reduce(
      (words, [pattern, same]) => words.replace(pattern, same),
      said,
    );
    if (even !== text) {
      node.nodeValue = even;
    }
  };
  // Documentation stands in a tree of its own.
  const roots: Node[] = [document.body];
  for (const root of roots) {
    const walker = document.createTreeWalker(root);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        evenOut(node);
      } else if (node instanceof Element && node.shadowRoot) {
        roots.push(node.shadowRoot);
      }
    }
  }
}
