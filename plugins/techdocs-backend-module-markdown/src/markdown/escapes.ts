import type { MarkdownIt, StateInline } from 'markdown-it';
import { PageContext } from './PageContext';

const BACKSLASH = 0x5c;

const FIXED_SPACE = '\u00A0';

function escapeAny(state: StateInline, silent: boolean): boolean {
  const { hasFullEscapes, hasFixedSpaces } = PageContext.of(state.env).options
    .dialect;
  if (!hasFullEscapes || state.src.charCodeAt(state.pos) !== BACKSLASH) {
    return false;
  }
  const code = state.src.codePointAt(state.pos + 1);
  const escaped = code === undefined ? '' : String.fromCodePoint(code);
  // A line end behind a backslash is a break in any dialect.
  if (escaped === '' || escaped === '\n' || state.pos + 1 >= state.posMax) {
    return false;
  }
  if (!silent) {
    const token = state.push('text_special', '', 0);
    token.content = escaped === ' ' && hasFixedSpaces ? FIXED_SPACE : escaped;
    token.markup = `\\${escaped}`;
    token.info = 'escape';
  }
  state.pos += 1 + escaped.length;
  return true;
}

/** A backslash in front of what Python-Markdown does not escape is one. */
function plainBackslash(state: StateInline, silent: boolean): boolean {
  const { escapable } = PageContext.of(state.env).options.dialect;
  const next = state.src.charAt(state.pos + 1);
  if (
    escapable === undefined ||
    state.src.charCodeAt(state.pos) !== BACKSLASH ||
    !/[!-/:-@[-`{-~]/.test(next) ||
    escapable.includes(next)
  ) {
    return false;
  }
  if (!silent) {
    state.pending += '\\';
  }
  state.pos += 1;
  return true;
}

/**
 * What a backslash does: with `pymdownx.escapeall` it hides itself in front of any
 * character, and as Python-Markdown reads it in front of some.
 */
export function escapes(md: MarkdownIt) {
  md.inline.ruler.before('escape', 'plain_backslash', plainBackslash);
  md.inline.ruler.before('plain_backslash', 'escape_any', escapeAny);
}
