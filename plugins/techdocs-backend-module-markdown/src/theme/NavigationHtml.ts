import { escapeHtml } from '../markdown/escapeHtml';
import type { NavigationItem } from '../site/buildNavigation';
import type { SitePage } from '../site/SitePage';
import { relativeUrl } from '../site/SitePage';

/** With more pages than this, only the branch of the current page is written. */
const MAX_FULL_NAVIGATION = 300;

function firstPage(items: NavigationItem[]): SitePage | undefined {
  for (const item of items) {
    const page =
      item.kind === 'section'
        ? firstPage(item.children)
        : item.kind === 'page' && item.page;
    if (page) {
      return page;
    }
  }
  return undefined;
}

/** The left-hand navigation, with the markup of mkdocs-material. */
export class NavigationHtml {
  private readonly pathByPage = new Map<SitePage, number[]>();
  /** Inactive branches look the same on all pages of one depth. */
  private readonly inactive = new Map<NavigationItem, Map<number, string>>();

  constructor(
    private readonly items: NavigationItem[],
    private readonly titleOf: (page: SitePage) => string,
  ) {
    this.index(items, []);
  }

  render(page: SitePage): string {
    const active = this.pathByPage.get(page) ?? [];
    return this.renderItems(this.items, { page, active, path: [] });
  }

  private get isPruned() {
    return this.pathByPage.size > MAX_FULL_NAVIGATION;
  }

  private index(items: NavigationItem[], path: number[]) {
    items.forEach((item, index) => {
      const itemPath = [...path, index];
      if (item.kind === 'section') {
        this.index(item.children, itemPath);
      } else if (item.kind === 'page' && !this.pathByPage.has(item.page)) {
        this.pathByPage.set(item.page, itemPath);
      }
    });
  }

  private renderItems(items: NavigationItem[], at: Position): string {
    return items
      .map((item, index) => {
        const path = [...at.path, index];
        const isActive =
          at.active.length >= path.length &&
          path.every((step, depth) => at.active[depth] === step);
        return isActive
          ? this.renderItem(item, { ...at, path }, true)
          : this.renderInactive(item, { ...at, path });
      })
      .join('');
  }

  private renderInactive(item: NavigationItem, at: Position): string {
    const depth = at.page.url.split('/').length;
    let byDepth = this.inactive.get(item);
    if (!byDepth) {
      byDepth = new Map();
      this.inactive.set(item, byDepth);
    }
    let html = byDepth.get(depth);
    if (html === undefined) {
      html = this.renderItem(item, { ...at, active: [] }, false);
      byDepth.set(depth, html);
    }
    return html;
  }

  private renderItem(
    item: NavigationItem,
    at: Position,
    isActive: boolean,
  ): string {
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
        const title = escapeHtml(item.title ?? this.titleOf(item.page));
        const state = isActive
          ? ' md-nav__link--active" aria-current="page'
          : '';
        return `<li class="${itemClass}"><a class="md-nav__link${state}" href="${escapeHtml(
          isActive ? './' : this.hrefTo(item.page, at),
        )}"><span class="md-ellipsis">${title}</span></a></li>`;
      }
      case 'section':
        return this.renderSection(item, at, isActive);
      default:
        throw new Error('Unknown navigation item');
    }
  }

  private renderSection(
    section: Extract<NavigationItem, { kind: 'section' }>,
    at: Position,
    isActive: boolean,
  ): string {
    const title = escapeHtml(section.title);
    const first = firstPage(section.children);
    if (this.isPruned && !isActive && first) {
      return `<li class="md-nav__item md-nav__item--pruned"><a class="md-nav__link" href="${escapeHtml(
        this.hrefTo(first, at),
      )}"><span class="md-ellipsis">${title}</span><span class="md-nav__icon md-icon"></span></a></li>`;
    }
    const id = `__nav_${at.path.map(step => step + 1).join('_')}`;
    const activeClass = isActive ? ' md-nav__item--active' : '';
    const checked = isActive ? ' checked' : '';
    return (
      `<li class="md-nav__item md-nav__item--nested${activeClass}">` +
      `<input class="md-nav__toggle md-toggle" type="checkbox" id="${id}"${checked}>` +
      `<label class="md-nav__link" for="${id}" id="${id}_label"><span class="md-ellipsis">${title}</span><span class="md-nav__icon md-icon"></span></label>` +
      `<nav class="md-nav" data-md-level="${at.path.length}" aria-labelledby="${id}_label"><ul class="md-nav__list">` +
      `${this.renderItems(section.children, at)}</ul></nav></li>`
    );
  }

  /** Inactive branches are shared, so they always climb to the start first. */
  private hrefTo(page: SitePage, at: Position): string {
    const up = '../'.repeat(at.page.url.split('/').length - 1);
    const down = page.url === '' ? '' : relativeUrl('', page.url);
    return `${up}${down}` || './';
  }
}

interface Position {
  page: SitePage;
  /** Indexes that lead to the current page. */
  active: number[];
  /** Indexes that lead to the item being written. */
  path: number[];
}
