import type { MarkdownIt, StateInline } from 'markdown-it';
import { PageContext } from './PageContext';

const EQUALS = 0x3d;

/** What no mark opens behind, and none closes in front of. */
const INSIDE = /[\p{L}\p{N}=]/u;

/** Where the first mark behind an opening one closes, with its text in between. */
function findEnd(state: StateInline): number | undefined {
  const { pos, posMax, src } = state;
  let end: number | undefined;
  state.pos = pos + 2;
  while (state.pos < posMax && end === undefined) {
    const at = state.pos;
    const isClosing =
      src.startsWith('==', at) &&
      at > pos + 2 &&
      !/\s/.test(src.charAt(at - 1)) &&
      !INSIDE.test(src.charAt(at + 2));
    if (isClosing && at + 2 <= posMax) {
      end = at;
    } else if (src.charCodeAt(at) === EQUALS) {
      state.pos += 1;
    } else {
      state.md.inline.skipToken(state);
    }
  }
  state.pos = pos;
  return end;
}

function smartMark(state: StateInline, silent: boolean): boolean {
  const { pos, posMax, src } = state;
  if (
    src.charCodeAt(pos) !== EQUALS ||
    silent ||
    !PageContext.of(state.env).options.dialect.hasSmartMarks
  ) {
    return false;
  }
  const [run] = /^=+/.exec(src.slice(pos, posMax)) ?? [''];
  const isOpening =
    run.length === 2 &&
    !INSIDE.test(src.charAt(pos - 1)) &&
    !/\s/.test(src.charAt(pos + 2));
  const end = isOpening ? findEnd(state) : undefined;
  if (end === undefined) {
    state.pending += run;
    state.pos += run.length;
    return true;
  }
  state.push('mark_open', 'mark', 1).markup = '==';
  state.pos += 2;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.push('mark_close', 'mark', -1).markup = '==';
  state.pos = end + 2;
  state.posMax = posMax;
  return true;
}

/** `==marked==text==`, which ends where no word goes on, as `pymdownx.mark` reads it. */
export function smartMarks(md: MarkdownIt) {
  md.inline.ruler.before('mark', 'smart_mark', smartMark);
}
