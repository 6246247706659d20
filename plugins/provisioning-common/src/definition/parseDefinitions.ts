import { type FileProblem } from '@atrium/common/yaml';
import {
  type ParsedYamlDocument,
  parseYamlFile,
  type TextPosition,
} from '@atrium/common/yaml';
import { z } from 'zod';
import { resourceDefinitionSchema } from './resourceDefinition';
import { resourceTypeSchema } from './resourceType';

/** One document of a file of definitions. */
export const definitionDocumentSchema = z.discriminatedUnion(
  'kind',
  [resourceTypeSchema, resourceDefinitionSchema],
  {
    error: ({ input }) =>
      typeof input === 'object' && input !== null && !Array.isArray(input)
        ? 'must be one of ResourceType, ResourceDefinition'
        : 'must be a map with apiVersion, kind, metadata and spec',
  },
);

/** One document of a file of definitions. */
export type DefinitionDocument = z.infer<typeof definitionDocumentSchema>;

/** A valid document, and where it stands. */
export interface LocatedDefinition {
  document: DefinitionDocument;
  /** The file or address it was read from. */
  source: string;
  /** Its place in the file, counted from 0; unknown of what was kept. */
  documentIndex?: number;
  /** Where a field stands, or what is nearest to it. */
  locate(path: readonly PropertyKey[]): TextPosition;
}

/** What a file of definitions says. */
export interface ParsedDefinitions {
  /** Those without problems. */
  documents: LocatedDefinition[];
  problems: FileProblem[];
}

/**
 * Reads a YAML file of resource types and definitions. A document with problems
 * is left out, the others stand.
 *
 * @param source - the file or address, as problems name it
 */
export function parseDefinitions(
  text: string,
  source: string,
): ParsedDefinitions {
  const file = parseYamlFile(text, {
    schema: definitionDocumentSchema,
    unknownKey: 'is not a field here',
  });
  const problems = [
    ...file.problems,
    ...file.documents.flatMap(({ documentIndex, problems: found }) =>
      found.map(problem => ({ ...problem, documentIndex })),
    ),
  ];
  return {
    documents: file.documents.flatMap(one => toLocated(one, source)),
    problems: problems.map(problem => ({ source, ...problem })),
  };
}

function toLocated(
  { document, documentIndex, locate }: ParsedYamlDocument<DefinitionDocument>,
  source: string,
): LocatedDefinition[] {
  return document ? [{ document, source, documentIndex, locate }] : [];
}
