import { escapeHtml } from '../markdown/escapeHtml';
import type { HeadingNode } from '../markdown/headingTree';
import { headingTree } from '../markdown/headingTree';
import type { TocLevels } from '../markdown/MarkdownDialect';
import type { PageHeading } from '../markdown/PageContext';

function renderList(nodes: HeadingNode[]): string {
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
  { tocTop, tocDepth }: TocLevels,
): string {
  const shown = headings.filter(
    ({ level }) => level > 1 && level >= tocTop && level <= tocDepth,
  );
  return shown.length > 0 ? renderList(headingTree(shown)) : '';
}
