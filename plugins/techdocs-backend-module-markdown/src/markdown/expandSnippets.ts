import type { MessageDescriptor } from '@atrium/common';
import path from 'node:path';
import { words } from './docsWords';

/** Reads a file for a snippet; undefined when there is none to be had. */
export type ReadSnippet = (path: string) => string | undefined;

export interface SnippetProblem {
  message: MessageDescriptor;
  /** Line of the text that asks for the snippet, counted from 0. */
  line: number | undefined;
}

/** What a site says about all of its snippets. */
export interface SnippetOptions {
  /** Files that stand below every page. */
  appended: string[];
  /** Whether sections and lines lose the indent that all of them share. */
  isDedented: boolean;
}

export interface ExpandedSnippets {
  text: string;
  /** Files that went into the page. */
  files: string[];
  /** Whether lines of the page stand elsewhere now. */
  hasMovedLines: boolean;
  problems: SnippetProblem[];
}

const SINGLE =
  /^([ \t]*)(;*)-{1,}8<-{1,}[ \t]+(?:"([^"\n]+)"|'([^'\n]+)')[ \t]*$/;
const BLOCK = /^([ \t]*)(;*)-{1,}8<-{1,}[ \t]*$/;
const SECTION_MARK =
  /(?<!;)(;*)(?<!-)-{1,}8<-{1,}[ \t]*\[[ \t]*(start|end)[ \t]*:[ \t]*([\w-]+)[ \t]*\]/;

const MAX_DEPTH = 8;
const MAX_EXPANDED_LENGTH = 2_000_000;

interface SnippetTarget {
  path: string;
  section: string | undefined;
  /** First and last line, counted from 1, or from the end when negative. */
  ranges: [first: number | undefined, last: number | undefined][];
}

const LINES = /^(.*?):((?:-?\d*)(?::-?\d*)?(?:,-?\d*(?::-?\d*)?)*)$/;
const SECTION = /^(.*?):([a-z][\w-]*)$/i;

function toNumber(text: string | undefined): number | undefined {
  return text ? Number(text) : undefined;
}

function parseTarget(text: string): SnippetTarget {
  const section = SECTION.exec(text);
  if (section) {
    return { path: section[1].trim(), section: section[2], ranges: [] };
  }
  const [, file = text, lines = ''] = LINES.exec(text) ?? [];
  return {
    path: file.trim(),
    section: undefined,
    ranges: lines
      .split(',')
      .filter(Boolean)
      .map(range => {
        const [first, last] = range.split(':');
        return [toNumber(first), toNumber(last)];
      }),
  };
}

/** The lines of a file that the ranges name, one range behind the other. */
function selectRanges(
  lines: string[],
  ranges: SnippetTarget['ranges'],
): string[] {
  const count = lines.length;
  return ranges.flatMap(([first = 1, last = count]) => {
    const from =
      first < 0 ? Math.max(count + first, 0) : Math.max(first - 1, 0);
    const to = last < 0 ? Math.max(count + 1 + last, 0) : last;
    return lines.slice(from, to);
  });
}

/** A semicolon in front shows the mark of a section, which is hidden otherwise. */
function unescapeMark(line: string): string | undefined {
  const mark = SECTION_MARK.exec(line);
  if (!mark) {
    return line;
  }
  return mark[1]
    ? line.slice(0, mark.index) + line.slice(mark.index + 1)
    : undefined;
}

/** The reason why a target may not be read, if there is one. */
function refusal(target: string): MessageDescriptor | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(target) || target.startsWith('//')) {
    return words.describe('docs.snippet.address');
  }
  const normalized = path.posix.normalize(target.replaceAll('\\', '/'));
  return path.posix.isAbsolute(normalized) ||
    normalized === '..' ||
    normalized.startsWith('../')
    ? words.describe('docs.snippet.outside')
    : undefined;
}

/** As `textwrap.dedent` of Python: empty lines have no indent that counts. */
function dedent(lines: string[]): string[] {
  const indents = lines
    .filter(line => /\S/.test(line))
    .map(line => /^[ \t]*/.exec(line)?.[0] ?? '');
  const [first = '', ...others] = indents;
  let length = first.length;
  for (const indent of others) {
    while (!indent.startsWith(first.slice(0, length))) {
      length -= 1;
    }
  }
  return lines.map(line => (/\S/.test(line) ? line.slice(length) : ''));
}

