import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { escapeHtml } from './escapeHtml';
import type { HeadingNode } from './headingTree';
import { headingTree } from './headingTree';
import { PageContext } from './PageContext';

const MARKER = '[TOC]';

/** A page with many would grow with the square of its length. */
const MAX_MARKERS = 3;

function renderList(nodes: HeadingNode[]): string {
  const items = nodes.map(({ heading, children }) => {
    const href = escapeHtml(`#${encodeURIComponent(heading.id)}`);
    const nested = children.length > 0 ? renderList(children) : '';
    return `<li><a href="${href}">${escapeHtml(
      heading.text,
    )}</a>${nested}</li>\n`;
  });
  return `<ul>\n${items.join('')}</ul>\n`;
}

function isMarker(tokens: Token[], index: number): boolean {
  return (
    tokens[index].type === 'paragraph_open' &&
    tokens[index + 1].content === MARKER
  );
}

function replaceMarkers(state: StateCore) {
  const { tokens } = state;
  const { headings, options } = PageContext.of(state.env);
  const { tocTop, tocDepth } = options.dialect;
  let html: string | undefined;
  let count = 0;
  for (let index = 0; index < tokens.length - 2; index += 1) {
    if (isMarker(tokens, index)) {
      const shown = headings.filter(
        ({ level }) => level >= tocTop && level <= tocDepth,
      );
      html ??= `<div class="toc">\n${renderList(headingTree(shown))}</div>\n`;
      const toc = new state.Token('engine_markup', '', 0);
      toc.block = true;
      toc.content = html;
      tokens.splice(index, 3, toc);
      count += 1;
      if (count === MAX_MARKERS) {
        return;
      }
    }
  }
}

/** A paragraph `[TOC]` becomes the contents of the page, as in Python. */
export function tocMarker(md: MarkdownIt) {
  md.core.ruler.after('headings', 'toc_marker', replaceMarkers);
}
