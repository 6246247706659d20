const ITEM = /^( *)[-*+] +(?:\[([^\]\n]*)\]\(<?([^)\s>]+)>?[^)\n]*\)|(\S.*))$/;

/** `*` stands for every page that is not named. */
const REST_MARK = /^(?:\\?\*|\*\/)$/;

export type LiterateEntry =
  | string
  | Record<string, string>
  | Record<string, LiterateEntry[]>;

interface OpenList {
  indent: number;
  entries: LiterateEntry[];
}

/**
 * Reads the first list of a Markdown file as a navigation, as literate-nav does:
 * `- [Title](page.md)`, and below `- Section` what is indented.
 */
export function readLiterateNavigation(text: string): LiterateEntry[] {
  const root: OpenList = { indent: 0, entries: [] };
  const open: OpenList[] = [root];
  let isInList = false;
  for (const line of text.split(/\r?\n/)) {
    const match = ITEM.exec(line.trimEnd());
    if (!match) {
      if (isInList && /^\S/.test(line)) {
        break;
      }
      continue;
    }
    isInList = true;
    const [, spaces, title, target, words] = match;
    while (open.length > 1 && spaces.length < (open.at(-1)?.indent ?? 0)) {
      open.pop();
    }
    const entries = open.at(-1)?.entries ?? root.entries;
    if (target !== undefined) {
      entries.push({ [title]: target });
    } else if (REST_MARK.test(words)) {
      entries.push('...');
    } else {
      const children: LiterateEntry[] = [];
      entries.push({ [words]: children });
      open.push({ indent: spaces.length + 1, entries: children });
    }
  }
  return root.entries;
}
