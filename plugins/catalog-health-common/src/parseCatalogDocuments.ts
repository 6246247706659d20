import {
  isPlainMap,
  type PlainYamlDocument,
  type ReadYamlOptions,
} from '@atrium/common/yaml';
import type { JsonObject } from '@backstage/types';

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

/** Reads YAML, wherever it does. */
export interface CatalogYamlReader {
  read(text: string, options: ReadYamlOptions): Promise<PlainYamlDocument[]>;
}

/** Above this many characters a file is not read. */
export const MAX_CATALOG_FILE_LENGTH = 1024 * 1024;

const MAX_MESSAGE_LENGTH = 300;

/** One file may hold many documents, and more than people write by hand. */
const OPTIONS: ReadYamlOptions = {
  limits: { elements: 600_000, escapes: 200_000, aliases: 1_000 },
  ignoresTags: true,
};

/**
 * Takes a catalog file apart: a number of YAML documents, each an object.
 *
 * @remarks The catalog and the check before a push read files by this function,
 * so that they agree about them.
 */
export async function parseCatalogDocuments(
  content: string,
  yaml: CatalogYamlReader,
): Promise<CatalogFileContent> {
  if (content.length > MAX_CATALOG_FILE_LENGTH) {
    return failAtStart(
      'too-large',
      'The file is larger than 1 MB, which is as much as is read',
    );
  }
  const documents: CatalogDocument[] = [];
  const problems: CatalogFileProblem[] = [];
  for (const { value, problems: found, start } of await yaml.read(
    content,
    OPTIONS,
  )) {
    const [problem] = found;
    if (problem) {
      const message = problem.message.slice(0, MAX_MESSAGE_LENGTH);
      problems.push({ kind: 'syntax', message, ...problem.position });
    } else if (isPlainMap(value)) {
      documents.push({ value, line: start.line });
    } else {
      const message = 'A document of a catalog file is an object';
      problems.push({ kind: 'syntax', message, ...start });
    }
  }
  return { documents, problems };
}

function failAtStart(
  kind: CatalogFileProblem['kind'],
  message: string,
): CatalogFileContent {
  return { documents: [], problems: [{ kind, message, line: 1, column: 1 }] };
}
