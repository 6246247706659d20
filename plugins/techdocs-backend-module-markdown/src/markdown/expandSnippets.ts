import path from 'node:path';

/** Reads a file for a snippet; undefined when there is none to be had. */
export type ReadSnippet = (docPath: string) => string | undefined;

export interface SnippetProblem {
  message: string;
}

export interface ExpandedSnippets {
  text: string;
  /** Files of the docs folder that went into the page. */
  files: string[];
  problems: SnippetProblem[];
}

const SINGLE =
  /^([ \t]*)(;?)-{1,}8<-{1,}[ \t]+(?:"([^"\n]+)"|'([^'\n]+)')[ \t]*$/;
const BLOCK = /^([ \t]*)(;?)-{1,}8<-{1,}[ \t]*$/;
const SECTION_MARK =
  /-{1,}8<-{1,}[ \t]*\[[ \t]*(start|end)[ \t]*:[ \t]*([\w-]+)[ \t]*\]/;

const MAX_DEPTH = 8;
const MAX_EXPANDED_LENGTH = 2_000_000;

interface SnippetTarget {
  docPath: string;
  section: string | undefined;
  firstLine: number | undefined;
  lastLine: number | undefined;
}

function parseTarget(text: string): SnippetTarget {
  const [docPath, first, last] = text.split(':');
  const isNumber = first !== undefined && /^\d*$/.test(first);
  return {
    docPath: docPath.trim(),
    section: first && !isNumber ? first.trim() : undefined,
    firstLine: isNumber && first ? Number(first) : undefined,
    lastLine: last && /^\d+$/.test(last) ? Number(last) : undefined,
  };
}

/** The reason why a target may not be read, if there is one. */
function refusal(docPath: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(docPath) || docPath.startsWith('//')) {
    return 'addresses on the web are not fetched';
  }
  const normalized = path.posix.normalize(docPath.replaceAll('\\', '/'));
  return path.posix.isAbsolute(normalized) ||
    normalized === '..' ||
    normalized.startsWith('../')
    ? 'it lies outside the docs folder'
    : undefined;
}

function selectLines(
  text: string,
  target: SnippetTarget,
): string[] | undefined {
  let lines = text.replace(/\n$/, '').split('\n');
  if (target.section !== undefined) {
    const selected: string[] = [];
    let isInside = false;
    let isFound = false;
    for (const line of lines) {
      const mark = SECTION_MARK.exec(line);
      if (mark?.[2] === target.section) {
        isInside = mark[1] === 'start';
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
  const first = Math.max((target.firstLine ?? 1) - 1, 0);
  return lines
    .slice(first, target.lastLine)
    .filter(line => !SECTION_MARK.test(line));
}

class Expansion {
  readonly files = new Set<string>();
  readonly problems: SnippetProblem[] = [];
  #length = 0;
  readonly #read: ReadSnippet;

  constructor(read: ReadSnippet) {
    this.#read = read;
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
      const single = SINGLE.exec(line);
      const block = single ? null : BLOCK.exec(line);
      if (!single && !block) {
        result.push(line);
      } else if ((single ?? block)?.[2] === ';') {
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

  #include(text: string, indent: string, open: string[]): string[] {
    const refuse = (reason: string) => {
      this.problems.push({
        message: `The snippet '${text}' was left out: ${reason}`,
      });
      return [];
    };
    const target = parseTarget(text);
    const reason = refusal(text) ?? refusal(target.docPath);
    if (reason) {
      return refuse(reason);
    }
    const docPath = path.posix.normalize(target.docPath);
    if (open.includes(docPath)) {
      return refuse('it includes itself');
    }
    if (open.length >= MAX_DEPTH) {
      return refuse(`snippets are nested more than ${MAX_DEPTH} times`);
    }
    const content = this.#read(docPath);
    if (content === undefined) {
      return refuse('there is no such file in the docs folder');
    }
    this.files.add(docPath);
    const selected = selectLines(content, target);
    if (!selected) {
      return refuse(`the file has no section '${target.section}'`);
    }
    this.#length += selected.reduce((sum, line) => sum + line.length + 1, 0);
    if (this.#length > MAX_EXPANDED_LENGTH) {
      return refuse('the snippets of this page are too long together');
    }
    const expanded = this.expand(selected.join('\n'), [...open, docPath]);
    return expanded.map(line => (line ? indent + line : line));
  }
}

/**
 * Puts the files named by `--8<-- "file"` in place, as `pymdownx.snippets`.
 * Paths start at the docs folder and never leave it.
 */
export function expandSnippets(
  text: string,
  read: ReadSnippet,
): ExpandedSnippets {
  if (!text.includes('8<')) {
    return { text, files: [], problems: [] };
  }
  const expansion = new Expansion(read);
  const lines = expansion.expand(text, []);
  return {
    text: lines.join('\n'),
    files: [...expansion.files],
    problems: expansion.problems,
  };
}
