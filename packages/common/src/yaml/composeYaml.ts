import { Composer, CST, type Document, Lexer, LineCounter, Parser } from 'yaml';

/** Where something stands in a text, counted from 1. */
export interface TextPosition {
  line: number;
  column: number;
}

/** What is wrong with a YAML text. */
export interface YamlProblem {
  /**
   * `depth` and `aliases` stand for what would wear a reader out, `size` for
   * more than is read, `syntax` for everything else.
   */
  kind: 'syntax' | 'depth' | 'aliases' | 'size';
  message: string;
  position: TextPosition;
}

/** How much of a YAML text is read. */
export interface YamlLimits {
  /** Levels of maps and lists in each other. */
  depth: number;
  /** Keys, values, marks and breaks. */
  elements: number;
  /** Such as `\n` between double quotes. */
  escapes: number;
  aliases: number;
  /** Values that come in by aliases, beyond those that are written. */
  aliasedValues: number;
}

/** How {@link composeYaml} reads. */
export interface ComposeYamlOptions {
  limits?: Partial<YamlLimits>;
  /** Whether `<<` takes over the keys of other maps, as YAML 1.1 had it. */
  hasMergeKeys?: boolean;
  /**
   * Whether a repeated key is an error, for which each key is compared to all
   * others of its map. Without it long maps are read faster.
   */
  refusesRepeatedKeys?: boolean;
}

/** The documents of a YAML text, as they are written. */
export interface ComposedYaml {
  documents: Document.Parsed[];
  /** Set when there is too much to read; then there are no documents. */
  excess?: YamlProblem;
  positionOf(offset: number): TextPosition;
}

// Far above what people write by hand, and far below what hurts.
export const DEFAULT_YAML_LIMITS: YamlLimits = {
  depth: 64,
  elements: 200_000,
  escapes: 20_000,
  aliases: 100,
  aliasedValues: 5_000,
};

/** Of a document; nobody reads more of them. */
const MAX_ERRORS = 100;

/**
 * Takes a YAML 1.2 text apart into documents that keep where everything stands,
 * for what changes them. What only wants to know what they say calls `readYaml`.
 *
 * @remarks What could be used to wear the reader out is refused before it is
 * expanded.
 */
export function composeYaml(
  text: string,
  options: ComposeYamlOptions = {},
): ComposedYaml {
  const lines = new LineCounter();
  const positionOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const limits = { ...DEFAULT_YAML_LIMITS, ...options.limits };
  const { tokens, excess } = readTokens(text, { lines, limits });
  if (excess) {
    const { offset, ...problem } = excess;
    const position = positionOf(offset);
    return { documents: [], excess: { ...problem, position }, positionOf };
  }
  return { documents: [...composeTokens(tokens, options)], positionOf };
}

function* composeTokens(
  tokens: CST.Token[],
  options: ComposeYamlOptions,
): Generator<Document.Parsed> {
  const composer = new Composer({
    schema: 'core',
    merge: options.hasMergeKeys ?? false,
    // Tags for dates, sets and bytes give what is no plain data.
    resolveKnownTags: false,
    uniqueKeys: options.refusesRepeatedKeys ?? false,
    prettyErrors: false,
  });
  const counts = limitErrors(composer);
  for (const token of tokens) {
    // Otherwise still part of the document before.
    if (['document', 'directive', 'doc-end'].includes(token.type)) {
      Object.assign(counts, { errors: 0, warnings: 0 });
    }
    if (token.type === 'error') {
      counts.errors += 1;
    }
    if (token.type !== 'error' || counts.errors <= MAX_ERRORS) {
      yield* composer.next(token);
    }
  }
  yield* composer.end();
}

/**
 * Keeps a composer from making an error with a stack trace of each wrong
 * character. It offers no limit and nothing to hang one on, hence by name.
 *
 * @returns what it has reported, to be set back before each document
 */
function limitErrors(composer: Composer): { errors: number; warnings: number } {
  const counts = { errors: 0, warnings: 0 };
  const report: unknown = Reflect.get(composer, 'onError');
  if (typeof report === 'function') {
    Reflect.set(composer, 'onError', (...details: unknown[]) => {
      const [, , , isWarning] = details;
      const kind = isWarning ? 'warnings' : 'errors';
      counts[kind] += 1;
      if (counts[kind] <= MAX_ERRORS) {
        report(...details);
      }
    });
  }
  return counts;
}

type Excess = Pick<YamlProblem, 'kind' | 'message'>;

/**
 * Reads the tokens of a text, or what makes it too much for what comes after,
 * which calls itself level by level.
 */
function readTokens(
  text: string,
  { lines, limits }: { lines: LineCounter; limits: YamlLimits },
): { tokens: CST.Token[]; excess?: Excess & { offset: number } } {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  const counts = { depth: 0, elements: 0, aliases: 0, escapes: 0 };
  let previous = '';
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
    }
    counts.elements += 1;
    const isText = previous === CST.SCALAR;
    if (!isText && lexeme.startsWith('*')) {
      counts.aliases += 1;
    }
    if (!isText && lexeme.startsWith('"')) {
      counts.escapes += lexeme.split('\\').length - 1;
    }
    previous = lexeme;
    counts.depth = parser.stack.length;
    const excess = excessOf(counts, limits);
    if (excess) {
      return { tokens, excess: { ...excess, offset: parser.offset } };
    }
  }
  tokens.push(...parser.end());
  return { tokens };
}

function excessOf(
  counts: Omit<YamlLimits, 'aliasedValues'>,
  limits: YamlLimits,
): Excess | undefined {
  if (counts.depth > limits.depth) {
    return {
      kind: 'depth',
      message: `nested more than ${limits.depth} levels deep`,
    };
  }
  if (counts.aliases > limits.aliases) {
    return { kind: 'aliases', message: `more than ${limits.aliases} aliases` };
  }
  if (counts.escapes > limits.escapes) {
    return { kind: 'size', message: `more than ${limits.escapes} escapes` };
  }
  return counts.elements > limits.elements
    ? { kind: 'size', message: `more than ${limits.elements} elements` }
    : undefined;
}
