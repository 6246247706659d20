import type { MarkdownIt, StateInline } from 'markdown-it';
import { PageContext } from './PageContext';

/** Bounded, so that many openings without an end stay cheap. */
const MARK =
  /\{(?:(\+\+|--|==)([\s\S]{1,2000}?)\1|~~([\s\S]{0,2000}?)~>([\s\S]{0,2000}?)~~|>>([\s\S]{0,2000}?)<<)\}/y;

const TAGS: Record<string, string> = { '++': 'ins', '--': 'del', '==': 'mark' };

function pushPart(
  state: StateInline,
  tag: string,
  part: { from: number; to: number },
) {
  state.push('critic_open', tag, 1).attrSet('class', 'critic');
  const { posMax } = state;
  state.pos = part.from;
  state.posMax = part.to;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
  state.push('critic_close', tag, -1);
}

function criticMark(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (
    src.charCodeAt(pos) !== 0x7b ||
    !PageContext.of(state.env).options.dialect.hasCriticMarks
  ) {
    return false;
  }
  MARK.lastIndex = pos;
  const match = MARK.exec(src);
  const end = pos + (match?.[0].length ?? 0);
  if (!match || end > posMax) {
    return false;
  }
  if (!silent) {
    const [, mark, , before, after, comment] = match;
    if (comment !== undefined) {
      state.push('critic_open', 'span', 1).attrSet('class', 'critic comment');
      state.push('text', '', 0).content = comment;
      state.push('critic_close', 'span', -1);
    } else if (mark !== undefined) {
      pushPart(state, TAGS[mark], { from: pos + 3, to: end - 3 });
    } else {
      const middle = pos + 3 + before.length;
      pushPart(state, 'del', { from: pos + 3, to: middle });
      pushPart(state, 'ins', {
        from: middle + 2,
        to: middle + 2 + after.length,
      });
    }
  }
  state.pos = end;
  return true;
}

/** `{++added++}`, `{--removed--}`, `{~~old~>new~~}`, `{==marked==}{>>why<<}`. */
export function criticMarks(md: MarkdownIt) {
  md.inline.ruler.before('escape', 'critic_mark', criticMark);
}
