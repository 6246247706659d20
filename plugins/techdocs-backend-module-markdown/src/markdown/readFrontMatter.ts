import { isRecord } from '@atrium/common';
import { readYaml } from '@atrium/common/yaml';

export interface FrontMatter {
  title: string | undefined;
  description: string | undefined;
  /** Parts of the page to leave out, such as `toc`. */
  hidden: ReadonlySet<string>;
  /** Whether a search finds it: not with `search: {exclude: true}`. */
  isSearchable: boolean;
  /** All that it says, by name. */
  values: ReadonlyMap<string, unknown>;
}

export interface FrontMatterResult {
  frontMatter: FrontMatter;
  /** The Markdown below it. */
  body: string;
  /** Lines that the front matter takes. */
  lineCount: number;
  /** Why it could not be read, if so. */
  problem: string | undefined;
}

/** What ends it is a line of its own: text may end with `...` too. */
const BLOCK = /^---[ \t]*\n((?:[\s\S]*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const MAX_FRONT_MATTER_LENGTH = 64_000;

const NONE: FrontMatter = {
  title: undefined,
  description: undefined,
  hidden: new Set(),
  isSearchable: true,
  values: new Map(),
};

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;
}

function toFrontMatter(values: ReadonlyMap<string, unknown>): FrontMatter {
  const hide = values.get('hide');
  const search = values.get('search');
  return {
    title: text(values.get('title')),
    description: text(values.get('description')),
    hidden: new Set(Array.isArray(hide) ? hide.map(String) : []),
    isSearchable: !(isRecord(search) && search.exclude === true),
    values,
  };
}

/** An address at the top is text here, though not to mkdocs. */
const FIELD = /^ {0,3}([A-Za-z0-9_-]+):(?!\/\/)\s*(.*)$/;
const MORE_OF_FIELD = /^(?: {4}|\t)\s*(.*)$/;

/** Lines such as `author: Ada` at the top, which mkdocs takes as they stand. */
function readFields(source: string): FrontMatterResult {
  const values = new Map<string, string>();
  let position = 0;
  let lineCount = 0;
  let key: string | undefined;
  while (position < Math.min(source.length, MAX_FRONT_MATTER_LENGTH)) {
    const lineEnd = source.indexOf('\n', position);
    const end = lineEnd < 0 ? source.length : lineEnd;
    const line = source.slice(position, end);
    const [, name, value] = FIELD.exec(line) ?? [];
    const more = MORE_OF_FIELD.exec(line)?.[1];
    const added = (value ?? more)?.trim();
    key = name?.toLowerCase() ?? key;
    if (key === undefined || added === undefined || line.trim() === '') {
      break;
    }
    const before = values.get(key);
    values.set(key, before === undefined ? added : `${before} ${added}`);
    position = end + 1;
    lineCount += 1;
  }
  return {
    frontMatter: values.size > 0 ? toFrontMatter(values) : NONE,
    body: source.slice(position),
    lineCount,
    problem: undefined,
  };
}

/**
 * Reads the YAML between `---` lines at the top of a page; `hasFields` says whether
 * it may be lines of `name: value` without them, as in mkdocs.
 */
export function readFrontMatter(
  source: string,
  { hasFields }: { hasFields: boolean },
): FrontMatterResult {
  const match = source.startsWith('---')
    ? BLOCK.exec(source.slice(0, MAX_FRONT_MATTER_LENGTH))
    : null;
  if (!match) {
    return hasFields
      ? readFields(source)
      : { frontMatter: NONE, body: source, lineCount: 0, problem: undefined };
  }
  const body = source.slice(match[0].length);
  const lineCount = match[0].split('\n').length - 1;
  const [document] = readYaml(match[1], {
    ignoresTags: true,
    takesLastKeys: true,
  });
  const problem = document?.problems.at(0)?.message;
  if (!document || problem !== undefined) {
    return { frontMatter: NONE, body, lineCount, problem };
  }
  const content = document.value;
  if (typeof content !== 'object' || content === null) {
    // A page may start with a horizontal rule; then there is no front matter.
    return { frontMatter: NONE, body: source, lineCount: 0, problem };
  }
  return {
    frontMatter: toFrontMatter(new Map(Object.entries(content))),
    body,
    lineCount,
    problem: undefined,
  };
}
