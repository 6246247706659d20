import { getLanguage } from '@atrium/common';
import { t } from '../../translation';

/** What sites are built with, which know no reader, and what it is for this one. */
export type FrameTexts = ReadonlyMap<string, string>;

/** Reads the texts in the language of the portal. */
export function readFrameTexts(): FrameTexts {
  return new Map([
    ['Edit this page', t('pageFacts.editThisPage')],
    ['Navigation', t('pageListToggle.pages')],
    ['Next', t('frameTexts.next')],
    ['On this page', t('frameTexts.onThisPage')],
    ['Permanent link', t('frameTexts.permanentLink')],
    ['Previous', t('frameTexts.previous')],
    ['Previous and next page', t('frameTexts.previousAndNext')],
    ['Source', t('siteHeader.source')],
  ]);
}

/** Elements of the frame that show one of the texts, and attributes that say one. */
const SHOWN = '.md-nav__title, .md-footer__direction';
const SAID: readonly [selector: string, attribute: string][] = [
  ['nav, aside', 'aria-label'],
  ['a.headerlink, a.md-content__button', 'title'],
];

/**
 * Writes what stands around the article in the language of the portal. Sites with
 * words of their own keep them, and so do the articles.
 */
export function translateFrame(page: ParentNode, texts: FrameTexts): void {
  for (const element of page.querySelectorAll<HTMLElement>(SHOWN)) {
    const text = texts.get(element.textContent ?? '');
    if (text) {
      element.textContent = text;
      element.lang = getLanguage();
    }
  }
  for (const [selector, attribute] of SAID) {
    for (const element of page.querySelectorAll(selector)) {
      const text = texts.get(element.getAttribute(attribute) ?? '');
      if (text) {
        element.setAttribute(attribute, text);
      }
    }
  }
}
