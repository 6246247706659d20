import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import type { HighlighterCore } from 'shiki/core';
import type { bundledLanguages } from 'shiki/langs';
import type { StateStack } from 'shiki/textmate';
import { escapeHtml } from './escapeHtml';
import type { ColouredLine } from './LineMemory';
import { LineMemory } from './LineMemory';
import { nestedCode } from './nestedCode';
import { createSparingEngine } from './sparingEngine';

type LoadGrammar = (typeof bundledLanguages)[keyof typeof bundledLanguages];
type Grammar = ReturnType<HighlighterCore['getLanguage']>;

const THEME = 'atrium';

const MAX_CODE_LENGTH = 100_000;
const MAX_LINE_LENGTH = 2_000;

/** Languages whose blocks of code are coloured by their own. */
const MARKDOWN = new Set(['markdown', 'md', 'mdx']);

/** Markdown about Markdown about Markdown; what lies deeper stays plain. */
const MAX_DEPTH = 3;

/**
 * A limit would cut lines short on a busy machine, and whoever started this
 * thread ends it when the page takes too long.
 */
const NO_TIME_LIMIT = 0;

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

/** The class of each colour, by the number that tokens name it with. */
function classesOf(core: HighlighterCore): string[] {
  const { theme, colorMap } = core.setTheme(THEME);
  return colorMap.map(colour => {
    const variable = theme.colorReplacements?.[colour?.toLowerCase()] ?? '';
    const name = /^var\(--token-token-([\w-]+)\)$/.exec(variable)?.[1];
    return (name && CLASSES[name]) || '';
  });
}

/** About how many bytes a function may run through before V8 compiles it again. */
const USUAL_BUDGET = 13_000_000;
const LARGE_BUDGET = 1_500_000_000;

/**
 * Oniguruma, of which V8 optimises only what runs a lot: to do so with all that the code
 * of a small site touches takes longer than to colour it.
 *
 * @remarks The budget of a module is that of the moment it is made in. As an option of the
 * process the flag would cost Node the compiled code of its own modules.
 */
function compileForShortUse(bytes: Buffer<ArrayBuffer>): WebAssembly.Module {
  setFlagsFromString(`--wasm-tiering-budget=${LARGE_BUDGET}`);
  try {
    return new WebAssembly.Module(bytes);
  } finally {
    setFlagsFromString(`--wasm-tiering-budget=${USUAL_BUDGET}`);
  }
}

/** Loaded together by the thread alone, as it takes a while. */
async function loadShiki() {
  const [shiki, { bundledLanguages: grammars }, { EncodedTokenMetadata }] =
    await Promise.all([
      import('shiki/core'),
      import('shiki/langs'),
      import('shiki/textmate'),
    ]);
  // Oniguruma bounds the backtracking of every single match, which the regular
  // expressions of JavaScript cannot do, and repositories choose both the
  // grammar and the text.
  const { createOnigurumaEngine } = await import('shiki/engine/oniguruma');
  return {
    createCore: shiki.createHighlighterCore,
    theme: shiki.createCssVariablesTheme({
      name: THEME,
      variablePrefix: '--token-',
    }),
    // What `shiki/wasm` holds is unpacked by streams of the web, which take Node longer
    // to load than all of this.
    engine: createSparingEngine(
      await createOnigurumaEngine({
        instantiator: async imports => {
          const file = require.resolve('shiki/onig.wasm');
          const module = compileForShortUse(await readFile(file));
          const instance = await WebAssembly.instantiate(module, imports);
          return instance.exports;
        },
      }),
    ),
    grammars: new Map(Object.entries(grammars)),
    metadata: EncodedTokenMetadata,
  };
}

type Shiki = Awaited<ReturnType<typeof loadShiki>>;

interface Language {
  grammar: Grammar;
  classes: string[];
  memory: LineMemory;
}

/**
 * Colours code by the grammars of VS Code, line by line.
 *
 * @remarks
 * What a line looks like depends on the line and on the state that the lines
 * above it leave, and nothing else. Documentation repeats its lines a lot, and
 * matching them is most of what a large site costs, so both are remembered.
 */
