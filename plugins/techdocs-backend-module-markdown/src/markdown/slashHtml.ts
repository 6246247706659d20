import type { StateBlock } from 'markdown-it';
import { escapeHtml } from './escapeHtml';
import type { SlashBlock } from './readSlashBlock';
import { attributesOf } from './readSlashBlock';
import { tokenizeLines } from './tokenizeLines';

const SELECTOR = /^([a-z][\w-]*)((?:#[\w-]+|\.[\w-]+|\[[^\]\n]*\])*)$/i;
const PART = /#([\w-]+)|\.([\w-]+)|\[([^\]\n]*)\]/g;
const ATTRIBUTE =
  /([a-z][\w:-]*)(?: *= *(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+)))?/gi;

/** Elements that hold blocks, as Python-Markdown lists them. */
const HOLDS_BLOCKS = new Set([
  ...['article', 'aside', 'blockquote', 'center', 'details', 'div', 'dl'],
  ...['figcaption', 'figure', 'footer', 'header', 'main', 'nav', 'ol'],
  ...['section', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul', 'video'],
]);

const HOLDS_TEXT_AS_IS = new Set(['code', 'math', 'option', 'pre', 'textarea']);

interface Selector {
  tag: string;
  attributes: Map<string, string>;
}

/** Whether an argument names an element, such as `div.card#first[title="A"]`. */
export function isHtmlSelector(argument: string): boolean {
  return SELECTOR.test(argument);
}

function parseSelector(argument: string): Selector {
  const [, tag = 'div', rest = ''] = SELECTOR.exec(argument) ?? [];
  const attributes = new Map<string, string>();
  const add = (name: string, value: string) => {
    const before = attributes.get(name);
    const isList = name === 'class' && before !== undefined;
    attributes.set(name, isList ? `${before} ${value}` : value);
  };
  for (const [, id, className, list] of rest.matchAll(PART)) {
    if (id !== undefined) {
      add('id', id);
    } else if (className !== undefined) {
      add('class', className);
    }
    for (const [, name, ...values] of (list ?? '').matchAll(ATTRIBUTE)) {
      const value = values.find(one => one !== undefined);
      add(name.toLowerCase(), value ?? name);
    }
  }
  return { tag: tag.toLowerCase(), attributes };
}

/** Takes away the indent that all lines share, and empty lines at the ends. */
function dedented(lines: string): string {
  const rows = lines.split('\n');
  const indents = rows
    .filter(row => row.trim() !== '')
    .map(row => row.length - row.trimStart().length);
  const shared = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return rows
    .map(row => row.slice(shared))
    .join('\n')
    .replace(/^\s*\n|\s+$/g, '');
}

/** What an author writes as HTML goes through the sanitiser as such. */
function pushHtml(state: StateBlock, content: string, line: number) {
  const token = state.push('html_block', '', 0);
  token.content = content;
  token.map = [line, line + 1];
}

function modeOf({ options }: SlashBlock, tag: string): string {
  const { markdown } = options;
  if (typeof markdown === 'string' && markdown !== 'auto') {
    return markdown;
  }
  if (HOLDS_TEXT_AS_IS.has(tag)) {
    return 'raw';
  }
  return HOLDS_BLOCKS.has(tag) ? 'block' : 'inline';
}

/** `/// html | div.card`: an element with Markdown inside. */
export function htmlBlock(state: StateBlock, block: SlashBlock) {
  const { tag, attributes } = parseSelector(block.argument ?? '');
  for (const [name, value] of attributesOf(block)) {
    attributes.set(name.replace(/[^\w:-]/g, ''), value);
  }
  const written = [...attributes].map(
    ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
  );
  pushHtml(state, `<${tag}${written.join('')}>\n`, block.firstLine);
  const lines = () =>
    state.getLines(block.from, block.to, state.blkIndent, false);
  const text = () => lines().trim();
  switch (modeOf(block, tag)) {
    case 'block':
      // The element has no token that nests, and its depth has to count.
      state.level += 1;
      tokenizeLines(state, {
        from: block.from,
        to: block.to,
        blkIndent: state.blkIndent,
      });
      state.level -= 1;
      break;
    case 'html':
      pushHtml(state, text(), block.from);
      break;
    case 'raw':
      pushHtml(state, escapeHtml(dedented(lines())), block.from);
      break;
    default: {
      const inline = state.push('inline', '', 0);
      inline.content = text();
      inline.map = [block.from, block.to];
      inline.children = [];
    }
  }
  pushHtml(state, `</${tag}>\n`, Math.max(block.to - 1, block.firstLine));
}
