import type { TextPosition, YamlDocument } from '@atrium/common/yaml';
import { z } from 'zod';
import { type FieldIssue, fieldIssues } from './fieldIssues';
import { type OpenSloDocument, openSloDocumentSchema } from './openSloDocument';
import type { OpenSloProblem } from './openSloProblem';
import { readSloYaml } from './readSloYaml';

const DEFAULT_MAX_BYTES = 1_000_000;
const MAX_DOCUMENTS = 500;
const MAX_PROBLEMS = 100;

/** How to read an OpenSLO file. */
export interface ParseOpenSloOptions {
  /** How large a file may be; 1 MB by default. */
  maxBytes?: number;
}

/** What an OpenSLO file says. */
export interface ParsedOpenSlo {
  /** The valid documents, as they were written. */
  documents: OpenSloDocument[];
  problems: OpenSloProblem[];
}

/** A valid document, and where it stands. */
export interface LocatedDocument {
  document: OpenSloDocument;
  /** Its place in the file, counted from 0. */
  documentIndex: number;
  locate(path: readonly PropertyKey[]): TextPosition | undefined;
}

/**
 * Reads an OpenSLO v1 file. A document with problems is left out, the others
 * stand.
 */
export function parseOpenSlo(
  text: string,
  options: ParseOpenSloOptions = {},
): ParsedOpenSlo {
  const { located, problems } = locateOpenSlo(text, options);
  return { documents: located.map(({ document }) => document), problems };
}

/** The same, with the place of each document for problems found later. */
export function locateOpenSlo(
  text: string,
  { maxBytes = DEFAULT_MAX_BYTES }: ParseOpenSloOptions,
): { located: LocatedDocument[]; problems: OpenSloProblem[] } {
  const bytes = byteLength(text);
  if (bytes > maxBytes) {
    return refuse(
      `The file has ${sizeOf(bytes)}; at most ${sizeOf(maxBytes)} are read`,
    );
  }
  const documents = readSloYaml(text);
  if (documents.length > MAX_DOCUMENTS) {
    return refuse(
      `The file has ${documents.length} documents; at most ${MAX_DOCUMENTS} are read`,
    );
  }
  if (documents.length === 0) {
    return refuse('The file is empty');
  }
  const located: LocatedDocument[] = [];
  const problems: OpenSloProblem[] = [];
  for (const [documentIndex, yaml] of documents.entries()) {
    const result = readDocument(yaml, documentIndex);
    if (result.document) {
      const { locate } = yaml;
      located.push({ document: result.document, documentIndex, locate });
    }
    problems.push(...result.problems.slice(0, MAX_PROBLEMS));
  }
  return { located, problems: problems.slice(0, MAX_PROBLEMS) };
}

function readDocument(
  yaml: YamlDocument,
  documentIndex: number,
): { document?: OpenSloDocument; problems: OpenSloProblem[] } {
  if (yaml.problems.length > 0) {
    return {
      problems: yaml.problems.map(({ message, position }) => ({
        message: `YAML: ${message}`,
        ...position,
        documentIndex,
      })),
    };
  }
  const result = openSloDocumentSchema.safeParse(yaml.value);
  if (result.success) {
    return { document: result.data, problems: [] };
  }
  const sloName = nameOfSlo(yaml.value);
  return {
    problems: fieldIssues(result.error)
      .slice(0, MAX_PROBLEMS)
      .map(issue => ({
        ...toProblem(issue, yaml.locate),
        documentIndex,
        sloName,
      })),
  };
}

/** Words an issue as a problem of a file. */
export function toProblem(
  { path, message }: FieldIssue,
  locate: LocatedDocument['locate'],
): Pick<OpenSloProblem, 'message' | 'path' | 'line' | 'column'> {
  const written = formatPath(path);
  return {
    message: written ? `${written} ${message}` : `The document ${message}`,
    path: written || undefined,
    ...locate(path),
  };
}

/** Writes a path as people do: `spec.objectives[0].target`. */
function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, key) => {
    if (typeof key === 'number') {
      return `${written}[${key}]`;
    }
    const name = String(key);
    if (!/^\w+$/.test(name)) {
      return `${written}['${name}']`;
    }
    return written ? `${written}.${name}` : name;
  }, '');
}

const namedSloSchema = z.object({
  kind: z.literal('SLO'),
  metadata: z.object({ name: z.string().max(63) }),
});

function nameOfSlo(value: unknown): string | undefined {
  return namedSloSchema.safeParse(value).data?.metadata.name;
}

function refuse(message: string): {
  located: LocatedDocument[];
  problems: OpenSloProblem[];
} {
  return { located: [], problems: [{ message }] };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${bytes} bytes`
    : `${Math.ceil(bytes / 100_000) / 10} MB`;
}
