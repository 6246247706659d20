import type { JsonObject } from '@backstage/types';
import { isMap, LineCounter, parseAllDocuments } from 'yaml';

/** A document of a catalog file that can be read. */
export interface CatalogDocument {
  value: JsonObject;
  /** Where it begins, from 1. */
  line: number;
}

/** Why a file, or a document of it, cannot be read. */
export interface CatalogFileProblem {
  kind: 'syntax' | 'too-large';
  message: string;
  line: number;
  column: number;
}

/** What a catalog file says. */
export interface CatalogFileContent {
  documents: CatalogDocument[];
  problems: CatalogFileProblem[];
}

/** Above this many characters a file is not read. */
export const MAX_CATALOG_FILE_LENGTH = 1024 * 1024;

const MAX_MESSAGE_LENGTH = 300;

/**
 * Takes a catalog file apart: a number of YAML documents, each an object.
 *
 * @remarks The catalog and the check before a push read files by this function,
 * so that they agree about them.
 */
export function parseCatalogDocuments(content: string): CatalogFileContent {
  if (content.length > MAX_CATALOG_FILE_LENGTH) {
    return failAtStart(
      'too-large',
      'The file is larger than 1 MB, which is as much as is read',
    );
  }
  const lineCounter = new LineCounter();
  const documents: CatalogDocument[] = [];
  const problems: CatalogFileProblem[] = [];
  for (const document of parseAllDocuments(content, {
    lineCounter,
    merge: false,
  })) {
    const position = (offset: number) => {
      const { line, col } = lineCounter.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const { contents, errors } = document;
    const start = position(contents?.range?.[0] ?? 0);
    if (errors.length > 0) {
      problems.push({
        kind: 'syntax',
        message: firstLine(errors[0].message),
        ...position(errors[0].pos[0]),
      });
    } else if (isMap(contents)) {
      const value = toValue(document);
      if (typeof value === 'string') {
        problems.push({ kind: 'syntax', message: value, ...start });
      } else {
        documents.push({ value, line: start.line });
      }
    } else if (contents !== null && document.toJSON() !== null) {
      problems.push({
        kind: 'syntax',
        message: 'A document of a catalog file is an object',
        ...start,
      });
    }
  }
  return { documents, problems };
}

/** The value of a document, or why it has none: aliases may not explode. */
function toValue(document: { toJSON(): JsonObject }): JsonObject | string {
  try {
    return document.toJSON();
  } catch (error) {
    return firstLine(error instanceof Error ? error.message : String(error));
  }
}

function failAtStart(
  kind: CatalogFileProblem['kind'],
  message: string,
): CatalogFileContent {
  return { documents: [], problems: [{ kind, message, line: 1, column: 1 }] };
}

/** The parser draws the place below what it says; it has its own fields here. */
function firstLine(message: string): string {
  return message
    .split('\n', 1)[0]
    .replace(/ at line \d+, column \d+:?$/, '')
    .slice(0, MAX_MESSAGE_LENGTH);
}