function selectLines(
  text: string,
  target: SnippetTarget,
  isDedented: boolean,
): string[] | undefined {
  let lines = text.replace(/\n$/, '').split('\n');
  if (target.section !== undefined) {
    const selected: string[] = [];
    let isInside = false;
    let isFound = false;
    for (const line of lines) {
      const mark = SECTION_MARK.exec(line);
      if (mark?.[1] === '' && mark[3] === target.section) {
        isInside = mark[2] === 'start';
        isFound = true;
      } else if (isInside) {
        selected.push(line);
      }
    }
    if (!isFound) {
      return undefined;
    }
    lines = selected;
  }
  if (target.ranges.length > 0) {
    lines = selectRanges(lines, target.ranges);
  }
  const isPart = target.section !== undefined || target.ranges.length > 0;
  const shown = lines.flatMap(line => unescapeMark(line) ?? []);
  return isPart && isDedented ? dedent(shown) : shown;
}

class Expansion {
  readonly files = new Set<string>();
  readonly problems: SnippetProblem[] = [];
  /** Whether the page has marks of sections, which are not shown. */
  hidesMarks = false;
  #length = 0;
  /** Line of the page that is being read. */
  #line: number | undefined;
  readonly #read: ReadSnippet;
  readonly #isDedented: boolean;

  constructor(read: ReadSnippet, isDedented: boolean) {
    this.#read = read;
    this.#isDedented = isDedented;
  }

  expand(text: string, open: string[]): string[] {
    const result: string[] = [];
    const lines = text.split('\n');
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index];
      if (!line.includes('8<')) {
        result.push(line);
        continue;
      }
      if (open.length === 0) {
        this.#line = index;
      }
      const single = SINGLE.exec(line);
      const block = single ? null : BLOCK.exec(line);
      if (!single && !block) {
        // The lines of a snippet have been read by this before.
        const shown = open.length > 0 ? line : unescapeMark(line);
        this.hidesMarks ||= shown === undefined;
        result.push(...(shown === undefined ? [] : [shown]));
      } else if ((single ?? block)?.[2]) {
        // A semicolon in front shows the marker instead of following it.
        result.push(line.replace(';', ''));
      } else if (single) {
        const target = single[3] ?? single[4];
        result.push(...this.#include(target, single[1], open));
      } else if (block) {
        index += 1;
        while (index < lines.length && !BLOCK.test(lines[index])) {
          const target = lines[index].trim();
          if (target && !target.startsWith(';')) {
            result.push(...this.#include(target, block[1], open));
          }
          index += 1;
        }
      }
    }
    return result;
  }

  /** What stands below every page of the site. */
  append(file: string): string[] {
    this.#line = undefined;
    return this.#include(file, '', []);
  }

  #include(text: string, indent: string, open: string[]): string[] {
    const refuse = (reason: MessageDescriptor) => {
      this.problems.push({
        message: words.describe('docs.warning.snippetLeftOut', {
          snippet: text,
          reason,
        }),
        line: this.#line,
      });
      return [];
    };
    const target = parseTarget(text);
    const reason = refusal(text) ?? refusal(target.path);
    if (reason) {
      return refuse(reason);
    }
    const file = path.posix.normalize(target.path);
    if (open.includes(file)) {
      // Documentation about snippets shows their syntax; it goes in once.
      return [];
    }
    if (open.length >= MAX_DEPTH) {
      return refuse(
        words.describe('docs.snippet.tooDeep', { max: String(MAX_DEPTH) }),
      );
    }
    const content = this.#read(file);
    if (content === undefined) {
      return refuse(words.describe('docs.snippet.noFile'));
    }
    this.files.add(file);
    const selected = selectLines(content, target, this.#isDedented);
    if (!selected) {
      const { section = '' } = target;
      return refuse(words.describe('docs.snippet.noSection', { section }));
    }
    this.#length += selected.reduce((sum, line) => sum + line.length + 1, 0);
    if (this.#length > MAX_EXPANDED_LENGTH) {
      return refuse(words.describe('docs.snippet.tooLong'));
    }
    const expanded = this.expand(selected.join('\n'), [...open, file]);
    return expanded.map(line => (line ? indent + line : line));
  }
}

/**
 * Puts the files named by `--8<-- "file"` in place, as `pymdownx.snippets`, and
 * those that the site appends to every page below it. Paths never leave the
 * repository.
 */
export function expandSnippets(
  text: string,
  read: ReadSnippet,
  { appended = [], isDedented = false }: Partial<SnippetOptions> = {},
): ExpandedSnippets {
  if (!text.includes('8<') && appended.length === 0) {
    return { text, files: [], hasMovedLines: false, problems: [] };
  }
  const expansion = new Expansion(read, isDedented);
  const lines = expansion.expand(text, []);
  const hasMovedLines = expansion.files.size > 0 || expansion.hidesMarks;
  for (const file of appended) {
    lines.push('', ...expansion.append(file));
  }
  return {
    text: lines.join('\n'),
    files: [...expansion.files],
    hasMovedLines,
    problems: expansion.problems,
  };
}
