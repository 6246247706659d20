import type { CodeHighlighter } from './CodeHighlighter';
import { keepCompiledCode } from './keepCompiledCode';
import { V8Rest } from './V8Rest';

export interface CodeBlock {
  code: string;
  language: string;
}

/** The code of some pages, and the processor time that they have together. */
export interface HighlightTask {
  pages: CodeBlock[][];
  maxMs: number;
}

export interface HighlightedPage {
  /** HTML per line for each block; undefined, or none, where it stays plain. */
  blocks: (string[] | undefined)[];
  isTimedOut: boolean;
}

export const workerFile = __filename;

let highlighter: CodeHighlighter;

export async function load(): Promise<void> {
  const loaded = await import('./CodeHighlighter');
  // Node makes a CommonJS file the default export of itself.
  const module =
    'default' in loaded ? (loaded.default as typeof loaded) : loaded;
  highlighter = await module.CodeHighlighter.create();
  V8Rest.find()?.begin();
}

export async function runTask(task: HighlightTask): Promise<HighlightedPage[]> {
  const done = await colourPages(task);
  keepCompiledCode();
  return done;
}

/** On a busy machine the clock runs on while this thread waits. */
function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** As many pages as time suffices for; the first one as far as it does. */
async function colourPages({
  pages,
  maxMs,
}: HighlightTask): Promise<HighlightedPage[]> {
  const endsAt = processorMs() + maxMs;
  const done: HighlightedPage[] = [];
  for (const page of pages) {
    const blocks: HighlightedPage['blocks'] = [];
    for (const block of page) {
      if (processorMs() >= endsAt) {
        return done.length === 0 ? [{ blocks, isTimedOut: true }] : done;
      }
      blocks.push(await colour(block));
    }
    done.push({ blocks, isTimedOut: false });
  }
  return done;
}

/** HTML per line; undefined for a language without a grammar. */
async function colour({
  code,
  language,
}: CodeBlock): Promise<string[] | undefined> {
  try {
    return await highlighter.highlight(code, language);
  } catch {
    // A grammar that fails costs the colours of this block only.
    return undefined;
  }
}
