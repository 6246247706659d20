import type { PagePreview } from '@atrium/plugin-techdocs-common';
import { readerStyles } from '../reader/styles/readerStyles';
import type { ThemeMode } from '../reader/useThemeMode';

interface FillPreviewOptions {
  preview: PagePreview;
  mode: ThemeMode;
  /** Where images are that the page names from its own folder. */
  folderUrl: string;
}

/** What the stock reader sets for a page, and what a preview has no use for. */
const PREVIEW_STYLES = `
:host > * { --md-typeset-font-size: 1rem; --md-typeset-color: var(--atrium-text); }
.md-typeset { font-size: 15px; color: var(--atrium-text); overflow-wrap: anywhere; }
.md-content__button, .md-source-file, .headerlink { display: none !important; }
.md-typeset :is(.admonition-title, summary) { padding-inline-start: 0.9rem; }
.md-typeset .admonition-title::before { display: none; }
.md-typeset > :first-child { margin-top: 0; }
`;

/**
 * Shows a page in a shadow root of its own, as the reader does, so that neither
 * has a say in how the other looks.
 *
 * @remarks The engine has sanitised the page; scripts would not run here either.
 * @returns the article, in which diagrams are still to be drawn
 */
export function fillPreview(
  host: HTMLElement,
  { preview, mode, folderUrl }: FillPreviewOptions,
): HTMLElement {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  host.dataset.mode = mode;
  const page = document.createElement('div');
  const template = document.createElement('template');
  template.innerHTML = preview.html;
  for (const image of template.content.querySelectorAll('img[src]')) {
    const source = image.getAttribute('src') ?? '';
    if (!/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(source)) {
      image.setAttribute('src', new URL(source, folderUrl).toString());
    }
  }
  // Of one page no link leads anywhere, and what is written would be lost.
  for (const link of template.content.querySelectorAll('a[href]')) {
    if (!link.getAttribute('href')?.startsWith('#')) {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener noreferrer');
    }
  }
  const style = document.createElement('style');
  style.textContent = preview.stylesheet + readerStyles + PREVIEW_STYLES;
  const article = document.createElement('article');
  article.className = 'md-typeset';
  article.append(template.content);
  page.append(style, article);
  root.replaceChildren(page);
  return article;
}
