import { type FileProblem } from '@atrium/common/yaml';
import { toFieldProblem } from '@atrium/common/yaml';
import { findDuplicates } from '../match/matchDefinition';
import type { LocatedDefinition } from './parseDefinitions';
import type { ResourceDefinition } from './resourceDefinition';

/** Documents that can stand beside each other, and why others cannot. */
export interface CheckedDefinitions {
  documents: LocatedDefinition[];
  problems: FileProblem[];
}

type LocatedResourceDefinition = LocatedDefinition & {
  document: ResourceDefinition;
};

/**
 * Refuses what cannot stand beside what comes before it: a name that is there
 * twice, a definition of a type that nobody describes, and one that would match
 * the very same requests as another.
 *
 * @param documents - of all files; of two that exclude each other the first one
 * stands
 */
export function checkDefinitions(
  documents: readonly LocatedDefinition[],
): CheckedDefinitions {
  const problems: FileProblem[] = [];
  const named = refuseRepeatedNames(documents, problems);
  const typed = refuseUnknownTypes(named, problems);
  return { documents: refuseSameMatches(typed, problems), problems };
}

/** Words what is wrong with a field of a document as a problem of its file. */
export function problemOfDocument(
  { source, documentIndex, locate }: LocatedDefinition,
  path: PropertyKey[],
  message: string,
): FileProblem {
  return {
    source,
    documentIndex,
    ...toFieldProblem({ path, message }, locate),
  };
}

function refuseRepeatedNames(
  documents: readonly LocatedDefinition[],
  problems: FileProblem[],
): LocatedDefinition[] {
  const seen = new Map<string, LocatedDefinition>();
  for (const located of documents) {
    const { kind, metadata } = located.document;
    const key = `${kind}/${metadata.name}`;
    const first = seen.get(key);
    if (first) {
      const place = placeOf(first, ['metadata', 'name']);
      problems.push(
        problemOfDocument(
          located,
          ['metadata', 'name'],
          `'${metadata.name}' is taken by the ${kind} in ${place}`,
        ),
      );
    } else {
      seen.set(key, located);
    }
  }
  return [...seen.values()];
}

function refuseUnknownTypes(
  documents: readonly LocatedDefinition[],
  problems: FileProblem[],
): LocatedDefinition[] {
  const types = documents
    .filter(({ document }) => document.kind === 'ResourceType')
    .map(({ document }) => document.metadata.name)
    .toSorted();
  return documents.filter(located => {
    const { document } = located;
    if (
      document.kind === 'ResourceType' ||
      types.includes(document.spec.type)
    ) {
      return true;
    }
    problems.push(
      problemOfDocument(
        located,
        ['spec', 'type'],
        `is '${
          document.spec.type
        }', which no ResourceType describes; there are ${
          types.join(', ') || 'none'
        }`,
      ),
    );
    return false;
  });
}

function refuseSameMatches(
  documents: readonly LocatedDefinition[],
  problems: FileProblem[],
): LocatedDefinition[] {
  const duplicates = findDuplicates(
    documents.filter(isDefinition).map(located => ({
      name: located.document.metadata.name,
      type: located.document.spec.type,
      match: located.document.spec.match,
      located,
    })),
  );
  for (const [first, second] of duplicates) {
    const place = placeOf(first.located, ['spec', 'match']);
    problems.push(
      problemOfDocument(
        second.located,
        ['spec', 'match'],
        `is the same as that of '${first.name}' in ${place}: one of them has to say more precisely what it is for`,
      ),
    );
  }
  const refused = new Set<LocatedDefinition>(
    duplicates.map(([, { located }]) => located),
  );
  return documents.filter(located => !refused.has(located));
}

function isDefinition(
  located: LocatedDefinition,
): located is LocatedResourceDefinition {
  return located.document.kind === 'ResourceDefinition';
}

function placeOf(
  { source, locate }: LocatedDefinition,
  path: PropertyKey[],
): string {
  const { line, column } = locate(path);
  return `'${source}', line ${line}, column ${column}`;
}
