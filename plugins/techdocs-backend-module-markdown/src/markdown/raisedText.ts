import type { MarkdownIt, StateInline } from 'markdown-it';
import { PageContext } from './PageContext';

/** What stands around raised and lowered text, with its element. */
const MARKS: Record<string, 'sup' | 'sub'> = { '^': 'sup', '~': 'sub' };

/** The element of a mark, where the site wants it. */
function elementOf(state: StateInline, mark: string) {
  const tag = Object.hasOwn(MARKS, mark) ? MARKS[mark] : undefined;
  if (!tag) {
    return undefined;
  }
  const { dialect } = PageContext.of(state.env).options;
  return (tag === 'sup' ? dialect.hasSuperscript : dialect.hasSubscript)
    ? tag
    : undefined;
}

/** A space ends it, unless it is escaped. */
const OPEN_SPACE = /(?:^|[^\\])(?:\\\\)*\s/;

/** Where the text behind the mark at the current place ends. */
function findEnd(state: StateInline, mark: string): number | undefined {
  const { pos, posMax, src } = state;
  let end: number | undefined;
  state.pos = pos + 1;
  while (state.pos < posMax) {
    if (src.charAt(state.pos) === mark) {
      end = state.pos;
      break;
    }
    state.md.inline.skipToken(state);
  }
  state.pos = pos;
  return end === undefined ||
    end === pos + 1 ||
    OPEN_SPACE.test(src.slice(pos + 1, end))
    ? undefined
    : end;
}

function raised(state: StateInline, silent: boolean): boolean {
  const mark = state.src.charAt(state.pos);
  const tag = elementOf(state, mark);
  // Two in a row are another mark, and pairs are not looked for twice.
  if (!tag || silent || state.src.charAt(state.pos + 1) === mark) {
    return false;
  }
  const end = findEnd(state, mark);
  if (end === undefined) {
    return false;
  }
  const { posMax } = state;
  state.push(`${tag}_open`, tag, 1).markup = mark;
  state.pos += 1;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.push(`${tag}_close`, tag, -1).markup = mark;
  state.pos = end + 1;
  state.posMax = posMax;
  return true;
}

/** `x^2^` and `H~2~O`, with Markdown inside, as pymdownx.caret and tilde read them. */
export function raisedText(md: MarkdownIt) {
  md.inline.ruler.after('emphasis', 'raised_text', raised);
}
