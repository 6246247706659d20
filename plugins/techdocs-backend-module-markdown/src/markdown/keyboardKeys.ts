import type { MarkdownIt, StateInline } from 'markdown-it';
import { escapeHtml } from './escapeHtml';
import { keyAliases, keyLabels } from './keyNames';
import { PageContext } from './PageContext';

const PATTERN = /\+\+((?:[\w-]+|"[^"\n]+")(?:\+(?:[\w-]+|"[^"\n]+"))*)\+\+/y;

function renderKey(
  name: string,
  unescapeAll: (text: string) => string,
): string {
  if (name.startsWith('"')) {
    return `<kbd>${escapeHtml(unescapeAll(name.slice(1, -1)))}</kbd>`;
  }
  const id = name.toLowerCase();
  const className = keyAliases.get(id) ?? id;
  // Single letters and function keys carry themselves.
  const ownLabel = /^(?:.|f\d+)$/.test(id) ? id.toUpperCase() : name;
  const label = keyLabels.get(className) ?? ownLabel;
  return `<kbd class="key-${escapeHtml(className)}">${escapeHtml(label)}</kbd>`;
}

function keys(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x2b) {
    return false;
  }
  PATTERN.lastIndex = state.pos;
  const match = PATTERN.exec(state.src);
  if (!match) {
    return false;
  }
  if (!silent) {
    const token = state.push('keys', 'span', 0);
    token.content = match[1];
  }
  state.pos += match[0].length;
  return true;
}

/** `++ctrl+alt+del++`: keys of a keyboard. */
export function keyboardKeys(md: MarkdownIt) {
  md.inline.ruler.before('emphasis', 'keys', keys);
  md.renderer.rules.keys = (tokens, index, _options, env) => {
    const { keySeparator } = PageContext.of(env).options.dialect;
    const between = keySeparator
      ? `<span>${escapeHtml(keySeparator)}</span>`
      : '';
    const names = tokens[index].content.match(/[\w-]+|"[^"\n]+"/g) ?? [];
    return `<span class="keys">${names
      .map(name => renderKey(name, md.utils.unescapeAll))
      .join(between)}</span>`;
  };
}
