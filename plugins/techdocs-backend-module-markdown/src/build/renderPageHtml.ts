import { escapeHtml } from '../markdown/escapeHtml';
import type { NavigationHtml } from '../theme/NavigationHtml';
import { renderShell } from '../theme/renderShell';
import type { BlogPages } from './BlogPages';
import type { CheckedPage } from './checkLinks';
import type { MkdocsConfig } from '../site/readMkdocsConfig';
import type { RedirectPage } from './redirectPages';
import type { RepositoryLinks } from '../site/RepositoryLinks';
import type { SitePage } from '../site/SitePage';
import { relativeUrl } from '../site/SitePage';
import type { TagPages } from './TagPages';
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
  /** What the blog adds to its pages. */
  blogPages: BlogPages | undefined;
  /** What tags add to pages. */
  tagPages: TagPages | undefined;
}

/** Puts a page that says where another is now into the frame of the site. */
export function redirectHtml(
  { page, article, refresh }: RedirectPage,
  site: SiteFrame,
): string {
  return renderShell({
    siteName: site.name,
    language: site.config.language,
    title: 'This page has moved',
    rootPath: '../'.repeat(page.url.split('/').length - 1),
    refresh,
    navigation: site.navigation.render(page),
    isNavigationHidden: false,
    contents: '',
    article,
    aside: '',
    editUrl: undefined,
    commit: site.commit,
    previous: undefined,
    next: undefined,
  });
}

/** Makes the function that puts a page of the site into its frame. */
export function pageHtmlRenderer(site: SiteFrame) {
  const neighbours = new Map<SitePage, [SitePage?, SitePage?]>();
  for (const pages of [site.blogPages?.postOrder ?? [], site.order]) {
    pages.forEach((page, index) =>
      neighbours.set(page, [pages[index - 1], pages[index + 1]]),
    );
  }
  const neighbour = (page: SitePage, other: SitePage | undefined) =>
    other && {
      title: site.titleOf(other),
      href: relativeUrl(page.url, other.url),
    };

  return ({ page, rendered }: CheckedPage): string => {
    const title = site.titleOf(page);
    const [previous, next] = neighbours.get(page) ?? [];
    const { hasTitleHeading, hidden } = rendered.summary;
    const heading = hasTitleHeading ? '' : `<h1>${escapeHtml(title)}</h1>\n`;
    const { tagPages, config } = site;
    const tags = hidden.includes('tags') ? '' : tagPages?.pageTags(page) ?? '';
    const article = tagPages?.withListings(page, rendered.html);
    const contents = tagPages?.contents(page, config.dialect);
    return renderShell({
      siteName: site.name,
      language: config.language,
      title,
      rootPath: '../'.repeat(page.url.split('/').length - 1),
      navigation: site.navigation.render(page),
      isNavigationHidden: hidden.includes('navigation'),
      contents: hidden.includes('toc') ? '' : contents ?? rendered.contents,
      article: tags + heading + (article ?? rendered.html),
      editUrl: page.sourcePath && site.repository.editUrl(page.sourcePath),
      commit: site.commit,
      aside: site.blogPages?.aside(page, site.titleOf) ?? '',
      previous: neighbour(page, previous),
      next: neighbour(page, next),
    });
  };
}
