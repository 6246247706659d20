import {
  parseYamlFile,
  type PlainData,
  type TextPosition,
} from '@atrium/common/yaml';
import { z } from 'zod';
import { type OpenSloDocument, openSloDocumentSchema } from './openSloDocument';
import type { OpenSloProblem } from './openSloProblem';
import { SLO_YAML } from './readSloYaml';
import { UNKNOWN_KEY } from './referenceOr';

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
  { maxBytes }: ParseOpenSloOptions,
): { located: LocatedDocument[]; problems: OpenSloProblem[] } {
  const file = parseYamlFile(text, {
    schema: openSloDocumentSchema,
    unknownKey: UNKNOWN_KEY,
    maxBytes,
    yaml: SLO_YAML,
  });
  const located: LocatedDocument[] = [];
  const problems: OpenSloProblem[] = [...file.problems];
  for (const { document, documentIndex, locate, ...parsed } of file.documents) {
    if (document) {
      located.push({ document, documentIndex, locate });
    }
    const sloName = nameOfSlo(parsed.value);
    problems.push(
      ...parsed.problems.map(problem => ({
        ...problem,
        documentIndex,
        sloName,
      })),
    );
  }
  return { located, problems: problems.slice(0, MAX_PROBLEMS) };
}

const namedSloSchema = z.object({
  kind: z.literal('SLO'),
  metadata: z.object({ name: z.string().max(63) }),
});

function nameOfSlo(value: PlainData | undefined): string | undefined {
  return namedSloSchema.safeParse(value).data?.metadata.name;
}
