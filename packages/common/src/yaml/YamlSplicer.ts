import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  stringify,
  type ToStringOptions,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isRecord } from '../isRecord';
import { isSameValue } from './sameValue';

/** A piece of a text, and what to put in its place. */
export interface Splice {
  from: number;
  to: number;
  text: string;
}

/** What is to be changed cannot be told apart from what surrounds it. */
export class YamlEditError extends Error {}

/** How YAML is written here. */
export const STYLE = { lineWidth: 0, aliasDuplicateObjects: false } as const;

/** Finds what to change in the text of a document. */
export class YamlSplicer {
  readonly #text: string;
  readonly #document: Document.Parsed;
  readonly #newline: string;

  constructor(text: string, document: Document.Parsed) {
    this.#text = text;
    this.#document = document;
    this.#newline = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** The least that makes a node say what is wanted. */
  change(node: Node, target: unknown): Splice[] {
    if (isSameValue(node.toJS(this.#document), target)) {
      return [];
    }
    if (isScalar(node) && !node.anchor && !isCollection(target)) {
      return [this.#changeScalar(node, target)];
    }
    if (isMap(node) && isRecord(target) && !node.anchor) {
      return this.#changeMap(node, target);
    }
    if (isSeq(node) && Array.isArray(target) && !node.anchor) {
      return this.#changeList(node, target);
    }
    throw new YamlEditError();
  }

  /** Writes a node anew. */
  replace(node: Node, target: unknown): Splice {
    const [from, to] = rangeOf(node);
    const indent = this.#columnOf(from);
    return { from, to, text: this.#write(target, { indent, upTo: to }) };
  }

  #changeScalar(node: Scalar, target: unknown): Splice {
    const [from, to] = rangeOf(node);
    const isBlock =
      node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL;
    if (isBlock || (typeof target === 'string' && target.includes('\n'))) {
      throw new YamlEditError();
    }
    const scalar = new Scalar(target);
    if (
      typeof target === 'string' &&
      (node.type === Scalar.QUOTE_SINGLE || node.type === Scalar.QUOTE_DOUBLE)
    ) {
      scalar.type = node.type;
    }
    const text = new Document(scalar).toString(STYLE).trimEnd();
    // Between braces these would end what they are part of.
    const isPlain = !/^['"]/.test(text);
    return {
      from,
      to,
      text: isPlain && /[,[\]{}]/.test(text) ? JSON.stringify(target) : text,
    };
  }

  #changeMap(map: YAMLMap, target: Record<string, unknown>): Splice[] {
    const splices: Splice[] = [];
    const kept = new Map<string, Pair>();
    for (const pair of map.items) {
      const key = keyOf(pair);
      if (target[key] === undefined) {
        splices.push(this.#remove(map, pair));
      } else {
        kept.set(key, pair);
        splices.push(...this.#changePair(map, pair, target[key]));
      }
    }
    let before: Pair | undefined;
    for (const [key, value] of Object.entries(target)) {
      const pair = kept.get(key);
      if (!pair && value !== undefined) {
        splices.push(this.#insert(map, { [key]: value }, before));
      }
      before = pair ?? before;
    }
    if (kept.size === 0) {
      throw new YamlEditError();
    }
    return splices;
  }

  #changePair(map: YAMLMap, pair: Pair, target: unknown): Splice[] {
    const { key, value } = pair;
    try {
      if (isNode(value)) {
        return this.change(value, target);
      }
    } catch (error) {
      if (!(error instanceof YamlEditError)) {
        throw error;
      }
    }
    if (map.flow || !isNode(key) || !isNode(value)) {
      throw new YamlEditError();
    }
    const [from] = rangeOf(key);
    const [, to] = rangeOf(value);
    const text = this.#write(
      { [keyOf(pair)]: target },
      { indent: this.#columnOf(from), upTo: to },
    );
    return [{ from, to, text }];
  }

  #changeList(list: YAMLSeq, target: unknown[]): Splice[] {
    if (list.items.length === 0 || target.length < list.items.length) {
      throw new YamlEditError();
    }
    const splices = list.items.flatMap((item, index) => {
      if (!isNode(item)) {
        throw new YamlEditError();
      }
      try {
        return this.change(item, target[index]);
      } catch (error) {
        if (!(error instanceof YamlEditError) || list.flow) {
          throw error;
        }
        return [this.replace(item, target[index])];
      }
    });
    const added = target.slice(list.items.length);
    if (added.length > 0) {
      if (list.flow) {
        throw new YamlEditError();
      }
      const [from] = rangeOf(list);
      splices.push(
        this.#insertAfter(list.items.at(-1), added, this.#columnOf(from)),
      );
    }
    return splices;
  }

  #insert(map: YAMLMap, entry: object, before: Pair | undefined): Splice {
    const first = map.items[0]?.key;
    if (map.flow || !isNode(first)) {
      throw new YamlEditError();
    }
    const indent = this.#columnOf(rangeOf(first)[0]);
    return this.#insertAfter(
      (before ?? map.items.at(-1))?.value,
      entry,
      indent,
    );
  }

  #insertAfter(node: unknown, value: unknown, indent: number): Splice {
    if (!isNode(node)) {
      throw new YamlEditError();
    }
    const [, , end] = rangeOf(node);
    const needsLine = end > 0 && this.#text[end - 1] !== '\n';
    const lines = this.#write(value, { indent, upTo: undefined });
    return {
      from: end,
      to: end,
      text: `${needsLine ? this.#newline : ''}${' '.repeat(indent)}${lines}`,
    };
  }

  #remove(map: YAMLMap, { key, value }: Pair): Splice {
    if (map.flow || !isNode(key) || !isNode(value)) {
      throw new YamlEditError();
    }
    const [keyStart] = rangeOf(key);
    const from = this.#text.lastIndexOf('\n', keyStart - 1) + 1;
    if (this.#text.slice(from, keyStart).trim() !== '') {
      throw new YamlEditError();
    }
    return { from, to: rangeOf(value)[2], text: '' };
  }

  /** A value as block YAML, with a line at its end where one was before. */
  #write(
    value: unknown,
    { indent, upTo }: { indent: number; upTo: number | undefined },
  ): string {
    const endsLine = upTo === undefined || this.#text[upTo - 1] === '\n';
    const isAtEnd = upTo === this.#text.length;
    const options: ToStringOptions = {
      ...STYLE,
      // A comment behind would become part of a block of text.
      blockQuote: endsLine || isAtEnd,
    };
    const text = stringify(value, options).replace(
      /\n(?=[^\n])/g,
      `\n${' '.repeat(indent)}`,
    );
    return (endsLine ? text : text.trimEnd()).replaceAll('\n', this.#newline);
  }

  #columnOf(offset: number): number {
    return offset - (this.#text.lastIndexOf('\n', offset - 1) + 1);
  }
}

function keyOf({ key }: Pair): string {
  if (!isScalar(key)) {
    throw new YamlEditError();
  }
  return String(key.value);
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'range' in value &&
    Array.isArray(value.range)
  );
}

function rangeOf(node: Node): [number, number, number] {
  if (!node.range) {
    throw new YamlEditError();
  }
  return node.range;
}

function isCollection(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
