import { escapeHtml } from '../markdown/escapeHtml';
import type { PageHeading } from '../markdown/PageContext';

interface TocNode {
  heading: PageHeading;
  children: TocNode[];
}

function toTree(headings: PageHeading[]): TocNode[] {
  const roots: TocNode[] = [];
  const open: TocNode[] = [];
  for (const heading of headings) {
    const node: TocNode = { heading, children: [] };
    while (
      open.length > 0 &&
      open[open.length - 1].heading.level >= heading.level
    ) {
      open.pop();
    }
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

function renderList(nodes: TocNode[]): string {
  const items = nodes.map(({ heading, children }) => {
    const href = escapeHtml(`#${encodeURIComponent(heading.id)}`);
    const nested =
      children.length > 0
        ? `<nav class="md-nav" aria-label="${escapeHtml(
            heading.text,
          )}">${renderList(children)}</nav>`
        : '';
    return `<li class="md-nav__item"><a class="md-nav__link" href="${href}"><span class="md-ellipsis">${escapeHtml(
      heading.text,
    )}</span></a>${nested}</li>`;
  });
  return `<ul class="md-nav__list">${items.join('')}</ul>`;
}

/** The headings below the title as nested links, or nothing without any. */
export function tableOfContents(
  headings: PageHeading[],
  maxLevel: number,
): string {
  const shown = headings.filter(({ level }) => level > 1 && level <= maxLevel);
  return shown.length > 0 ? renderList(toTree(shown)) : '';
}
