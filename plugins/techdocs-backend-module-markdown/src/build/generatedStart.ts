import { escapeHtml } from '../markdown/escapeHtml';
import type { CheckedPage } from './checkLinks';
import { KeptPage } from './KeptPage';
import { relativeUrl } from '../site/SitePage';
import type { TitleOf } from './siteTitles';

/** A start page for a site that has none, so that the reader finds one. */
export function generatedStart(
  pages: CheckedPage[],
  titleOf: TitleOf,
): CheckedPage {
  const items = pages.map(
    ({ page }) =>
      `<li><a href="${escapeHtml(relativeUrl('', page.url))}">${escapeHtml(
        titleOf(page),
      )}</a></li>`,
  );
  return {
    page: { sourcePath: '', docPath: '', url: '', sizeBytes: 0 },
    sourceHash: undefined,
    rendered: KeptPage.ofHtml(`<ul>\n${items.join('\n')}\n</ul>\n`, []),
  };
}
