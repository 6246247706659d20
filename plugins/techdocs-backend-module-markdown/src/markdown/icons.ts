import type { MarkdownIt, StateInline } from 'markdown-it';
import { words } from './docsWords';
import { iconSvg } from './iconSets';
import { PageContext } from './PageContext';

/** The names by which mkdocs-material knows its four sets of icons. */
const SHORTCODE =
  /:((?:material|octicons|fontawesome|simple)-[a-z0-9]+(?:-[a-z0-9]+)*):/y;

function icon(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3a) {
    return false;
  }
  SHORTCODE.lastIndex = state.pos;
  const match = SHORTCODE.exec(state.src);
  if (!match) {
    return false;
  }
  if (!silent) {
    const token = state.push('icon', 'span', 0);
    token.attrSet('class', 'twemoji');
    token.content = iconSvg(match[1]) ?? '';
    if (!token.content) {
      PageContext.of(state.env).warn(
        'unknown-icon',
        words.describe('docs.warning.iconUnknown', { icon: match[0] }),
      );
    }
  }
  state.pos += match[0].length;
  return true;
}

/** `:material-clock-fast:` and `:octicons-tag-16:`, drawn in place. */
export function icons(md: MarkdownIt) {
  md.inline.ruler.before('emphasis', 'icon', icon);
  md.renderer.rules.icon = (tokens, index, _options, env) => {
    const { content } = tokens[index];
    return content
      ? `<span${md.renderer.renderAttrs(tokens[index])}>${PageContext.of(
          env,
        ).slot(content)}</span>`
      : '';
  };
}
