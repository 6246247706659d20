import { refractor } from 'refractor/core';
import { escapeHtml } from './escapeHtml';
import { tokenClasses } from './tokenClasses';

type Content = string | Token | Content[];

interface Token {
  type: string;
  alias?: string | string[] | null;
  content: Content;
}

type Grammar = (typeof refractor.languages)[string];

/** What a hook may change before and after code is taken apart. */
interface Tokenizing {
  code: string;
  grammar: Grammar;
  language: string;
  tokens: Content;
}

/** The part of Prism that refractor has and does not name in its types. */
interface Tokenizer {
  tokenize(code: string, grammar: Grammar): Content;
  hooks: { run(name: string, tokenizing: Tokenizing): void };
}

const prism = refractor as typeof refractor & Tokenizer;

function tokenize(code: string, language: string): Content {
  const tokenizing: Tokenizing = {
    code,
    grammar: prism.languages[language],
    language,
    tokens: [],
  };
  // Grammars of templates put the code around them back in place with these.
  prism.hooks.run('before-tokenize', tokenizing);
  tokenizing.tokens = prism.tokenize(tokenizing.code, tokenizing.grammar);
  prism.hooks.run('after-tokenize', tokenizing);
  return tokenizing.tokens;
}

/** The class of a token; undefined where it looks like what it stands in. */
function classOf({ type, alias }: Token): string | undefined {
  const own = tokenClasses.get(type);
  if (own !== undefined) {
    return own;
  }
  for (const name of [alias ?? []].flat()) {
    const className = tokenClasses.get(name);
    if (className !== undefined) {
      return className;
    }
  }
  return undefined;
}

/** Puts text of one class after the other into lines of HTML. */
class LineWriter {
  readonly lines: string[] = [];
  length = 0;
  #line = '';
  #text = '';
  #className = '';

  write(content: Content, className: string): void {
    if (typeof content === 'string') {
      this.#writeText(content, className);
    } else if (Array.isArray(content)) {
      for (const part of content) {
        this.write(part, className);
      }
    } else {
      this.write(content.content, classOf(content) ?? className);
    }
  }

  endLine(): void {
    this.#close();
    this.lines.push(this.#line);
    this.#line = '';
  }

  #writeText(text: string, className: string): void {
    this.length += text.length;
    let from = 0;
    for (
      let end = text.indexOf('\n');
      end >= 0;
      end = text.indexOf('\n', from)
    ) {
      this.#add(text.slice(from, end), className);
      this.endLine();
      from = end + 1;
    }
    this.#add(text.slice(from), className);
  }

  #add(text: string, className: string): void {
    if (className !== this.#className) {
      this.#close();
      this.#className = className;
    }
    this.#text += text;
  }

  #close(): void {
    if (this.#text !== '') {
      const html = escapeHtml(this.#text);
      this.#line += this.#className
        ? `<span class="${this.#className}">${html}</span>`
        : html;
      this.#text = '';
    }
  }
}

/**
 * Colours code by a grammar that is loaded.
 *
 * @returns HTML per line, or undefined when the grammar loses some of the code
 */
export function colourLines(
  code: string,
  language: string,
): string[] | undefined {
  const writer = new LineWriter();
  writer.write(tokenize(code, language), '');
  writer.endLine();
  return writer.length === code.length ? writer.lines : undefined;
}
