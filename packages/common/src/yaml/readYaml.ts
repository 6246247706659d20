import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  visit,
} from 'yaml';
import {
  composeYaml,
  type ComposeYamlOptions,
  DEFAULT_YAML_LIMITS,
  type TextPosition,
  type YamlProblem,
} from './composeYaml';
import { DocumentCheck } from './DocumentCheck';
import type { PlainData } from './PlainData';

/** How {@link readYaml} reads. */
export interface ReadYamlOptions extends ComposeYamlOptions {
  /** Whether a document that is a list stands for its items. */
  splitsLists?: boolean;
  /**
   * Whether tags are passed over. A value that is nothing but a name of Python is
   * that name: `!!python/name:a.b` is `a.b`.
   */
  ignoresTags?: boolean;
  /** Whether the last of repeated keys counts, as in PyYAML. */
  takesLastKeys?: boolean;
}

/** One document of a YAML text, or one item of a document that is a list. */
export interface YamlDocument {
  /** Undefined when there are problems. */
  value: PlainData | undefined;
  /** As it is written, comments included. */
  text: string;
  problems: YamlProblem[];
  /** Where a field stands, or what is nearest to it. */
  locate(path: readonly PropertyKey[]): TextPosition;
}

interface DocumentPart extends Omit<YamlDocument, 'text'> {
  range: readonly [number, number, number];
}

interface DocumentReaderOptions extends ReadYamlOptions {
  positionOf(offset: number): TextPosition;
}

class DocumentReader {
  readonly #document: Document.Parsed;
  readonly #options: DocumentReaderOptions;
  readonly #check: DocumentCheck;

  constructor(document: Document.Parsed, options: DocumentReaderOptions) {
    this.#document = document;
    this.#options = options;
    this.#check = new DocumentCheck({
      maxAliasedValues:
        options.limits?.aliasedValues ?? DEFAULT_YAML_LIMITS.aliasedValues,
      takesLastKeys: options.takesLastKeys ?? false,
    });
  }

  read(): DocumentPart[] {
    const { contents, errors, warnings, range } = this.#document;
    const { ignoresTags, splitsLists } = this.#options;
    const problems = [...errors, ...(ignoresTags ? [] : warnings)].map(
      ({ message, pos }): YamlProblem => ({
        kind: 'syntax',
        message,
        position: this.#positionOf(pos[0]),
      }),
    );
    if (problems.length > 0) {
      return [
        { value: undefined, problems, range, locate: this.#locateIn([]) },
      ];
    }
    if (ignoresTags && warnings.length > 0) {
      namePython(this.#document);
    }
    // A comment, or `---` at the end, makes a document without content.
    if (contents === null || (isScalar(contents) && contents.value === null)) {
      return [];
    }
    if (!splitsLists || !isSeq(contents)) {
      return this.#readNode(contents, []);
    }
    this.#check.enter(contents);
    return contents.items.flatMap((node, index) =>
      isNode(node) ? this.#readNode(node, [index]) : [],
    );
  }

  #readNode(node: Node, path: PropertyKey[]): DocumentPart[] {
    if (!node.range) {
      return [];
    }
    const problems = this.#check.check(node).map(({ offset, ...problem }) => ({
      ...problem,
      position: this.#positionOf(offset),
    }));
    const part = { range: node.range, locate: this.#locateIn(path) };
    if (problems.length > 0) {
      return [{ ...part, value: undefined, problems }];
    }
    try {
      // What aliases expand to has been counted.
      const value: PlainData = node.toJS(this.#document, { maxAliasCount: -1 });
      return [{ ...part, value, problems }];
    } catch (error) {
      // Such as `<<` before what is no map.
      const message = error instanceof Error ? error.message : String(error);
      const position = this.#positionOf(node.range[0]);
      const problem: YamlProblem = { kind: 'syntax', message, position };
      return [{ ...part, value: undefined, problems: [problem] }];
    }
  }

  #locateIn(base: PropertyKey[]): YamlDocument['locate'] {
    return path =>
      this.#positionOf(locateField(this.#document, [...base, ...path]));
  }

  #positionOf(offset: number | undefined): TextPosition {
    return this.#options.positionOf(offset ?? this.#document.range[0]);
  }
}

/**
 * Reads the documents of a YAML 1.2 text, with what is wrong with each.
 *
 * @remarks Safe on what strangers wrote: deep nesting and aliases that multiply
 * or contain themselves are refused before they are expanded, and values are
 * what JSON can hold. A document without content is left out.
 */
export function readYaml(
  text: string,
  options: ReadYamlOptions = {},
): YamlDocument[] {
  const { documents, excess, positionOf } = composeYaml(text, options);
  if (excess) {
    const locate = () => excess.position;
    return [{ value: undefined, text, problems: [excess], locate }];
  }
  return documents.flatMap(document => {
    const reader = new DocumentReader(document, { ...options, positionOf });
    return reader.read().map(({ range: [from, , to], ...part }) => ({
      ...part,
      text: text.slice(from, to).trim(),
    }));
  });
}

const PYTHON_NAME = /^tag:yaml\.org,2002:python\/(?:name|object\/apply):/;

/** Has values that are nothing but a tag of Python say what it names. */
function namePython(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      if (node.source === '' && PYTHON_NAME.test(node.tag ?? '')) {
        node.value = node.tag?.replace(PYTHON_NAME, '');
      }
    },
  });
}

/** The offset of a field; of one that is not there, that of what should have it. */
function locateField(
  document: Document,
  path: readonly PropertyKey[],
): number | undefined {
  let node: unknown = document.contents;
  let offset = startOf(node);
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
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isCollection(node)) {
      node = node.get(key, true);
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
