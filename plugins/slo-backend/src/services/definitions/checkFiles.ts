import type { ReadFile } from '@atrium/backend-common';
import {
  type OpenSloDocument,
  type OpenSloFile,
  type OpenSloProblem,
  queriesOf,
  readOpenSloFile,
  type SloDefinition,
  toSourceQuery,
} from '@atrium/plugin-slo-common';
import type { CheckedFile, PlannedSlo } from '../../database/CheckedDefinition';
import { planSlo } from './planSlo';
import type { QuerySource } from './QuerySource';
import { sloIdOf } from './sloIdOf';

interface CheckFilesOptions {
  entityRef: string;
  sharedDocuments: OpenSloDocument[];
  sources: ReadonlyMap<string, QuerySource>;
  readAt: Date;
}

/** What the files of an entity come to. */
export interface CheckedFiles {
  files: CheckedFile[];
  slos: PlannedSlo[];
  /** Whether an SLO that is not among them is to be kept as it last was. */
  isKept(name: string): boolean;
}

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
  const read = readOpenSloFile(content, { sharedDocuments });
  const found: OpenSloProblem[] = [...read.problems];
  for (const definition of read.definitions) {
    const { name } = definition;
    const wrong = slos.has(name)
      ? [
          {
            message: `SLO '${name}' is in another file of this entity, too`,
            sloName: name,
          },
        ]
      : checkQueries(definition, read, options);
    found.push(...wrong);
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
  file: OpenSloFile,
  { sources, sharedDocuments }: CheckFilesOptions,
): OpenSloProblem[] {
  const { name: sloName, indicator: common, objectives } = definition;
  const indicators = [
    { indicator: common, objectiveIndex: undefined },
    ...objectives.map((objective, objectiveIndex) => ({
      indicator: objective.indicator,
      objectiveIndex,
    })),
  ];
  return indicators.flatMap(({ indicator, objectiveIndex }) =>
    (indicator ? queriesOf(indicator) : []).flatMap(({ part, query }) => {
      const source = sources.get(query.sourceType);
      const place = { sloName, objectiveIndex, part };
      if (!source) {
        const path = [query.sourceName ? 'metricSourceRef' : 'type'];
        const known = [...sources.keys()].sort().join(', ');
        return [
          file.problemOf(
            { ...place, path },
            `is of type '${query.sourceType}', which this portal has no source for; it has ${known}`,
          ),
        ];
      }
      const problems = source.validate(
        toSourceQuery(query, { definition, sharedDocuments }),
        part,
        { isCounter: indicator?.kind === 'ratio' && indicator.isCounter },
      );
      return problems.map(({ message, path = [] }) =>
        file.problemOf({ ...place, path: ['spec', ...path] }, message),
      );
    }),
  );
}
