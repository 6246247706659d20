import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { PageContext } from './PageContext';

type Attribute = [name: string, value: string];

const LIST = /^\{:?[ \t]*([^}\n]*?)[ \t]*\}/;
const TRAILING_LIST = /[ \t]+\{:?[ \t]*([^}\n]*?)[ \t]*\}[ \t]*$/;
const WHOLE_LIST = /^\{:?[ \t]*([^}\n]*?)[ \t]*\}[ \t]*$/;
const ITEM =
  /^(?:#([\w:.-]+)|\.([\w:.-]+)|([a-zA-Z][\w:.-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))|(markdown|download|data-[\w-]+))(?:\s+|$)/;

/** What an author may set; everything else could change how a page behaves. */
const ALLOWED_NAMES = new Set([
  'align',
  'alt',
  'colspan',
  'dir',
  'download',
  'height',
  'lang',
  'loading',
  'rel',
  'rowspan',
  'start',
  'target',
  'title',
  'width',
]);

const INLINE_CLOSERS = new Set([
  'link_close',
  'image',
  'code_inline',
  'icon',
  'strong_close',
  'em_close',
  's_close',
  'mark_close',
  'sup_close',
  'sub_close',
  'ins_close',
]);

const OPENER_OF: Record<string, string> = {
  link_close: 'link_open',
  strong_close: 'strong_open',
  em_close: 'em_open',
  s_close: 's_open',
  mark_close: 'mark_open',
  sup_close: 'sup_open',
  sub_close: 'sub_open',
  ins_close: 'ins_open',
};

/** Reads `#id .class key="value"`; undefined when it is not such a list. */
export function parseAttributeList(content: string): Attribute[] | undefined {
  const attributes: Attribute[] = [];
  let rest = content.trim();
  if (rest === '') {
    return undefined;
  }
  while (rest !== '') {
    const match = ITEM.exec(rest);
    if (!match) {
      return undefined;
    }
    const [whole, id, className, key, double, single, bare, flag] = match;
    if (id !== undefined) {
      attributes.push(['id', id]);
    } else if (className !== undefined) {
      attributes.push(['class', className]);
    } else if (flag !== undefined && flag !== 'markdown') {
      attributes.push([flag, '']);
    } else if (key !== undefined) {
      attributes.push([key.toLowerCase(), double ?? single ?? bare ?? '']);
    }
    rest = rest.slice(whole.length);
  }
  return attributes;
}

/** Sets what an author may set, and leaves the rest. */
export function applyAttributes(token: Token, attributes: Attribute[]) {
  for (const [name, value] of attributes) {
    if (name === 'class') {
      token.attrJoin('class', value);
    } else if (
      name === 'id' ||
      ALLOWED_NAMES.has(name) ||
      name.startsWith('data-')
    ) {
      token.attrSet(name, value);
    }
  }
}

function findOpener(children: Token[], closeIndex: number): Token {
  const close = children[closeIndex];
  const openType = OPENER_OF[close.type];
  if (openType === undefined) {
    return close;
  }
  for (let index = closeIndex - 1; index >= 0; index -= 1) {
    const token = children[index];
    if (token.type === openType && token.level === close.level) {
      return token;
    }
  }
  return close;
}

function isText({ type }: Token): boolean {
  return type === 'text' || type === 'text_special';
}

/** An escaped brace is no brace; other escapes may stand inside a list. */
function joinTexts(texts: Token[]): string {
  return texts
    .map(({ type, content }) =>
      type === 'text_special' ? content.replace(/[{}]/, '\uFFFD') : content,
    )
    .join('');
}

/** Takes away a part of what texts say together. */
function removePart(texts: Token[], from: number, to: number) {
  let at = 0;
  for (const text of texts) {
    const { content } = text;
    text.content =
      content.slice(0, Math.max(from - at, 0)) +
      content.slice(Math.max(to - at, 0));
    at += content.length;
  }
}

/** `[text](url){ .button }`: the list stands right behind the element. */
function applyInline(children: Token[]) {
  for (let index = 1; index < children.length; index += 1) {
    const previous = children[index - 1];
    if (
      children[index].type !== 'text' ||
      !children[index].content.startsWith('{') ||
      !INLINE_CLOSERS.has(previous.type)
    ) {
      continue;
    }
    let end = index + 1;
    while (end < children.length && isText(children[end])) {
      end += 1;
    }
    const texts = children.slice(index, end);
    const match = LIST.exec(joinTexts(texts));
    const attributes = match ? parseAttributeList(match[1]) : undefined;
    if (match && attributes) {
      applyAttributes(findOpener(children, index - 1), attributes);
      removePart(texts, 0, match[0].length);
    }
  }
}

/** `## Title {: #id }`: the list closes the line of the heading. */
function applyHeading(heading: Token, children: Token[]) {
  const texts = children.slice(
    children.findLastIndex(token => !isText(token)) + 1,
  );
  const content = joinTexts(texts);
  const match = TRAILING_LIST.exec(content);
  const attributes = match ? parseAttributeList(match[1]) : undefined;
  if (match && attributes) {
    applyAttributes(heading, attributes);
    removePart(texts, match.index, content.length);
  }
}

/**
 * A paragraph whose last line is nothing but a list. To Python-Markdown all braces
 * there are one, with or without attributes, such as `{% endif %}` of a template.
 */
function applyParagraph(
  paragraph: Token,
  children: Token[],
  isPythonMarkdown: boolean,
): boolean {
  const last = children.at(-1);
  const before = children.at(-2);
  if (last?.type !== 'text' || before?.type !== 'softbreak') {
    return false;
  }
  const match = WHOLE_LIST.exec(last.content);
  const list = match?.[1];
  const attributes = list
    ? parseAttributeList(list) ?? (isPythonMarkdown ? [] : undefined)
    : undefined;
  if (attributes) {
    applyAttributes(paragraph, attributes);
    children.splice(-2, 2);
  }
  return attributes !== undefined;
}

/** The opening token of the block that ends right before `index`. */
function previousBlock(tokens: Token[], index: number): Token | undefined {
  const close = tokens[index - 1];
  if (!close?.type.endsWith('_close')) {
    return undefined;
  }
  const openType = close.type.replace(/_close$/, '_open');
  for (let at = index - 2; at >= 0; at -= 1) {
    if (tokens[at].type === openType && tokens[at].level === close.level) {
      return tokens[at];
    }
  }
  return undefined;
}

/** A list on its own behind a table or a list belongs to that block. */
function applyToPreviousBlock(tokens: Token[], index: number): boolean {
  const [child, ...others] = tokens[index + 1].children ?? [];
  const match =
    child?.type === 'text' && others.length === 0
      ? WHOLE_LIST.exec(child.content)
      : undefined;
  const attributes = match ? parseAttributeList(match[1]) : undefined;
  const block = attributes ? previousBlock(tokens, index) : undefined;
  if (!attributes || !block) {
    return false;
  }
  applyAttributes(block, attributes);
  return true;
}

function applyAttributeLists(state: StateCore) {
  const { tokens, env } = state;
  const { isPythonMarkdown } = PageContext.of(env).options.dialect;
  const emptied = new Set<number>();
  for (let index = 1; index < tokens.length; index += 1) {
    const { type, children, content } = tokens[index];
    if (type !== 'inline' || !children || !content.includes('{')) {
      continue;
    }
    applyInline(children);
    const opening = tokens[index - 1];
    if (opening.type === 'heading_open') {
      applyHeading(opening, children);
    } else if (
      opening.type === 'paragraph_open' &&
      !applyParagraph(opening, children, isPythonMarkdown) &&
      applyToPreviousBlock(tokens, index - 1)
    ) {
      emptied
        .add(index - 1)
        .add(index)
        .add(index + 1);
    }
  }
  if (emptied.size > 0) {
    state.tokens = tokens.filter((_, index) => !emptied.has(index));
  }
}

/** Attribute lists as Python-Markdown's `attr_list` reads them. */
export function attributeLists(md: MarkdownIt) {
  md.core.ruler.after('inline', 'attribute_lists', applyAttributeLists);
}
