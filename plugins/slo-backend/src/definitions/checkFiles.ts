import {
  type OpenSloDocument,
  type OpenSloProblem,
  queriesOf,
  readOpenSloFile,
  type SloDefinition,
  toSourceQuery,
} from '@atrium/plugin-slo-common';
import type { SloSource } from '@atrium/plugin-slo-node';
import type { CheckedFile, PlannedSlo } from '../database/DefinitionStore';
import type { ReadFile } from './DefinitionReader';
import { planSlo } from './planSlo';
import { sloIdOf } from './sloIdOf';

interface CheckFilesOptions {
  entityRef: string;
  sharedDocuments: OpenSloDocument[];
  sources: ReadonlyMap<string, SloSource>;
  readAt: Date;
}

/** What the files of an entity come to. */
export interface CheckedFiles {
  files: CheckedFile[];
  slos: PlannedSlo[];
  /** Whether an SLO that is not among them is to be kept as it last was. */
  isKept(name: string): boolean;
}

/** Counts are taken in here, so nobody has to be asked for them. */
export const PUSH = 'push';

/**
 * Checks the files of an entity. What is wrong with one SLO leaves the others
 * alone, and where a whole file cannot be read, none ends because of it.
 */
export function checkFiles(
  files: ReadFile[],
  options: CheckFilesOptions,
): CheckedFiles {
  const slos = new Map<string, PlannedSlo>();
  const checked = files.map(file => checkFile(file, slos, options));
  const problems = checked.flatMap(file => file.problems);
  return {
    files: checked,
    slos: [...slos.values()],
    isKept: name =>
      problems.some(({ sloName }) => sloName === undefined || sloName === name),
  };
}

function checkFile(
  file: ReadFile,
  slos: Map<string, PlannedSlo>,
  options: CheckFilesOptions,
): CheckedFile {
  const { entityRef, sharedDocuments, sources } = options;
  const readAt = options.readAt.toISOString();
  const { content, url, problem } = file;
  if (content === undefined || url === undefined) {
    const message = problem ?? 'The file could not be read';
    return { ...file, readAt, problems: [{ message }] };
  }
  const { definitions, problems } = readOpenSloFile(content, {
    sharedDocuments,
  });
  const found: OpenSloProblem[] = [...problems];
  for (const definition of definitions) {
    const { name } = definition;
    const wrong = slos.has(name)
      ? [`SLO '${name}' is in another file of this entity, too`]
      : checkQueries(definition, options);
    found.push(...wrong.map(message => ({ message, sloName: name })));
    if (wrong.length === 0) {
      slos.set(name, {
        id: sloIdOf(entityRef, name),
        name,
        definition,
        url,
        revision: file.etag,
        ...planSlo(definition, ({ sourceType }) =>
          sources.get(sourceType)?.isPerEntity ? entityRef : undefined,
        ),
      });
    }
  }
  return { ...file, readAt, problems: found };
}

/** Asks the sources what is wrong with their queries. */
function checkQueries(
  definition: SloDefinition,
  { sources, sharedDocuments }: CheckFilesOptions,
): string[] {
  const indicators = [
    definition.indicator,
    ...definition.objectives.map(({ indicator }) => indicator),
  ].filter(indicator => indicator !== undefined);
  return indicators.flatMap(queriesOf).flatMap(({ part, query }) => {
    const source = sources.get(query.sourceType);
    if (query.sourceType === PUSH) {
      return [];
    }
    return source
      ? source
          .validate(toSourceQuery(query, { definition, sharedDocuments }), part)
          .map(message => `The ${part} query: ${message}`)
      : [
          `The ${part} query is of type '${
            query.sourceType
          }', which this portal has no source for; it has ${[
            PUSH,
            ...sources.keys(),
          ].join(', ')}`,
        ];
  });
}
