import { colourLines } from './colourLines';
import { escapeHtml } from './escapeHtml';
import { languageName } from './languageNames';
import { hasGrammar, loadGrammar } from './loadGrammar';
import { nestedCode } from './nestedCode';
import { runInTime } from './runInTime';

export interface CodeBlock {
  code: string;
  language: string;
}

export interface HighlightedCode {
  /** HTML per line for each block; undefined, or none, where it stays plain. */
  blocks: (string[] | undefined)[];
  isTimedOut: boolean;
}

const MAX_CODE_LENGTH = 100_000;
const MAX_LINE_LENGTH = 2_000;

/** Markdown about Markdown about Markdown; what lies deeper stays plain. */
const MAX_DEPTH = 3;

/** On a busy machine the clock runs on while this process waits. */
const MAX_ATTEMPTS = 10;

/** Blocks of code in Markdown are coloured by their own languages. */
function isTakenApart(name: string, depth: number): boolean {
  return name === 'markdown' && depth <= MAX_DEPTH;
}

/** What Prism calls the languages of code, and of code inside of it. */
function* languagesIn(
  lines: string[],
  language: string,
  depth = 1,
): Iterable<string> {
  const name = languageName(language);
  yield name;
  if (isTakenApart(name, depth)) {
    for (const { language: inner, from, to } of nestedCode(lines)) {
      if (inner) {
        yield* languagesIn(lines.slice(from, to), inner, depth + 1);
      }
    }
  }
}

/** Outside of the time limit, which would leave half of a grammar behind. */
function loadGrammars(blocks: CodeBlock[]): void {
  const names = blocks
    .filter(isShort)
    .flatMap(({ code, language }) => [
      ...languagesIn(code.split('\n'), language),
    ]);
  for (const name of names) {
    loadGrammar(name);
  }
}

function isShort({ code }: CodeBlock): boolean {
  return code.length <= MAX_CODE_LENGTH;
}

/** HTML per line; undefined for a language without a grammar. */
function highlight(
  lines: string[],
  language: string,
  depth = 1,
): string[] | undefined {
  const name = languageName(language);
  if (!hasGrammar(name)) {
    return undefined;
  }
  /** Lines that are empty to the grammar of this language. */
  const others = new Map<number, string>();
  for (const [index, line] of lines.entries()) {
    if (line.length >= MAX_LINE_LENGTH) {
      others.set(index, escapeHtml(line));
    }
  }
  if (isTakenApart(name, depth)) {
    for (const { language: inner, from, to } of nestedCode(lines)) {
      const html = inner && highlight(lines.slice(from, to), inner, depth + 1);
      for (const [index, line] of (html || []).entries()) {
        others.set(from + index, line);
      }
    }
  }
  const own = lines.map((line, index) => (others.has(index) ? '' : line));
  return colourLines(own.join('\n'), name)?.map(
    (line, index) => others.get(index) ?? line,
  );
}

function highlightBlock(block: CodeBlock): string[] | undefined {
  try {
    return isShort(block)
      ? highlight(block.code.split('\n'), block.language)
      : undefined;
  } catch {
    // A grammar that fails costs the colours of this block only.
    return undefined;
  }
}

/** Processor time of this thread so far. */
function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/**
 * Colours the code of a page.
 *
 * @param maxMs - processor time; what comes behind the block in which it is over stays
 *   plain, and so does that block
 */
export function highlightCode(
  blocks: CodeBlock[],
  maxMs: number,
): HighlightedCode {
  loadGrammars(blocks);
  const highlighted: HighlightedCode['blocks'] = [];
  const endsAt = processorMs() + maxMs;
  const work = () => {
    while (highlighted.length < blocks.length) {
      highlighted.push(highlightBlock(blocks[highlighted.length]));
    }
  };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const restMs = endsAt - processorMs();
    if (restMs <= 0) {
      break;
    }
    if (runInTime(work, restMs)) {
      return { blocks: highlighted, isTimedOut: false };
    }
  }
  return { blocks: highlighted, isTimedOut: true };
}
