import { composeYaml } from './composeYaml';
import { type Document, isNode, isSeq, type Node, stringify } from 'yaml';
import { isSameValue } from './sameValue';
import { type Splice, STYLE, YamlEditError, YamlSplicer } from './YamlSplicer';

/** A document of a YAML text, or an item of a document that is a list. */
interface YamlEntry {
  document: Document.Parsed;
  node: Node;
}

/**
 * What the documents of a YAML text say, as plain data; of a list what its items
 * say. Undefined stands for what is not sound.
 */
export function readYamlValues(text: string): unknown[] {
  return entriesOf(text).map(valueOf);
}

/**
 * Makes a document of a YAML text, or an item of a list, say something else.
 * Everything that says it already stays as it is written, byte for byte: other
 * documents, comments, quotes, order.
 *
 * @param index - its place among what {@link readYamlValues} gives
 */
export function editYaml(text: string, index: number, target: unknown): string {
  const entry = entriesOf(text).at(index);
  if (!entry?.node.range) {
    throw new Error(`There is no value ${index} to edit`);
  }
  const { document, node } = entry;
  const splicer = new YamlSplicer(text, document);
  // The finest change that says what is wanted; the last one always does.
  for (const splices of [
    () => splicer.change(node, target),
    () => [splicer.replace(node, target)],
  ]) {
    const edited = attempt(text, splices);
    if (
      edited !== undefined &&
      isSameValue(readYamlValues(edited).at(index), target)
    ) {
      return edited;
    }
  }
  throw new Error(`Value ${index} cannot be edited`);
}

/** Adds a value behind all others: to the list that the text is, if it is one. */
export function appendYaml(text: string, value: unknown): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const written = (one: unknown) =>
    stringify(one, STYLE).replaceAll('\n', newline);
  if (text.trim() === '') {
    return written(value);
  }
  const before = text.endsWith('\n') ? text : `${text}${newline}`;
  const list = parse(text).at(-1)?.contents;
  if (isSeq(list) && !list.flow && list.range) {
    const item = written([value]);
    const lineStart = text.lastIndexOf('\n', list.range[0] - 1) + 1;
    const indent = ' '.repeat(list.range[0] - lineStart);
    const edited = `${before}${item.replace(/^(?=.)/gm, indent)}`;
    if (isSameValue(readYamlValues(edited).at(-1), value)) {
      return edited;
    }
  }
  const isEnded = /(^|\n)---[ \t]*\r?\n?$/.test(text);
  return `${before}${isEnded ? '' : `---${newline}`}${written(value)}`;
}

function attempt(text: string, find: () => Splice[]): string | undefined {
  try {
    // From the end on. Where several begin, what goes makes room first, and of
    // what is added the last is put there first.
    return find()
      .toReversed()
      .sort((a, b) => b.from - a.from || b.to - a.to)
      .reduce(
        (edited, splice) =>
          edited.slice(0, splice.from) + splice.text + edited.slice(splice.to),
        text,
      );
  } catch (error) {
    if (error instanceof YamlEditError) {
      return undefined;
    }
    throw error;
  }
}

function entriesOf(text: string): YamlEntry[] {
  return parse(text).flatMap(document => {
    const { contents } = document;
    const nodes = isSeq(contents) ? contents.items : [contents];
    return nodes.flatMap(node => (isNode(node) ? [{ document, node }] : []));
  });
}

function valueOf({ document, node }: YamlEntry): unknown {
  if (document.errors.length > 0) {
    return undefined;
  }
  try {
    return node.toJS(document);
  } catch {
    // Aliases that expand to too much, or to nothing.
    return undefined;
  }
}

function parse(text: string): Document.Parsed[] {
  return composeYaml(text, { refusesRepeatedKeys: true }).documents;
}
