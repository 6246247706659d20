import type { z } from 'zod';
import type { TextPosition } from './composeYaml';
import {
  type FieldIssueOptions,
  fieldIssues,
  type FieldProblem,
  toFieldProblem,
} from './fieldIssues';
import type { PlainData } from './PlainData';
import { readYaml, type ReadYamlOptions, type YamlDocument } from './readYaml';

const DEFAULT_MAX_BYTES = 1_000_000;
const MAX_DOCUMENTS = 500;
const MAX_PROBLEMS = 100;

/** How {@link parseYamlFile} reads. */
export interface ParseYamlFileOptions<T> extends FieldIssueOptions {
  /** What each document has to be. */
  schema: z.ZodType<T>;
  /** How large a file may be; 1 MB by default. */
  maxBytes?: number;
  yaml?: ReadYamlOptions;
}

/** A document of a file, checked. */
export interface ParsedYamlDocument<T> {
  /** Its place in the file, counted from 0. */
  documentIndex: number;
  /** As it was written; undefined where that is no YAML. */
  value: PlainData | undefined;
  /** Undefined where there are problems. */
  document: T | undefined;
  problems: FieldProblem[];
  /** Where a field stands, or what is nearest to it. */
  locate(path: readonly PropertyKey[]): TextPosition;
}

/** What a file of YAML documents says. */
export interface ParsedYamlFile<T> {
  documents: ParsedYamlDocument<T>[];
  /** Of the file as a whole; then there are no documents. */
  problems: FieldProblem[];
}

/** Reads a file of YAML documents, with the place of each problem. */
export function parseYamlFile<T>(
  text: string,
  options: ParseYamlFileOptions<T>,
): ParsedYamlFile<T> {
  const { maxBytes = DEFAULT_MAX_BYTES } = options;
  const bytes = byteLength(text);
  if (bytes > maxBytes) {
    return refuse(
      `The file has ${sizeOf(bytes)}; at most ${sizeOf(maxBytes)} are read`,
    );
  }
  const documents = readYaml(text, options.yaml);
  if (documents.length > MAX_DOCUMENTS) {
    return refuse(
      `The file has ${documents.length} documents; at most ${MAX_DOCUMENTS} are read`,
    );
  }
  if (documents.length === 0) {
    return refuse('The file is empty');
  }
  return {
    documents: documents.map((yaml, documentIndex) => ({
      documentIndex,
      value: yaml.value,
      locate: yaml.locate,
      ...parseDocument(yaml, options),
    })),
    problems: [],
  };
}

function parseDocument<T>(
  { value, problems, locate }: YamlDocument,
  options: ParseYamlFileOptions<T>,
): Pick<ParsedYamlDocument<T>, 'document' | 'problems'> {
  if (problems.length > 0) {
    const found = problems.map(({ message, position }) => ({
      message: `YAML: ${message}`,
      ...position,
    }));
    return { document: undefined, problems: found.slice(0, MAX_PROBLEMS) };
  }
  const result = options.schema.safeParse(value);
  if (result.success) {
    return { document: result.data, problems: [] };
  }
  return {
    document: undefined,
    problems: fieldIssues(result.error, options)
      .slice(0, MAX_PROBLEMS)
      .map(issue => toFieldProblem(issue, locate)),
  };
}

function refuse<T>(message: string): ParsedYamlFile<T> {
  return { documents: [], problems: [{ message }] };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${bytes} bytes`
    : `${Math.ceil(bytes / 100_000) / 10} MB`;
}
