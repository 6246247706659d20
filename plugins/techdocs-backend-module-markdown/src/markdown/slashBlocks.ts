import type { MarkdownIt, StateBlock } from 'markdown-it';
import { pushAdmonitionTitle } from './admonitions';
import { applyAttributes } from './attributeLists';
import type { TabOpening } from './contentTabs';
import { pushTabGroup } from './contentTabs';
import type { FancyCount } from './fancyMarkers';
import { listTypes } from './fancyMarkers';
import { captionBlock, numberFigures } from './figureCaptions';
import { PageContext } from './PageContext';
import { forceNumbering } from './pythonLists';
import type { SlashBlock, SlashBlockOpening } from './readSlashBlock';
import {
  attributesOf,
  readSlashBlock,
  readSlashOpening,
} from './readSlashBlock';
import { htmlBlock, isHtmlSelector } from './slashHtml';
import type { SlashBlockType } from './slashBlockTypes';
import { titleOfType } from './slashBlockTypes';
import { tokenizeLines } from './tokenizeLines';

type RenderBlock = (state: StateBlock, block: SlashBlock) => void;

function tokenizeContent(state: StateBlock, { from, to }: SlashBlock) {
  tokenizeLines(state, { from, to, blkIndent: state.blkIndent });
}

function typeOf(
  block: SlashBlock,
  known: SlashBlockType | undefined,
): SlashBlockType | undefined {
  const { type } = block.options;
  if (known || typeof type !== 'string' || type === '') {
    return known;
  }
  return { className: type, title: titleOfType(type) };
}

/** A box, or details that open, with the classes and the title of its type. */
function boxBlock(
  tag: 'div' | 'details',
  known: SlashBlockType | undefined,
): RenderBlock {
  return (state, block) => {
    const type = typeOf(block, known);
    const open = state.push('admonition_open', tag, 1);
    open.block = true;
    open.map = [block.firstLine, block.nextLine];
    const classes = [
      ...(tag === 'div' ? ['admonition'] : []),
      ...(type ? [type.className] : []),
    ];
    if (classes.length > 0) {
      open.attrSet('class', classes.join(' '));
    }
    if (tag === 'details' && block.options.open === true) {
      open.attrSet('open', 'open');
    }
    applyAttributes(open, attributesOf(block));
    const title = block.argument ?? type?.title;
    if (title) {
      state.line = block.firstLine;
      pushAdmonitionTitle(state, tag === 'details' ? 'summary' : 'p', title);
    }
    tokenizeContent(state, block);
    state.push('admonition_close', tag, -1).block = true;
  };
}

/** Paragraphs become terms, and the items of lists their definitions. */
function defineBlock(state: StateBlock, block: SlashBlock) {
  const open = state.push('dl_open', 'dl', 1);
  open.block = true;
  applyAttributes(open, attributesOf(block));
  const { level } = state;
  const first = state.tokens.length;
  tokenizeContent(state, block);
  const content = state.tokens.splice(first).filter(token => {
    const isTop = token.level === level;
    if (isTop && token.type.startsWith('paragraph_')) {
      token.tag = 'dt';
    } else if (
      token.type.startsWith('list_item_') &&
      token.level === level + 1
    ) {
      token.tag = 'dd';
    }
    return !(isTop && /^(?:bullet|ordered)_list_/.test(token.type));
  });
  state.tokens.push(...content);
  state.push('dl_close', 'dl', -1).block = true;
}

/** Tabs that follow one another are one group. */
function tabBlocks(state: StateBlock, block: SlashBlock) {
  const endLine = state.lineMax;
  let current: SlashBlock | undefined = block;
  const readTab = (line: number): TabOpening | undefined => {
    current =
      readSlashOpening(state, line)?.name === 'tab'
        ? readSlashBlock(state, line, endLine)
        : undefined;
    return current?.argument
      ? {
          title: current.argument,
          isNewGroup: current.options.new === true,
          isSelected: current.options.select === true,
        }
      : undefined;
  };
  pushTabGroup(state, {
    startLine: block.firstLine,
    endLine,
    readTab,
    tokenizeTab: () => {
      if (current) {
        tokenizeContent(state, current);
        state.line = current.nextLine;
      }
      return state.line;
    },
  });
}

/** A list whose first item counts as it is told: `type=a start=9`. */
function listBlock(state: StateBlock, block: SlashBlock) {
  const options = new Map(
    (block.argument ?? '').split(/\s+/).map((option): [string, string] => {
      const [name, value = ''] = option.split('=');
      return [name, value];
    }),
  );
  const type = options.get('type') ?? '1';
  const start = Number.parseInt(options.get('start') ?? '', 10);
  for (const count of Object.keys(listTypes) as FancyCount[]) {
    if (listTypes[count] === type) {
      forceNumbering(state, {
        count,
        start: Number.isNaN(start) ? undefined : Math.max(start, 0),
      });
    }
  }
  tokenizeContent(state, block);
}

/** What writes a block; undefined when it is not one of them. */
function findRenderer(
  state: StateBlock,
  { name, argument }: SlashBlockOpening,
): RenderBlock | undefined {
  const { fancyLists, slashBlockTypes } = PageContext.of(state.env).options
    .dialect;
  switch (name) {
    case 'admonition':
      return boxBlock('div', undefined);
    case 'details':
      return boxBlock('details', undefined);
    case 'define':
      return argument === undefined ? defineBlock : undefined;
    case 'tab':
      return argument ? tabBlocks : undefined;
    case 'fancylists':
      return fancyLists && listBlock;
    case 'html':
      return argument && isHtmlSelector(argument) ? htmlBlock : undefined;
    case 'caption':
    case 'figure-caption':
    case 'table-caption':
      return captionBlock;
    default: {
      const box = slashBlockTypes.admonition.get(name);
      const details = slashBlockTypes.details.get(name);
      return (
        (box && boxBlock('div', box)) ??
        (details && boxBlock('details', details))
      );
    }
  }
}

function slashBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const opening = readSlashOpening(state, startLine);
  const render = opening && findRenderer(state, opening);
  if (!render || silent) {
    return render !== undefined;
  }
  const block = readSlashBlock(state, startLine, endLine);
  if (!block) {
    return false;
  }
  state.line = block.nextLine;
  render(state, block);
  // Tabs go on to the last of their group.
  state.line = Math.max(state.line, block.nextLine);
  return true;
}

/**
 * The blocks of `pymdownx.blocks`: `/// note | Title` down to a line with as many
 * slashes. Blocks inside have more slashes, or fewer.
 */
export function slashBlocks(md: MarkdownIt) {
  md.block.ruler.before('fence', 'slash_block', slashBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.core.ruler.after('inline', 'number_figures', numberFigures);
}
