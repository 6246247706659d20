import { parentPort, workerData } from 'node:worker_threads';
import type { HighlighterCore, ThemedToken } from 'shiki/core';
import { READY } from '../worker/IsolatedWorker';

/** Set in `workerData`, so that importing this file starts nothing. */
export const HIGHLIGHT_WORKER_ROLE = 'atrium-highlight';

export interface CodeBlock {
  code: string;
  language: string;
}

export interface HighlightRequest {
  id: number;
  blocks: CodeBlock[];
}

/** What is done so far; the rest of the page follows. */
export interface HighlightAnswer {
  id: number;
  /** Index of the first of these blocks. */
  first: number;
  /** HTML per line; undefined for a language without a grammar. */
  blocks: (string[] | undefined)[];
  isLast: boolean;
}

const THEME = 'atrium';

/** What is done is handed over so often, as the thread may be ended. */
const ANSWER_MILLISECONDS = 50;

const MAX_CODE_LENGTH = 100_000;
const MAX_LINE_LENGTH = 2_000;

/** Names that people write and that the grammars call otherwise. */
const ALIASES: Record<string, string> = {
  console: 'shellsession',
  env: 'dotenv',
  golang: 'go',
  gradle: 'groovy',
  jinja2: 'jinja',
  pycon: 'python',
  py3: 'python',
  python3: 'python',
  'shell-session': 'shellsession',
  terraform: 'hcl',
};

/**
 * The classes that Pygments gives the same words, so that one stylesheet
 * colours both engines and follows the reader's light or dark theme.
 */
const CLASSES: Record<string, string> = {
  comment: 'c1',
  constant: 'mi',
  deleted: 'gd',
  function: 'nf',
  inserted: 'gi',
  keyword: 'k',
  link: 'sx',
  parameter: 'nv',
  punctuation: 'p',
  string: 's',
  'string-expression': 's',
};

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function classOf(token: ThemedToken): string {
  const name = /^var\(--token-token-([\w-]+)\)$/.exec(token.color ?? '')?.[1];
  return (name && CLASSES[name]) ?? '';
}

function renderLine(tokens: ThemedToken[]): string {
  let html = '';
  let current = '';
  let text = '';
  const flush = () => {
    const escaped = text.replace(/[&<>"']/g, character => ENTITIES[character]);
    html += current ? `<span class="${current}">${escaped}</span>` : escaped;
    text = '';
  };
  for (const token of tokens) {
    const className = classOf(token);
    if (className !== current) {
      flush();
      current = className;
    }
    text += token.content;
  }
  flush();
  return html;
}

async function createCore(): Promise<HighlighterCore> {
  const { createCssVariablesTheme, createHighlighterCore } = await import(
    'shiki/core'
  );
  // Oniguruma bounds the backtracking of every single match, which the regular
  // expressions of JavaScript cannot do, and repositories choose both the
  // grammar and the text.
  const { createOnigurumaEngine } = await import('shiki/engine/oniguruma');
  return createHighlighterCore({
    themes: [
      createCssVariablesTheme({ name: THEME, variablePrefix: '--token-' }),
    ],
    langs: [],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  });
}

async function start() {
  const { bundledLanguages } = await import('shiki/langs');
  const grammars = new Map(Object.entries(bundledLanguages));
  const core = await createCore();
  const loaded = new Set<string>();

  const highlight = async ({ code, language }: CodeBlock) => {
    const lower = language.toLowerCase();
    const name = ALIASES[lower] ?? lower;
    const grammar = grammars.get(name);
    if (!grammar || code.length > MAX_CODE_LENGTH) {
      return undefined;
    }
    if (!loaded.has(name)) {
      await core.loadLanguage(grammar);
      loaded.add(name);
    }
    const lines = core.codeToTokensBase(code, {
      lang: name,
      theme: THEME,
      tokenizeMaxLineLength: MAX_LINE_LENGTH,
      // No limit per line: it would cut lines short on a busy machine, and
      // whoever started this thread ends it when the page takes too long.
      tokenizeTimeLimit: 0,
    });
    return lines.map(renderLine);
  };

  parentPort?.on('message', async ({ id, blocks }: HighlightRequest) => {
    let done: HighlightAnswer['blocks'] = [];
    let first = 0;
    let answeredAt = performance.now();
    for (const [index, block] of blocks.entries()) {
      try {
        done.push(await highlight(block));
      } catch {
        // A grammar that fails costs the colours of this block only.
        done.push(undefined);
      }
      const isLast = index === blocks.length - 1;
      const now = performance.now();
      if (isLast || now - answeredAt > ANSWER_MILLISECONDS) {
        const answer: HighlightAnswer = { id, first, blocks: done, isLast };
        parentPort?.postMessage(answer);
        done = [];
        first = index + 1;
        answeredAt = now;
      }
    }
  });
  parentPort?.postMessage(READY);
}

if (workerData?.role === HIGHLIGHT_WORKER_ROLE) {
  start();
}
