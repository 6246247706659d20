import { isRecord } from '@atrium/common';
import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { PageContext } from './PageContext';

/** A second pair of brackets, with a space or a line end in front at most. */
const NAME = /([ \n]?)\[([^\]\n]{0,999})\]/y;

interface Reference {
  href: string;
  title: string;
}

function findReference(
  state: StateInline,
  name: string,
): Reference | undefined {
  const { references } = state.env;
  const key = state.md.utils.normalizeReference(name);
  const found =
    isRecord(references) && Object.hasOwn(references, key)
      ? references[key]
      : undefined;
  return isRecord(found)
    ? { href: String(found.href), title: String(found.title ?? '') }
    : undefined;
}

/** The link at a `[` whose brackets CommonMark would read otherwise, and its end. */
function readLink(
  state: StateInline,
  labelEnd: number,
): { reference: Reference; end: number } | undefined {
  NAME.lastIndex = labelEnd + 1;
  const match = NAME.exec(state.src);
  const end = NAME.lastIndex;
  if (!match || end > state.posMax) {
    return undefined;
  }
  const text = state.src.slice(state.pos + 1, labelEnd);
  const [, gap, name] = match;
  const named = findReference(state, name || text);
  if (named) {
    // Without a gap CommonMark reads the same.
    return gap ? { reference: named, end } : undefined;
  }
  const reference = gap ? undefined : findReference(state, text);
  return reference && { reference, end: labelEnd + 1 };
}

function looseReference(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (
    src.charCodeAt(pos) !== 0x5b ||
    src.charCodeAt(pos - 1) === 0x21 ||
    !state.env.references
  ) {
    return false;
  }
  const labelEnd = state.md.helpers.parseLinkLabel(state, pos, true);
  const link = labelEnd < 0 ? undefined : readLink(state, labelEnd);
  if (!link) {
    return false;
  }
  if (!silent) {
    const open = state.push('link_open', 'a', 1);
    open.attrSet('href', link.reference.href);
    if (link.reference.title) {
      open.attrSet('title', link.reference.title);
    }
    state.pos = pos + 1;
    state.posMax = labelEnd;
    state.linkLevel += 1;
    state.md.inline.tokenize(state);
    state.linkLevel -= 1;
    state.push('link_close', 'a', -1);
  }
  state.pos = link.end;
  state.posMax = posMax;
  return true;
}

/**
 * To Python-Markdown a name that holds code is none, as code is taken out of a text
 * before its links are looked for.
 */
function codedName(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (
    src.charCodeAt(pos) !== 0x5b ||
    !state.env.references ||
    !PageContext.of(state.env).options.dialect.isPythonMarkdown
  ) {
    return false;
  }
  const labelEnd = state.md.helpers.parseLinkLabel(state, pos, true);
  NAME.lastIndex = labelEnd + 1;
  const other = NAME.exec(src)?.[2] ?? '';
  const hasOther =
    src.charAt(labelEnd + 1) === '(' || (other !== '' && !other.includes('`'));
  if (
    labelEnd < 0 ||
    hasOther ||
    !/`[^`]+`/.test(src.slice(pos + 1, labelEnd))
  ) {
    return false;
  }
  if (!silent) {
    state.pending += '[';
  }
  state.pos += 1;
  return true;
}

/** A definition with its address, and a title at most. */
const DEFINITION =
  /^\[(?!\^)[^[\]]+\]:[ \t]*(?:<[^<>]*>|\S+)[ \t]*(?:"[^"]*"|'[^']*'|\([^()]*\))?[ \t]*$/;

/** Ends a paragraph above a definition, which CommonMark would count to it. */
function interruptingDefinition(
  state: StateBlock,
  startLine: number,
  _endLine: number,
  silent: boolean,
): boolean {
  const start = state.bMarks[startLine] + state.tShift[startLine];
  return (
    silent &&
    state.src.charCodeAt(start) === 0x5b &&
    DEFINITION.test(state.src.slice(start, state.eMarks[startLine]))
  );
}

/**
 * `[text] [name]`, and `[text][^1]` where the text names a link itself, as
 * Python-Markdown reads them; to CommonMark neither text is a link. Definitions may
 * follow a paragraph, or a footnote, without an empty line.
 */
export function looseReferences(md: MarkdownIt) {
  md.block.ruler.before(
    'reference',
    'interrupting_definition',
    interruptingDefinition,
    { alt: ['paragraph'] },
  );
  md.inline.ruler.before('link', 'loose_reference', looseReference);
  md.inline.ruler.before('loose_reference', 'coded_name', codedName);
}
