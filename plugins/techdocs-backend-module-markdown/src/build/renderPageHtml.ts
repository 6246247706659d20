import { escapeHtml } from '../markdown/escapeHtml';
import type { NavigationHtml } from '../theme/NavigationHtml';
import { renderShell } from '../theme/renderShell';
import type { CheckedPage } from './checkLinks';
import type { MkdocsConfig } from '../site/readMkdocsConfig';
import type { RepositoryLinks } from '../site/RepositoryLinks';
import type { SitePage } from '../site/SitePage';
import { relativeUrl } from '../site/SitePage';
import type { TitleOf } from './siteTitles';

/** What all pages of a site share. */
export interface SiteFrame {
  name: string;
  config: MkdocsConfig;
  commit: { id: string; url: string | undefined } | undefined;
  repository: RepositoryLinks;
  /** The pages in reading order. */
  order: SitePage[];
  navigation: NavigationHtml;
  titleOf: TitleOf;
}

/** Makes the function that puts a page of the site into its frame. */
export function pageHtmlRenderer(site: SiteFrame) {
  const positions = new Map(site.order.map((page, index) => [page, index]));
  const neighbour = (page: SitePage, other: SitePage | undefined) =>
    other && {
      title: site.titleOf(other),
      href: relativeUrl(page.url, other.url),
    };

  return ({ page, rendered }: CheckedPage): string => {
    const title = site.titleOf(page);
    const position = positions.get(page);
    const { hasTitleHeading, hidden } = rendered.summary;
    const heading = hasTitleHeading ? '' : `<h1>${escapeHtml(title)}</h1>\n`;
    return renderShell({
      siteName: site.name,
      title,
      rootPath: '../'.repeat(page.url.split('/').length - 1),
      navigation: site.navigation.render(page),
      isNavigationHidden: hidden.includes('navigation'),
      contents: hidden.includes('toc') ? '' : rendered.contents,
      article: heading + rendered.html,
      editUrl: page.sourcePath && site.repository.editUrl(page.sourcePath),
      commit: site.commit,
      previous:
        position === undefined
          ? undefined
          : neighbour(page, site.order[position - 1]),
      next:
        position === undefined
          ? undefined
          : neighbour(page, site.order[position + 1]),
    });
  };
}
