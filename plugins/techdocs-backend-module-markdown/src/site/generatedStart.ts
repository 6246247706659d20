import { escapeHtml } from '../markdown/escapeHtml';
import type { CheckedPage } from './checkLinks';
import { relativeUrl } from './SitePage';
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
    rendered: {
      html: `<ul>\n${items.join('\n')}\n</ul>\n`,
      title: undefined,
      description: undefined,
      hasTitleHeading: false,
      hidden: [],
      headings: [],
      sections: [{ id: undefined, title: '', text: '' }],
      wordCount: 0,
      ids: [],
      links: [],
      snippets: [],
      warnings: [],
    },
  };
}
