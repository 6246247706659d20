import { readYaml } from '@atrium/common/yaml';

export interface FrontMatter {
  title: string | undefined;
  description: string | undefined;
  /** Parts of the page to leave out, such as `toc`. */
  hidden: ReadonlySet<string>;
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

const BLOCK = /^---[ \t]*\n([\s\S]*?)\n?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const MAX_FRONT_MATTER_LENGTH = 64_000;

const NONE: FrontMatter = {
  title: undefined,
  description: undefined,
  hidden: new Set(),
  values: new Map(),
};

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;
}

/** Reads the YAML between `---` lines at the top of a page. */
export function readFrontMatter(source: string): FrontMatterResult {
  const match = source.startsWith('---')
    ? BLOCK.exec(source.slice(0, MAX_FRONT_MATTER_LENGTH))
    : null;
  if (!match) {
    return {
      frontMatter: NONE,
      body: source,
      lineCount: 0,
      problem: undefined,
    };
  }
  const body = source.slice(match[0].length);
  const lineCount = match[0].split('\n').length - 1;
  const [document] = readYaml(match[1], { ignoresTags: true });
  const problem = document?.problems.at(0)?.message;
  if (!document || problem !== undefined) {
    return { frontMatter: NONE, body, lineCount, problem };
  }
  const content = document.value;
  if (typeof content !== 'object' || content === null) {
    // A page may start with a horizontal rule; then there is no front matter.
    return { frontMatter: NONE, body: source, lineCount: 0, problem };
  }
  const values = new Map<string, unknown>(Object.entries(content));
  const hide: unknown = values.get('hide');
  return {
    frontMatter: {
      title: text(values.get('title')),
      description: text(values.get('description')),
      hidden: new Set(Array.isArray(hide) ? hide.map(String) : []),
      values,
    },
    body,
    lineCount,
    problem: undefined,
  };
}
