import { type Document, parseAllDocuments, stringify } from 'yaml';
import { isSameValue } from './sameValue';
import { type Splice, STYLE, TooEntangled, YamlSplicer } from './YamlSplicer';

/** The documents of a YAML text, as plain data; none of one that is not sound. */
export function readYamlValues(text: string): unknown[] {
  const documents = parse(text);
  if (documents.some(({ errors }) => errors.length > 0)) {
    return [];
  }
  try {
    return documents.map(document => document.toJS());
  } catch {
    // Aliases that expand to too much, or to nothing.
    return [];
  }
}

/** Where a document has its first key, counted from 1. */
export function lineOfDocument(text: string, index: number): number {
  const start = parse(text)[index]?.contents?.range?.[0] ?? 0;
  return text.slice(0, start).split('\n').length;
}

/** Writes one document. */
export function writeYaml(value: unknown): string {
  return stringify(value, STYLE);
}

/**
 * Makes a document of a YAML text say something else. Everything that says it
 * already stays as it is written, byte for byte: other documents, comments,
 * quotes, order.
 *
 * @param index - the document, counted from 0
 */
export function editYaml(text: string, index: number, wanted: unknown): string {
  const document = parse(text)[index];
  const { contents } = document;
  if (!contents?.range) {
    throw new Error(`There is no document ${index} to edit`);
  }
  const splicer = new YamlSplicer(text, document);
  // The finest change that says what is wanted; the last one always does.
  for (const splices of [
    () => splicer.change(contents, wanted),
    () => [splicer.replace(contents, wanted)],
  ]) {
    const edited = attempt(text, splices);
    if (edited !== undefined && says(edited, index, wanted)) {
      return edited;
    }
  }
  throw new Error(`Document ${index} cannot be edited`);
}

function attempt(text: string, find: () => Splice[]): string | undefined {
  try {
    return [...find()]
      .sort((a, b) => b.from - a.from)
      .reduce(
        (edited, splice) =>
          edited.slice(0, splice.from) + splice.text + edited.slice(splice.to),
        text,
      );
  } catch (error) {
    if (error instanceof TooEntangled) {
      return undefined;
    }
    throw error;
  }
}

function says(text: string, index: number, wanted: unknown): boolean {
  const document = parse(text)[index];
  return document?.errors.length === 0 && isSameValue(document.toJS(), wanted);
}

function parse(text: string): Document.Parsed[] {
  // With an empty text comes an empty list with a property of its own.
  return [...parseAllDocuments(text, { schema: 'core', prettyErrors: false })];
}
