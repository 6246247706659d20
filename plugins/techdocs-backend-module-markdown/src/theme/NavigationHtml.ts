import { escapeHtml } from '../markdown/escapeHtml';
import type { NavigationItem, SectionItem } from '../site/NavigationItem';
import type { SitePage } from '../site/SitePage';
import { relativeUrl } from '../site/SitePage';

/** With more pages than this, only the branch of the current page is written. */
const MAX_FULL_NAVIGATION = 300;

function firstPage(items: NavigationItem[]): SitePage | undefined {
  for (const item of items) {
    const page =
      item.kind === 'section'
        ? item.index?.page ?? firstPage(item.children)
        : item.kind === 'page' && item.page;
    if (page) {
      return page;
    }
  }
  return undefined;
}

/** The left-hand navigation, with the markup of mkdocs-material. */
export class NavigationHtml {
  readonly #pathByPage = new Map<SitePage, number[]>();
  /** Inactive branches look the same on all pages of one depth. */
  readonly #inactive = new Map<NavigationItem[], Map<number, InactiveItems>>();

  readonly #items: NavigationItem[];
  readonly #titleOf: (page: SitePage) => string;

  constructor(items: NavigationItem[], titleOf: (page: SitePage) => string) {
    this.#items = items;
    this.#titleOf = titleOf;
    this.#index(items, []);
  }

  render(page: SitePage): string {
    const active =
      this.#pathByPage.get(page) ??
      this.#pathByPage.get(page.navigationPage ?? page) ??
      [];
    const depth = page.url.split('/').length;
    return this.#renderItems(this.#items, { page, depth, active, path: [] });
  }

  get #isPruned() {
    return this.#pathByPage.size > MAX_FULL_NAVIGATION;
  }

  #index(items: NavigationItem[], path: number[]) {
    items.forEach((item, index) => {
      const itemPath = [...path, index];
      const shown = item.kind === 'section' ? item.index : item;
      if (shown?.kind === 'page' && !this.#pathByPage.has(shown.page)) {
        this.#pathByPage.set(shown.page, itemPath);
      }
      if (item.kind === 'section') {
        this.#index(item.children, itemPath);
      }
    });
  }

  #renderItems(items: NavigationItem[], at: Position): string {
    const level = at.path.length;
    const isOnPath =
      at.active.length > level &&
      at.path.every((step, depth) => at.active[depth] === step);
    const { html, ends } = this.#renderInactive(items, at);
    if (!isOnPath) {
      return html;
    }
    const index = at.active[level];
    const path = [...at.path, index];
    return (
      html.slice(0, index === 0 ? 0 : ends[index - 1]) +
      this.#renderItem(items[index], { ...at, path }, true) +
      html.slice(ends[index])
    );
  }

  #renderInactive(items: NavigationItem[], at: Position): InactiveItems {
    let byDepth = this.#inactive.get(items);
    if (!byDepth) {
      byDepth = new Map();
      this.#inactive.set(items, byDepth);
    }
    let known = byDepth.get(at.depth);
    if (!known) {
      known = { html: '', ends: [] };
      for (const [index, item] of items.entries()) {
        const path = [...at.path, index];
        known.html += this.#renderItem(
          item,
          { ...at, active: [], path },
          false,
        );
        known.ends.push(known.html.length);
      }
      byDepth.set(at.depth, known);
    }
    return known;
  }

  #renderItem(item: NavigationItem, at: Position, isActive: boolean): string {
    const itemClass = isActive
      ? 'md-nav__item md-nav__item--active'
      : 'md-nav__item';
    switch (item.kind) {
      case 'link':
        return `<li class="${itemClass}"><a class="md-nav__link" href="${escapeHtml(
          item.url,
        )}"><span class="md-ellipsis">${escapeHtml(
          item.title,
        )}</span></a></li>`;
      case 'page': {
        const title = item.title ?? this.#titleOf(item.page);
        const link = { title, page: item.page, isActive };
        return `<li class="${itemClass}">${this.#renderLink(link, at)}</li>`;
      }
      case 'section':
        return this.#renderSection(item, at, isActive);
      default:
        throw new Error('Unknown navigation item');
    }
  }

  #renderLink(link: PageLink, at: Position): string {
    const state = link.isActive
      ? ' md-nav__link--active" aria-current="page'
      : '';
    return `<a class="md-nav__link${state}" href="${escapeHtml(
      link.isActive ? './' : this.#hrefTo(link.page, at),
    )}"><span class="md-ellipsis">${escapeHtml(link.title)}</span></a>`;
  }

  #renderSection(
    section: SectionItem,
    at: Position,
    isActive: boolean,
  ): string {
    const title = escapeHtml(section.title);
    const first = firstPage([section]);
    if (this.#isPruned && !isActive && first) {
      return `<li class="md-nav__item md-nav__item--pruned"><a class="md-nav__link" href="${escapeHtml(
        this.#hrefTo(first, at),
      )}"><span class="md-ellipsis">${title}</span><span class="md-nav__icon md-icon"></span></a></li>`;
    }
    const id = `__nav_${at.path.map(step => step + 1).join('_')}`;
    const activeClass = isActive ? ' md-nav__item--active' : '';
    const checked = isActive ? ' checked' : '';
    const icon = '<span class="md-nav__icon md-icon"></span>';
    const index = section.index && {
      title: section.title,
      page: section.index.page,
      isActive: isActive && at.active.length === at.path.length,
    };
    if (index && section.children.length === 0) {
      return `<li class="md-nav__item${activeClass}">${this.#renderLink(
        index,
        at,
      )}</li>`;
    }
    const label = index
      ? `<div class="md-nav__link md-nav__container">${this.#renderLink(
          index,
          at,
        )}<label class="md-nav__link" for="${id}" id="${id}_label" aria-label="${title}">${icon}</label></div>`
      : `<label class="md-nav__link" for="${id}" id="${id}_label"><span class="md-ellipsis">${title}</span>${icon}</label>`;
    return (
      `<li class="md-nav__item md-nav__item--nested${activeClass}">` +
      `<input class="md-nav__toggle md-toggle" type="checkbox" id="${id}"${checked}>` +
      `${label}` +
      `<nav class="md-nav" data-md-level="${at.path.length}" aria-labelledby="${id}_label"><ul class="md-nav__list">` +
      `${this.#renderItems(section.children, at)}</ul></nav></li>`
    );
  }

  /** Inactive branches are shared, so they always climb to the start first. */
  #hrefTo(page: SitePage, at: Position): string {
    const up = '../'.repeat(at.depth - 1);
    const down = page.url === '' ? '' : relativeUrl('', page.url);
    return `${up}${down}` || './';
  }
}

interface PageLink {
  title: string;
  page: SitePage;
  /** Whether it is the page that is shown. */
  isActive: boolean;
}

/** A list without an active item, and where in it each item ends. */
interface InactiveItems {
  html: string;
  ends: number[];
}

interface Position {
  page: SitePage;
  /** How deep the address of the page lies. */
  depth: number;
  /** Indexes that lead to the current page. */
  active: number[];
  /** Indexes that lead to the item being written. */
  path: number[];
}
