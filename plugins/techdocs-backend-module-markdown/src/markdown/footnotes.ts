import { isRecord } from '@atrium/common';
import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';
import footnotePlugin from 'markdown-it-footnote';
import { words } from './docsWords';
import { escapeHtml } from './escapeHtml';
import { PageContext } from './PageContext';

/** The plugin's time grows with the square of this number. */
const MAX_FOOTNOTES = 1_000;

/** Longer names would have many openings without an end looked through often. */
const MAX_NAME_LENGTH = 300;

/** Characters that an address would have to write otherwise. */
const NOT_A_NAME = /[\s"'<>%#&]/;

interface Footnote {
  number: number;
  /** How often the note was referred to before. */
  repeat: number;
  /** What its anchors are named by. */
  name: string;
}

function footnote({ meta }: Token): Footnote {
  const number = Number(meta?.id ?? 0) + 1;
  return {
    number,
    repeat: Number(meta?.subId ?? 0),
    name:
      typeof meta?.label === 'string' && !NOT_A_NAME.test(meta.label)
        ? meta.label
        : `_${number}`,
  };
}

function referenceId({ name, repeat }: Footnote): string {
  // Python-Markdown names the second reference to a note `fnref2:name`.
  return escapeHtml(
    repeat === 0 ? `fnref:${name}` : `fnref${repeat + 1}:${name}`,
  );
}

function limitFootnotes(state: StateCore) {
  const notes: unknown = state.env.footnotes;
  const list: unknown =
    typeof notes === 'object' && notes !== null && 'list' in notes
      ? notes.list
      : undefined;
  if (Array.isArray(list) && list.length > MAX_FOOTNOTES) {
    list.length = MAX_FOOTNOTES;
    PageContext.of(state.env).warn(
      'limit',
      words.describe('docs.warning.footnotesLeftOut', {
        max: String(MAX_FOOTNOTES),
      }),
    );
  }
}

/** Gives notes their numbers before any reference to them is read. */
function numberNotes(state: StateCore) {
  const notes: unknown = state.env.footnotes;
  const { dialect } = PageContext.of(state.env).options;
  if (!dialect.hasNotesAsDefined || !isRecord(notes) || !isRecord(notes.refs)) {
    return;
  }
  const names = Object.keys(notes.refs);
  notes.refs = Object.fromEntries(names.map((name, index) => [name, index]));
  notes.list = names.map(name => ({ label: name.slice(1), count: 0 }));
}

/** Python-Markdown shows notes that nothing refers to, behind the others. */
function addOtherNotes(state: StateCore) {
  const notes: unknown = state.env.footnotes;
  const { dialect } = PageContext.of(state.env).options;
  if (!dialect.isMkdocs || !isRecord(notes) || !isRecord(notes.refs)) {
    return;
  }
  const others = Object.entries(notes.refs)
    .filter(([, place]) => place === -1)
    .map(([name]) => ({ label: name.slice(1), count: 0 }));
  if (others.length > 0) {
    const list = Array.isArray(notes.list) ? notes.list : [];
    notes.list = [...list, ...others];
  }
}

const EMPTY_NOTE = /^ {0,3}\[\^[^\]\n]+\]:[ \t]*$/;
const INDENTED_NOTE = /^ {1,3}(?=\[\^[^\]\n]+\]:)/;
/** Either of the two, at the start of a line. */
const MOVED_NOTE = /^(?: {1,3}\[\^| {0,3}\[\^[^\]\n]+\]:[ \t]*$)/m;
const FENCE = /^ *(`{3,}|~{3,})/;

/**
 * Moves notes that are indented a little to the edge, and what stands right below
 * an empty one under it.
 *
 * @remarks
 * Python-Markdown lets notes stand there below a list, to whose last item
 * CommonMark would count them, and counts to a note all lines up to an empty one.
 */
function outdentNotes(state: StateCore) {
  if (!MOVED_NOTE.test(state.src)) {
    return;
  }
  let isInNote = false;
  let fence: string | undefined;
  const lines = state.src.split('\n').map(line => {
    const mark = FENCE.exec(line)?.[1];
    if (fence === undefined) {
      fence = mark;
    } else if (mark?.startsWith(fence)) {
      fence = undefined;
    }
    if (fence !== undefined) {
      return line;
    }
    const isContinued = isInNote && line.trim() !== '';
    isInNote = isContinued || EMPTY_NOTE.test(line);
    return isContinued
      ? line.replace(/^ {0,3}(?! )/, '    ')
      : line.replace(INDENTED_NOTE, '');
  });
  state.src = lines.join('\n');
}

/**
 * Notes are referred to by name. `^[text]` is none: neither Python-Markdown nor
 * GitHub reads it, and looking for its end takes time with the square of the text.
 */
function addReferences(md: MarkdownIt) {
  const { ruler } = md.inline;
  const before = new Set(ruler.getRules(''));
  md.use(footnotePlugin);
  const added = ruler.getRules('').filter(rule => !before.has(rule));
  const readReference = added.at(-1);
  ruler.disable('footnote_inline');
  ruler.at('footnote_ref', (state: StateInline, silent: boolean) => {
    const { pos, src } = state;
    const isClosed = src.slice(pos, pos + MAX_NAME_LENGTH).includes(']');
    return isClosed && Boolean(readReference?.(state, silent));
  });
}

/** Footnotes with the markup of Python-Markdown, which readers style. */
export function footnotes(md: MarkdownIt) {
  addReferences(md);
  md.core.ruler.before('block', 'outdent_notes', outdentNotes);
  md.core.ruler.before('inline', 'number_notes', numberNotes);
  md.core.ruler.before('footnote_tail', 'limit_footnotes', limitFootnotes);
  md.core.ruler.before('limit_footnotes', 'add_other_notes', addOtherNotes);
  const { rules } = md.renderer;
  rules.footnote_ref = (tokens, index) => {
    const note = footnote(tokens[index]);
    return `<sup id="${referenceId(
      note,
    )}"><a class="footnote-ref" href="#fn:${escapeHtml(note.name)}">${
      note.number
    }</a></sup>`;
  };
  rules.footnote_block_open = () => '<div class="footnote">\n<hr>\n<ol>\n';
  rules.footnote_block_close = () => '</ol>\n</div>\n';
  rules.footnote_open = (tokens, index) =>
    `<li id="fn:${escapeHtml(footnote(tokens[index]).name)}">`;
  rules.footnote_close = () => '</li>\n';
  rules.footnote_anchor = (tokens, index) => {
    const note = footnote(tokens[index]);
    return ` <a class="footnote-backref" href="#${referenceId(
      note,
    )}" title="Jump back to footnote ${note.number} in the text">&#8617;</a>`;
  };
}
