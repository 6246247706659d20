import type { StateBlock, StateCore, Token } from 'markdown-it';
import { applyAttributes } from './attributeLists';
import type { SlashBlock } from './readSlashBlock';
import { attributesOf } from './readSlashBlock';
import { tokenizeLines } from './tokenizeLines';

/** What stands in front of the captions that are counted. */
const PREFIXES: Record<string, string> = {
  'figure-caption': 'Figure',
  'table-caption': 'Table',
};

/** Each caption moves what it wraps one level down; figures in figures are few. */
const MAX_WRAPS = 10;

/** Where the block that ends the tokens at this level begins. */
function previousBlockStart(state: StateBlock): number {
  const { tokens, level } = state;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token.level < level) {
      return tokens.length;
    }
    if (token.level === level && token.nesting !== -1) {
      return index;
    }
  }
  return tokens.length;
}

/** The place of a caption, and the number that its author gives it. */
function readArgument(argument: string | undefined) {
  const match = /^([<>]?) *(?:(\^)?(\d+(?:\.\d+)*))?/.exec(argument ?? '');
  return {
    isAbove: match?.[1] === '<',
    number: match?.[2] ? undefined : match?.[3],
    depth: match?.[2] ? Number(match[3]) : undefined,
  };
}

/** `/// caption`: the block above and this text become a figure. */
export function captionBlock(state: StateBlock, block: SlashBlock) {
  const { isAbove, number, depth } = readArgument(block.argument);
  const previous = previousBlockStart(state);
  const wraps = 1 + Number(state.tokens[previous]?.meta?.wraps ?? 0);
  const start = wraps > MAX_WRAPS ? state.tokens.length : previous;
  const figure = new state.Token('figure_open', 'figure', 1);
  figure.block = true;
  figure.level = state.level;
  figure.meta = { kind: block.name, number, depth, wraps };
  applyAttributes(figure, attributesOf(block));
  const inside = state.tokens.splice(start);
  state.tokens.push(figure);
  state.level += 1;
  for (const token of inside) {
    token.level += 1;
  }
  const pushCaption = () => {
    state.push('figcaption_open', 'figcaption', 1).block = true;
    tokenizeLines(state, {
      from: block.from,
      to: block.to,
      blkIndent: state.blkIndent,
    });
    state.push('figcaption_close', 'figcaption', -1).block = true;
  };
  if (isAbove) {
    pushCaption();
    state.tokens.push(...inside);
  } else {
    state.tokens.push(...inside);
    pushCaption();
  }
  state.push('figure_close', 'figure', -1).block = true;
}

/** Counts the figures of one kind, with `2.1` for those inside another. */
class FigureCounter {
  #counts: number[] = [];

  next(depth: number, wanted: string | undefined): string {
    while (this.#counts.length <= depth) {
      this.#counts.push(0);
    }
    this.#counts.length = depth + 1;
    this.#counts = this.#counts.map((count, at) =>
      at === depth ? count + 1 : Math.max(count, 1),
    );
    const given = wanted?.split('.').map(Number) ?? [];
    // A number below those that were given already would name two figures.
    if (given.every((number, at) => number >= (this.#counts[at] ?? 0))) {
      this.#counts = given.length > 0 ? given : this.#counts;
    }
    return this.#counts.join('.');
  }
}

/** The first paragraph of the caption that belongs to an open figure. */
function captionIndex(tokens: Token[], figureIndex: number): number {
  const { level } = tokens[figureIndex];
  for (let index = figureIndex + 1; index < tokens.length; index += 1) {
    const { type, level: at } = tokens[index];
    if (type === 'figcaption_open' && at === level + 1) {
      return index;
    }
    if (type === 'figure_close' && at === level) {
      break;
    }
  }
  return -1;
}

/** Writes "Figure 1." in front of the captions that are counted. */
export function numberFigures(state: StateCore) {
  const counters = new Map<string, FigureCounter>();
  const open: string[] = [];
  for (let index = 0; index < state.tokens.length; index += 1) {
    const token = state.tokens[index];
    if (token.type === 'figure_close') {
      open.pop();
    }
    if (token.type !== 'figure_open') {
      continue;
    }
    const kind = String(token.meta?.kind);
    const depth = open.filter(other => other === kind).length;
    open.push(kind);
    const prefix = PREFIXES[kind];
    if (prefix === undefined) {
      continue;
    }
    const counter = counters.get(kind) ?? new FigureCounter();
    counters.set(kind, counter);
    const { number: wanted, depth: wantedDepth } = token.meta ?? {};
    const number = counter.next(
      typeof wantedDepth === 'number' ? wantedDepth : depth,
      typeof wanted === 'string' ? wanted : undefined,
    );
    if (token.attrGet('id') === null) {
      token.attrSet('id', `__${kind}_${number.replaceAll('.', '_')}`);
    }
    const at = captionIndex(state.tokens, index);
    if (at > 0) {
      addPrefix(state, at, `${prefix} ${number}.`);
    }
  }
}

function addPrefix(state: StateCore, captionAt: number, text: string) {
  const isParagraph = state.tokens[captionAt + 1]?.type === 'paragraph_open';
  const span = `<span class="caption-prefix">${text}</span>`;
  const prefix = new state.Token('engine_markup', '', 0);
  if (isParagraph) {
    prefix.content = `${span} `;
    state.tokens[captionAt + 2].children?.unshift(prefix);
  } else {
    prefix.block = true;
    prefix.content = `<p>${span}</p>\n`;
    state.tokens.splice(captionAt + 1, 0, prefix);
  }
}
