import {
  Composer,
  CST,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type Range,
  visit,
  type YAMLMap,
} from 'yaml';

/** Where something stands in a text, counted from 1. */
export interface YamlPosition {
  line: number;
  column: number;
}

/** One document of a YAML text, or one item of a document that is a list. */
export interface YamlDocument {
  /** As plain data. */
  value: unknown;
  /** As it is written, comments included. */
  text: string;
  /** Where a field stands, or what is nearest to it. */
  locate(path: readonly PropertyKey[]): YamlPosition;
  problems: { message: string; position?: YamlPosition }[];
}

// Far above what people write, and far below what hurts.
const MAX_ALIASES = 100;
const MAX_DEPTH = 64;
const MAX_LEXEMES = 200_000;
const MAX_ESCAPES = 20_000;

/**
 * Reads the documents of a YAML 1.2 text, with what is wrong with each. A
 * document with problems has no value. A list stands for its items, as OpenSLO
 * has it.
 *
 * @remarks What could be used to wear the reader out is refused before it is
 * expanded: deep nesting, aliases that multiply or contain themselves.
 */
export function readYamlDocuments(text: string): YamlDocument[] {
  const lines = new LineCounter();
  const { tokens, excess } = readTokens(text, lines);
  if (excess) {
    const { line, col } = lines.linePos(excess.offset);
    const position = { line, column: col };
    const problems = [{ message: excess.message, position }];
    return [{ value: undefined, text, locate: () => position, problems }];
  }
  const composer = new Composer({
    schema: 'core',
    // Looked for below, in one pass: here each key is compared to all others.
    uniqueKeys: false,
    prettyErrors: false,
  });
  return [...composer.compose(tokens)].flatMap(document =>
    readDocument(document, { text, lines }),
  );
}

function readDocument(
  document: Document.Parsed,
  { text, lines }: { text: string; lines: LineCounter },
): YamlDocument[] {
  const { contents, errors, warnings } = document;
  const positionOf = (offset: number | undefined): YamlPosition => {
    const { line, col } = lines.linePos(offset ?? document.range[0]);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = [...errors, ...warnings].map(({ message, pos }) => ({
    message: `YAML: ${message}`,
    position: positionOf(pos[0]),
  }));
  const textOf = ([from, , to]: Range) => text.slice(from, to).trim();
  if (problems.length > 0) {
    const locate = (path: readonly PropertyKey[]) =>
      positionOf(locateField(document, path));
    const value = undefined;
    return [{ value, text: textOf(document.range), locate, problems }];
  }
  // A comment, or `---` at the end, makes a document without content.
  if (isScalar(contents) && contents.value === null) {
    return [];
  }
  const entries = isSeq(contents)
    ? contents.items.map((node, index) => ({ node, path: [index] }))
    : [{ node: contents, path: [] }];
  return entries.flatMap(({ node, path: base }) => {
    if (!isNode(node) || !node.range) {
      return [];
    }
    return {
      ...readNode(node, document, positionOf),
      text: textOf(node.range),
      locate: path => positionOf(locateField(document, [...base, ...path])),
    };
  });
}

function readNode(
  node: Node,
  document: Document,
  positionOf: (offset: number | undefined) => YamlPosition,
): Pick<YamlDocument, 'value' | 'problems'> {
  const problems = findUnwanted(node, document).map(({ message, offset }) => ({
    message: `YAML: ${message}`,
    position: positionOf(offset),
  }));
  if (problems.length > 0) {
    return { value: undefined, problems };
  }
  try {
    const value = node.toJS(document, { maxAliasCount: MAX_ALIASES });
    return { value, problems };
  } catch {
    // The only thing left to fail is the count of what aliases expand to.
    const message = 'YAML: the aliases expand to too much';
    return { value: undefined, problems: [{ message }] };
  }
}

/** Finds what is YAML but has no place in a file of definitions. */
function findUnwanted(
  within: Node,
  document: Document,
): { message: string; offset?: number }[] {
  const found: { message: string; offset?: number }[] = [];
  visit(within, (_, node, ancestors) => {
    const target = isAlias(node) ? node.resolve(document) : undefined;
    const isWithinTarget =
      target !== undefined &&
      [document.contents, ...ancestors].includes(target);
    if (isAlias(node) && (!target || isWithinTarget)) {
      const fault = target ? 'contains itself' : 'has no anchor before it';
      found.push({
        message: `the alias *${node.source} ${fault}`,
        offset: start(node),
      });
    }
    for (const key of isMap(node) ? repeatedKeys(node) : []) {
      found.push({
        message: `the key ${key} is there twice`,
        offset: start(key),
      });
    }
    if (
      isPair(node) &&
      (!isScalar(node.key) || node.key.value === '__proto__')
    ) {
      found.push({
        message: 'a key must be a plain text',
        offset: isNode(node.key) ? start(node.key) : undefined,
      });
    }
  });
  return found;
}

/** The keys of a map that were there before. */
function repeatedKeys(map: YAMLMap): Node[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) {
      return [];
    }
    const name = String(key.value);
    const isRepeated = seen.has(name);
    seen.add(name);
    return isRepeated ? [key] : [];
  });
}

/** The offset of a field; of one that is not there, that of what should have it. */
function locateField(
  document: Document,
  path: readonly PropertyKey[],
): number | undefined {
  let node: unknown = document.contents;
  let offset = isNode(node) ? start(node) : undefined;
  for (const key of path) {
    if (isAlias(node)) {
      node = node.resolve(document);
    }
    if (isMap(node)) {
      const pair = node.items.find(
        item => isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (!pair) {
        return offset;
      }
      offset = isNode(pair.key) ? start(pair.key) : offset;
      node = pair.value;
    } else if (isCollection(node)) {
      node = node.get(key, true);
      offset = isNode(node) ? start(node) : offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function start(node: Node): number | undefined {
  return node.range?.[0];
}

/**
 * Reads the tokens of a text, or what makes it too much for what comes after,
 * which calls itself level by level.
 */
function readTokens(
  text: string,
  lines: LineCounter,
): { tokens: CST.Token[]; excess?: { message: string; offset: number } } {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  const counts = { lexemes: 0, aliases: 0, escapes: 0 };
  let previous = '';
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    counts.lexemes += 1;
    const isText = previous === CST.SCALAR;
    if (!isText && lexeme.startsWith('*')) {
      counts.aliases += 1;
    }
    if (!isText && lexeme.startsWith('"')) {
      // Each one that is wrong becomes an error with its own stack trace.
      counts.escapes += lexeme.split('\\').length - 1;
    }
    previous = lexeme;
    const message = excessOf({ ...counts, depth: parser.stack.length });
    if (message) {
      return { tokens, excess: { message, offset: parser.offset } };
    }
  }
  tokens.push(...parser.end());
  return { tokens };
}

function excessOf(counts: {
  lexemes: number;
  aliases: number;
  escapes: number;
  depth: number;
}): string | undefined {
  if (counts.depth > MAX_DEPTH) {
    return `YAML: nested more than ${MAX_DEPTH} levels deep`;
  }
  if (counts.aliases > MAX_ALIASES) {
    return `YAML: more than ${MAX_ALIASES} aliases`;
  }
  if (counts.escapes > MAX_ESCAPES) {
    return `YAML: more than ${MAX_ESCAPES} escapes`;
  }
  return counts.lexemes > MAX_LEXEMES
    ? `YAML: more than ${MAX_LEXEMES} elements`
    : undefined;
}
