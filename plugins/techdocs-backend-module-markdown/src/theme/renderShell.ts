import { escapeHtml } from '../markdown/escapeHtml';
import { stylesheetPath } from './stylesheet';

export interface PageNeighbour {
  title: string;
  href: string;
}

export interface ShellOptions {
  siteName: string;
  /** Of its pages, where it is known. */
  language: string | undefined;
  title: string;
  /** Way back to the start of the site, such as `../../` or empty. */
  rootPath: string;
  /** Where a reader of this page is taken. */
  refresh?: string;
  navigation: string;
  isNavigationHidden: boolean;
  contents: string;
  article: string;
  /** What stands beside the article, such as who wrote a post. */
  aside: string;
  editUrl: string | undefined;
  commit: { id: string; url: string | undefined } | undefined;
  previous: PageNeighbour | undefined;
  next: PageNeighbour | undefined;
}

const EDIT_ICON =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 17.25V21h3.75L17.81 9.94l-3.75-3.75L3 17.25zM20.71 7.04a1 1 0 0 0 0-1.41l-2.34-2.34a1 1 0 0 0-1.41 0l-1.83 1.83 3.75 3.75 1.83-1.83z"/></svg>';

const ARTICLE_START = '<article class="md-content__inner md-typeset">';
const ARTICLE_END = '</article>';

/** What stands in the article of a page that {@link renderShell} made. */
export function articleOf(html: string): string {
  const start = html.indexOf(ARTICLE_START) + ARTICLE_START.length;
  return html.slice(start, html.lastIndexOf(ARTICLE_END)).trim();
}

function editButton(editUrl: string | undefined): string {
  // The title is what the reader and its add-ons look the link up by.
  return editUrl
    ? `<a class="md-content__button md-icon" href="${escapeHtml(
        editUrl,
      )}" rel="edit" title="Edit this page">${EDIT_ICON}</a>`
    : '';
}

function commitNote(commit: ShellOptions['commit']): string {
  if (!commit) {
    return '';
  }
  const id = `<code>${escapeHtml(commit.id.slice(0, 8))}</code>`;
  const shown = commit.url
    ? `<a href="${escapeHtml(commit.url)}">${id}</a>`
    : id;
  return `<aside class="md-source-file" aria-label="Source">Built from commit ${shown}</aside>`;
}

function neighbourLink(
  neighbour: PageNeighbour | undefined,
  direction: 'prev' | 'next',
): string {
  if (!neighbour) {
    return '';
  }
  const word = direction === 'prev' ? 'Previous' : 'Next';
  return `<a class="md-footer__link md-footer__link--${direction}" href="${escapeHtml(
    neighbour.href,
  )}" rel="${direction}"><span class="md-footer__direction">${word}</span>${escapeHtml(
    neighbour.title,
  )}</a>`;
}

function refreshTag(refresh: string | undefined): string {
  return refresh
    ? `\n<meta http-equiv="refresh" content="0; url=${escapeHtml(refresh)}">`
    : '';
}

/**
 * Puts an article into the frame of a page.
 *
 * @remarks
 * The class names and data attributes are those of mkdocs-material: the stock
 * reader and its add-ons find their places by them.
 */
export function renderShell(options: ShellOptions): string {
  const { previous, next, contents } = options;
  const pagination =
    previous || next
      ? `<nav class="md-pagination" aria-label="Previous and next page">${neighbourLink(
          previous,
          'prev',
        )}${neighbourLink(next, 'next')}</nav>`
      : '';
  const documentTitle =
    options.title === options.siteName
      ? options.siteName
      : `${options.title} - ${options.siteName}`;
  const lang = options.language
    ? ` lang="${escapeHtml(options.language)}"`
    : '';
  return `<!doctype html>
<html${lang} class="no-js">
<head>
<meta charset="utf-8">
<title>${escapeHtml(documentTitle)}</title>${refreshTag(options.refresh)}
<link rel="stylesheet" href="${options.rootPath}${stylesheetPath}">
</head>
<body dir="ltr">
<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">
<label class="md-overlay" for="__drawer"></label>
<header class="md-header" data-md-component="header"><label class="md-header__button md-icon" for="__drawer"></label></header>
<div class="md-container" data-md-component="container"${lang}>
<div class="md-main" data-md-component="main">
<div class="md-main__inner md-grid">
<div class="md-sidebar md-sidebar--primary" data-md-component="sidebar" data-md-type="navigation"${
    options.isNavigationHidden ? ' hidden' : ''
  }>
<div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">
<nav class="md-nav md-nav--primary" aria-label="Navigation" data-md-level="0">
<label class="md-nav__title" for="__drawer">${escapeHtml(
    options.siteName,
  )}</label>
<ul class="md-nav__list" data-md-scrollfix>${options.navigation}</ul>
</nav>
</div></div>
</div>
<div class="md-sidebar md-sidebar--secondary" data-md-component="sidebar" data-md-type="toc"${
    contents ? '' : ' hidden'
  }>
<div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">
<nav class="md-nav md-nav--secondary" aria-label="On this page"><div class="md-nav__title">On this page</div>${contents}</nav>
</div></div>
</div>
<div class="md-content" data-md-component="content">
${options.aside}${ARTICLE_START}
${editButton(options.editUrl)}
${options.article}
${commitNote(options.commit)}
${ARTICLE_END}
${pagination}
</div>
</div>
</div>
</div>
</body>
</html>
`;
}
