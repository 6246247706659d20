import { t } from '../../translation';

/** By what a site is built with, which knows no reader. */
const TEXTS = new Map<string, () => string>([
  ['Edit this page', () => t('pageFacts.editThisPage')],
  ['Navigation', () => t('pageListToggle.pages')],
  ['Next', () => t('frameTexts.next')],
  ['On this page', () => t('frameTexts.onThisPage')],
  ['Permanent link', () => t('frameTexts.permanentLink')],
  ['Previous', () => t('frameTexts.previous')],
  ['Previous and next page', () => t('frameTexts.previousAndNext')],
  ['Source', () => t('siteHeader.source')],
]);

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
export function translateFrame(page: ParentNode): void {
  for (const element of page.querySelectorAll(SHOWN)) {
    const text = TEXTS.get(element.textContent ?? '');
    if (text) {
      element.textContent = text();
    }
  }
  for (const [selector, attribute] of SAID) {
    for (const element of page.querySelectorAll(selector)) {
      const text = TEXTS.get(element.getAttribute(attribute) ?? '');
      if (text) {
        element.setAttribute(attribute, text());
      }
    }
  }
}
