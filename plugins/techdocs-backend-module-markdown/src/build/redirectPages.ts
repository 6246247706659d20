import { escapeHtml } from '../markdown/escapeHtml';
import { words } from '../markdown/docsWords';
import { type SiteWarning, toWarning } from '../markdown/SiteWarning';
import type { LinkResolver } from '../site/LinkResolver';
import type { Redirect } from '../site/readRedirects';
import type { SitePage } from '../site/SitePage';
import { relativeUrl } from '../site/SitePage';
import type { TitleOf } from './siteTitles';

/** A page that says where another has moved to. */
export interface RedirectPage {
  page: SitePage;
  /** Where a reader is taken; undefined when that would leave the site. */
  refresh: string | undefined;
  article: string;
}

export interface RedirectPagesOptions {
  redirects: Redirect[];
  /** Addresses that pages of the site have. */
  taken: ReadonlySet<string>;
  resolver: LinkResolver;
  titleOf: TitleOf;
  /** The file that the redirects stand in, for the warnings. */
  configFile: string | undefined;
}

interface Target {
  href: string;
  title: string;
  isInside: boolean;
}

function findTarget(
  { url, to }: Redirect,
  { resolver, titleOf }: RedirectPagesOptions,
): Target | undefined {
  if (/^https?:\/\//i.test(to)) {
    return { href: to, title: to, isInside: false };
  }
  const [file, anchor] = to.split('#');
  const page = resolver.pageByDocPath(file);
  return page
    ? {
        href: `${relativeUrl(url, page.url)}${
          anchor ? `#${encodeURIComponent(anchor)}` : ''
        }`,
        title: titleOf(page),
        isInside: true,
      }
    : undefined;
}

/**
 * Makes a page for each old address of a site.
 *
 * @remarks
 * Readers are taken on by themselves inside the site only. To another site leads a
 * link that they see, or documentation could send them anywhere.
 */
export function redirectPages(options: RedirectPagesOptions): {
  pages: RedirectPage[];
  warnings: SiteWarning[];
} {
  const pages: RedirectPage[] = [];
  const warnings: SiteWarning[] = [];
  const taken = new Set(options.taken);
  for (const redirect of options.redirects) {
    const target = findTarget(redirect, options);
    if (!target || taken.has(redirect.url.toLowerCase())) {
      const { from, to } = redirect;
      const message = target
        ? words.describe('docs.warning.redirectTaken', { from })
        : words.describe('docs.warning.redirectLost', { from, to });
      const page = options.configFile;
      warnings.push(toWarning('configuration', message, { page }));
      continue;
    }
    taken.add(redirect.url.toLowerCase());
    const { href, title, isInside } = target;
    pages.push({
      page: {
        sourcePath: '',
        docPath: redirect.from,
        url: redirect.url,
        sizeBytes: 0,
      },
      refresh: isInside ? href : undefined,
      article: `<h1>This page has moved</h1>\n<p>It is now at <a href="${escapeHtml(
        href,
      )}">${escapeHtml(title)}</a>.</p>\n`,
    });
  }
  return { pages, warnings };
}
