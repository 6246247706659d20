import type { CodeHighlighter } from './CodeHighlighter';

export interface CodeBlock {
  code: string;
  language: string;
}

export const workerFile = __filename;

let highlighter: CodeHighlighter;

export async function load(): Promise<void> {
  const loaded = await import('./CodeHighlighter');
  // Node makes a CommonJS file the default export of itself.
  const module =
    'default' in loaded ? (loaded.default as typeof loaded) : loaded;
  highlighter = await module.CodeHighlighter.create();
}

/** HTML per line; undefined for a language without a grammar. */
export async function runTask({
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