export class CodeHighlighter {
  static async create(): Promise<CodeHighlighter> {
    return new CodeHighlighter(await loadShiki());
  }

  /** By what loads them: a language has several names. */
  readonly #languages = new Map<LoadGrammar, Language>();
  readonly #shiki: Shiki;

  private constructor(shiki: Shiki) {
    this.#shiki = shiki;
  }

  /** HTML per line, or undefined without a grammar and for very long code. */
  async highlight(
    code: string,
    language: string,
  ): Promise<string[] | undefined> {
    return code.length > MAX_CODE_LENGTH
      ? undefined
      : this.#highlight(code.split('\n'), language, 1);
  }

  async #highlight(
    lines: string[],
    language: string,
    depth: number,
  ): Promise<string[] | undefined> {
    const lower = language.toLowerCase();
    const name = ALIASES[lower] ?? lower;
    const load = this.#shiki.grammars.get(name);
    if (!load) {
      return undefined;
    }
    let known = this.#languages.get(load);
    if (!known) {
      known = await this.#loadLanguage(name, load);
      this.#languages.set(load, known);
    }
    return MARKDOWN.has(name) && depth <= MAX_DEPTH
      ? this.#colourMarkdown(lines, known, depth)
      : this.#colourLines(lines, known).html;
  }

  /** Between the blocks of code Markdown goes on as if they were empty. */
  async #colourMarkdown(
    lines: string[],
    markdown: Language,
    depth: number,
  ): Promise<string[]> {
    const html: string[] = [];
    let above: StateStack | undefined;
    for (const { language, from, to } of nestedCode(lines)) {
      const part = lines.slice(from, to);
      const nested =
        language && (await this.#highlight(part, language, depth + 1));
      if (nested) {
        html.push(...nested);
        continue;
      }
      const coloured = this.#colourLines(part, markdown, above);
      html.push(...coloured.html);
      above = coloured.above;
    }
    return html;
  }

  /**
   * Each language has a registry to itself. In a shared one, code inside of
   * others would be coloured if some other page had used its language before.
   */
  async #loadLanguage(name: string, load: LoadGrammar): Promise<Language> {
    const { createCore, theme, engine } = this.#shiki;
    const core = await createCore({
      themes: [theme],
      langs: [load],
      engine,
      warnings: false,
    });
    return {
      grammar: core.getLanguage(name),
      classes: classesOf(core),
      memory: new LineMemory(),
    };
  }

  #colourLines(
    lines: string[],
    language: Language,
    start?: StateStack,
  ): { html: string[]; above: StateStack | undefined } {
    const { memory } = language;
    let above = start;
    const coloured = lines.map(line => {
      if (line === '' || line.length >= MAX_LINE_LENGTH) {
        // These leave the state as it is.
        return escapeHtml(line);
      }
      const { html, next } =
        memory.recall(line, above) ??
        memory.remember(line, above, this.#colour(line, language, above));
      above = next;
      return html;
    });
    return { html: coloured, above };
  }

  #colour(
    line: string,
    { grammar, classes }: Language,
    above: StateStack | undefined,
  ): ColouredLine {
    const { tokens, ruleStack } = grammar.tokenizeLine2(
      line,
      above ?? null,
      NO_TIME_LIMIT,
    );
    let html = '';
    let current = '';
    let from = 0;
    const close = (to: number) => {
      const text = escapeHtml(line.slice(from, to));
      html += current ? `<span class="${current}">${text}</span>` : text;
      from = to;
    };
    // Pairs of a position and of what stands there.
    for (let index = 0; index < tokens.length; index += 2) {
      const colour = this.#shiki.metadata.getForeground(tokens[index + 1]);
      const className = classes[colour] ?? '';
      if (className !== current) {
        close(tokens[index]);
        current = className;
      }
    }
    close(line.length);
    return { html, next: ruleStack };
  }
}
