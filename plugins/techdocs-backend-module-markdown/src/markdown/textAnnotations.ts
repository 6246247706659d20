import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { escapeHtml } from './escapeHtml';

const MARK = /\((\d{1,3})\)/g;

function isAnnotated(token: Token): boolean {
  return (
    token.nesting === 1 &&
    String(token.attrGet('class') ?? '')
      .split(' ')
      .includes('annotate')
  );
}

/** Where the block that opens at `index` ends. */
function endOf(tokens: Token[], index: number): number {
  const { level } = tokens[index];
  return tokens.findIndex(
    (token, at) => at > index && token.level === level && token.nesting === -1,
  );
}

/** How many items the list has that opens at `index`. */
function itemCount(tokens: Token[], index: number): number {
  const { level } = tokens[index];
  const end = endOf(tokens, index);
  return tokens
    .slice(index, end)
    .filter(
      token => token.type === 'list_item_open' && token.level === level + 1,
    ).length;
}

function noteToken(state: StateCore, number: string): Token {
  const token = new state.Token('text_note', 'span', 0);
  token.content = number;
  return token;
}

/** `(1)` in a text becomes a mark, as long as the list has such an item. */
function splitText(state: StateCore, token: Token, count: number): Token[] {
  const result: Token[] = [];
  let from = 0;
  const addText = (to: number) => {
    if (to > from) {
      const text = new state.Token('text', '', 0);
      text.content = token.content.slice(from, to);
      text.level = token.level;
      result.push(text);
    }
  };
  for (const match of token.content.matchAll(MARK)) {
    const [mark, number] = match;
    if (Number(number) >= 1 && Number(number) <= count) {
      addText(match.index);
      result.push(noteToken(state, number));
      from = match.index + mark.length;
    }
  }
  addText(token.content.length);
  return result;
}

function markNotes(state: StateCore, part: Token[], count: number) {
  for (const { children, type } of part) {
    if (type === 'inline' && children) {
      children.splice(
        0,
        children.length,
        ...children.flatMap(child =>
          child.type === 'text' ? splitText(state, child, count) : [child],
        ),
      );
    }
  }
}

/** Joins a block of the class `annotate` with the numbered list behind it. */
function linkLists(state: StateCore) {
  const { tokens } = state;
  tokens.forEach((token, index) => {
    const end = isAnnotated(token) ? endOf(tokens, index) : -1;
    const list = tokens[end + 1];
    if (end > 0 && list?.type === 'ordered_list_open') {
      markNotes(state, tokens.slice(index, end), itemCount(tokens, end + 1));
      list.attrJoin('class', 'md-code-notes');
    }
  });
}

/**
 * Annotations of mkdocs-material outside of code: `(1)` in a block that has the class
 * `annotate`, explained by the list below.
 */
export function textAnnotations(md: MarkdownIt) {
  md.core.ruler.after('attribute_lists', 'text_annotations', linkLists);
  md.renderer.rules.text_note = (tokens, index) => {
    const number = escapeHtml(tokens[index].content);
    return `<span class="md-text-note" data-note="${number}">(${number})</span>`;
  };
}
