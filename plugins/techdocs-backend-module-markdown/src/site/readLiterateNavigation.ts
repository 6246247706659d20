/** An item of a list: a bullet or a number with a link, a pattern or a title. */
const ITEM =
  /^( *)(?:[-*+]|\d+\.) +(?:\[([^\]\n]*)\]\(<?([^)\s>]+)>?[^)\n]*\)|(\S.*))$/;

/** What the list of the navigation stands behind, where a file has several. */
const MARK = '<!--nav-->';

/** By how much Python-Markdown wants an item indented that is part of another. */
const TAB_LENGTH = 4;

/** Ends a paragraph without an empty line: a heading, what underlines one, a comment. */
const PARAGRAPH_END = /^(?:#|<!--.*-->$|=+$|-+$)/;

const FENCE = /^ *(`{3,}|~{3,})/;

export type LiterateEntry =
  | string
  | Record<string, string>
  | Record<string, LiterateEntry[]>;

interface Item {
  indent: number;
  title: string;
  target: string | undefined;
}

interface OpenItem extends Item {
  children: OpenItem[];
}

/**
 * The items of each list that is not part of another, without those of code. Like a
 * paragraph, a list is not ended by the other where no empty line is between them.
 */
function listsOf(lines: string[]): Item[][] {
  const lists: Item[][] = [];
  let inside: 'list' | 'text' | undefined;
  let fence: string | undefined;
  for (const line of lines) {
    const mark = FENCE.exec(line)?.[1];
    if (fence === undefined ? mark : mark?.startsWith(fence)) {
      fence = fence === undefined ? mark : undefined;
      inside = undefined;
      continue;
    }
    const match =
      fence === undefined && inside !== 'text' ? ITEM.exec(line) : undefined;
    if (match) {
      const [, spaces, title, target, words = title] = match;
      if (inside === undefined) {
        lists.push([]);
        inside = 'list';
      }
      lists.at(-1)?.push({ indent: spaces.length, title: words, target });
    } else if (line === '') {
      inside = inside === 'list' ? 'list' : undefined;
    } else if (!line.startsWith(' ')) {
      inside = PARAGRAPH_END.test(line) ? undefined : 'text';
    }
  }
  return lists;
}

/** A title without a link is that of a section, however little its items are indented. */
function isBelow(item: Item, parent: Item): boolean {
  const difference = item.indent - parent.indent;
  return parent.target === undefined
    ? difference > 0
    : difference >= TAB_LENGTH;
}

function toTree(items: Item[]): OpenItem[] {
  const root: OpenItem[] = [];
  const open: OpenItem[] = [];
  for (const item of items) {
    while (open.length > 0 && !isBelow(item, open[open.length - 1])) {
      open.pop();
    }
    const child: OpenItem = { ...item, children: [] };
    (open.at(-1)?.children ?? root).push(child);
    open.push(child);
  }
  return root;
}

/** Empty for words that lead nowhere, such as an item of some other list. */
function toEntries({ title, target, children }: OpenItem): LiterateEntry[] {
  const below = children.flatMap(toEntries);
  if (below.length > 0) {
    return [{ [title]: target === undefined ? below : [target, ...below] }];
  }
  if (target !== undefined) {
    return [{ [title]: target }];
  }
  return title.includes('*') ? [title.replaceAll('\\*', '*')] : [];
}

/**
 * Reads a list of a Markdown file as a navigation, as literate-nav does: the one behind
 * the last `<!--nav-->`, else the last. It holds `- [Title](page.md)`, patterns such as
 * `- *.md`, and below `- Section` what is indented.
 */
export function readLiterateNavigation(text: string): LiterateEntry[] {
  const lines = text
    .split(/\r?\n/)
    .map(line => line.trimEnd().replaceAll('\t', '    '));
  const markAt = lines.findLastIndex(line => line.trim() === MARK);
  const lists = listsOf(lines.slice(markAt + 1));
  const list = markAt < 0 ? lists.at(-1) : lists[0];
  return toTree(list ?? []).flatMap(toEntries);
}
