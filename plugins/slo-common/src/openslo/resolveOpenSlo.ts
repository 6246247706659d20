import { toFieldProblem } from '@atrium/common/yaml';
import type { SloDefinition } from '../definition/sloDefinition';
import { DocumentLookup } from './documentLookup';
import { locateQuery, type QueryPlace } from './locateQuery';
import type { OpenSloDocument } from './openSloDocument';
import type { OpenSloProblem } from './openSloProblem';
import {
  type LocatedDocument,
  locateOpenSlo,
  type ParseOpenSloOptions,
} from './parseOpenSlo';
import { resolveSlo } from './resolveSlo';

/** What OpenSLO documents come to. */
export interface ResolvedOpenSlo {
  /** Each SLO whose references lead somewhere. */
  definitions: SloDefinition[];
  problems: OpenSloProblem[];
}

/** What an OpenSLO file comes to. */
export interface OpenSloFile extends ResolvedOpenSlo {
  /** The valid documents, as they were written. */
  documents: OpenSloDocument[];
  /** Words what a source finds wrong with a query as a problem of the file. */
  problemOf(place: QueryPlace, message: string): OpenSloProblem;
}

/** How to read an OpenSLO file. */
export interface ReadOpenSloFileOptions extends ParseOpenSloOptions {
  /** What the config of the portal shares. */
  sharedDocuments?: OpenSloDocument[];
}

/**
 * Reads an OpenSLO file and resolves its references: {@link parseOpenSlo} and
 * {@link resolveOpenSlo} in one, where each problem has its line.
 */
export function readOpenSloFile(
  text: string,
  options: ReadOpenSloFileOptions = {},
): OpenSloFile {
  const { located, problems } = locateOpenSlo(text, options);
  const resolved = resolveLocated(located, options.sharedDocuments ?? []);
  return {
    documents: located.map(({ document }) => document),
    definitions: resolved.definitions,
    problems: [...problems, ...resolved.problems],
    problemOf: (place, message) => locateQuery(located, place, message),
  };
}

/**
 * Resolves the references of SLOs: to documents beside them first, then to
 * those the config of the portal shares. What is wrong with one SLO leaves the
 * others alone.
 */
export function resolveOpenSlo(
  documents: OpenSloDocument[],
  sharedDocuments: OpenSloDocument[] = [],
): ResolvedOpenSlo {
  const located = documents.map((document, documentIndex) => ({
    document,
    documentIndex,
    locate: () => undefined,
  }));
  return resolveLocated(located, sharedDocuments);
}

function resolveLocated(
  located: LocatedDocument[],
  sharedDocuments: OpenSloDocument[],
): ResolvedOpenSlo {
  const { unique, problems } = findDuplicates(located);
  const lookup = new DocumentLookup(
    unique.map(({ document }) => document),
    sharedDocuments,
  );
  const definitions: SloDefinition[] = [];
  for (const { document, documentIndex, locate } of unique) {
    if (document.kind !== 'SLO') {
      continue;
    }
    const { definition, issues } = resolveSlo(document, lookup);
    if (definition) {
      definitions.push(definition);
    }
    for (const issue of issues) {
      problems.push({
        ...toFieldProblem(issue, locate),
        documentIndex,
        sloName: document.metadata.name,
      });
    }
  }
  return { definitions, problems };
}

/** The first document of each kind and name counts; another is a problem. */
function findDuplicates(located: LocatedDocument[]): {
  unique: LocatedDocument[];
  problems: OpenSloProblem[];
} {
  const seen = new Set<string>();
  const unique: LocatedDocument[] = [];
  const problems: OpenSloProblem[] = [];
  for (const one of located) {
    const { kind, metadata } = one.document;
    const key = `${kind}/${metadata.name}`;
    if (seen.has(key)) {
      problems.push({
        ...toFieldProblem(
          {
            path: ['metadata', 'name'],
            message: `is that of another ${kind} in this file`,
          },
          one.locate,
        ),
        documentIndex: one.documentIndex,
      });
    } else {
      seen.add(key);
      unique.push(one);
    }
  }
  return { unique, problems };
}
