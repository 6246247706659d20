import { createHash } from 'node:crypto';
import { toStorableJson } from '@atrium/backend-common';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import { compactName } from '../text/compactName';
import { indexWords } from '../text/indexWords';

/** Raise it when the same document gives other terms, to write all anew. */
const INDEX_VERSION = 4;

/** PostgreSQL takes 1 MB of distinct words per document. */
const MAX_TEXT_LENGTH = 100_000;
const MAX_NAME_LENGTH = 200;
const MAX_NAMES = 50;

/** Fields that are not words about the document, or stand in others already. */
const FIELDS_WITHOUT_TERMS = new Set([
  'title',
  'text',
  'names',
  'location',
  'path',
  'namespace',
  'authorization',
]);

/** A document before it is known whether it has to be written. */
export interface HashedDocument {
  /** Hexadecimal. */
  hash: string;
  /** JSON. */
  json: string;
  document: IndexableDocument;
}

export function hashDocument(
  type: string,
  document: IndexableDocument,
): HashedDocument {
  const json = toStorableJson(document);
  const hash = createHash('sha256')
    .update(`${INDEX_VERSION}\n${type}\n${json}`)
    .digest('hex');
  return { hash, json, document };
}

/** A document as it is stored; the terms are made of the texts in SQL. */
export interface SearchRow {
  hash: string;
  document: string;
  titleKey: string;
  nameKeys: string[];
  nameWords: string[];
  nameText: string;
  /** What kind of thing it is, which people say with its name: `orders api`. */
  kindText: string;
  bodyText: string;
  fieldText: string;
}

/**
 * Prepares a document for the index.
 *
 * @remarks
 * `names`, a list that any collator may add, holds what else the document is
 * called: the name of an entity beside its title, the path of an operation.
 */
export function toSearchRow(hashed: HashedDocument, type: string): SearchRow {
  const { document } = hashed;
  const names = readNames(document);
  const nameText = indexWords(names.join(' '));
  return {
    hash: hashed.hash,
    document: hashed.json,
    titleKey: compactName(document.title.slice(0, MAX_NAME_LENGTH)),
    nameKeys: unique(names.map(compactName)),
    nameWords: unique(nameText.split(' ')),
    nameText,
    kindText: type === 'software-catalog' ? indexWords(readKind(document)) : '',
    bodyText: indexWords(document.text.slice(0, MAX_TEXT_LENGTH)),
    fieldText: indexWords(readFields(document).join(' ')),
  };
}

function readNames(document: IndexableDocument): string[] {
  const names = 'names' in document ? document.names : undefined;
  return [document.title, ...readStrings(names).slice(0, MAX_NAMES)].map(name =>
    name.slice(0, MAX_NAME_LENGTH),
  );
}

function readKind(document: IndexableDocument): string {
  return 'kind' in document ? readStrings(document.kind).join(' ') : '';
}

function readFields(document: IndexableDocument): string[] {
  return Object.entries(document)
    .filter(([key]) => !FIELDS_WITHOUT_TERMS.has(key))
    .flatMap(([, value]) => readStrings(value))
    .map(value => readNameOfRef(value).slice(0, MAX_NAME_LENGTH));
}

/** Of `group:default/team-payments` people search for the last part only. */
function readNameOfRef(value: string): string {
  return /^[a-z]+:[^/\s]+\/(\S+)$/i.exec(value)?.[1] ?? value;
}

function readStrings(value: unknown): string[] {
  return [value].flat().filter(item => typeof item === 'string');
}

function unique(words: string[]): string[] {
  return [...new Set(words)].filter(word => word !== '');
}
