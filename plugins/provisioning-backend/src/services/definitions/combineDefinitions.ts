import { type FileProblem } from '@atrium/common/yaml';
import { hashJson } from '@atrium/backend-common';
import {
  type LocatedDefinition,
  parseDefinitions,
} from '@atrium/plugin-provisioning-common';
import {
  type CombinedDefinitions,
  documentKeyOf,
  type StoredDocument,
  type StoredFile,
} from '../../database/StoredDefinition';
import type { DefinitionChecker } from './DefinitionChecker';

interface CombineDefinitionsOptions {
  /** Those that the portal brings along; of the same name, a file goes first. */
  builtIn: readonly LocatedDefinition[];
  files: readonly StoredFile[];
  /** What is in force so far. */
  inForce: readonly StoredDocument[];
  checker: Pick<DefinitionChecker, 'check'>;
}

/** Collects problems, each once. */
class ProblemList {
  readonly #problems = new Map<string, FileProblem>();

  constructor(problems: FileProblem[]) {
    this.add(problems);
  }

  add(problems: FileProblem[]): void {
    for (const problem of problems) {
      const key = `${problem.source}\n${problem.message}`;
      this.#problems.set(key, this.#problems.get(key) ?? problem);
    }
  }

  get all(): FileProblem[] {
    return [...this.#problems.values()];
  }
}

/**
 * Works out which documents are in force now.
 *
 * @remarks Where a file is broken, what was read last good stays, document by
 * document. Of two that exclude each other the folder of the operator goes
 * first, then what was in force already: nobody takes a name away by pushing to
 * another repository.
 */
export function combineDefinitions(
  options: CombineDefinitionsOptions,
): CombinedDefinitions {
  const { builtIn, checker, files, inForce } = options;
  const read = files.map(readFile);
  const problems = new ProblemList(read.flatMap(file => file.problems));
  const current = read.flatMap(({ documents }) => documents);
  const before = new Map(
    inForce
      .filter(({ removedAt }) => removedAt === undefined)
      .map(stored => [placeKeyOf(stored), stored]),
  );
  const broken = new Set(
    read
      .filter(({ file, problems: found }) => !file.refusal && found.length > 0)
      .map(({ file: { source } }) => source),
  );
  const currentKeys = new Set(current.map(placeKeyOf));
  const kept = [...before.values()].filter(
    stored => broken.has(stored.source) && !currentKeys.has(placeKeyOf(stored)),
  );
  const folders = new Set(
    files.filter(({ origin }) => origin === 'folder').map(one => one.source),
  );
  const rank = (one: LocatedDefinition) => {
    if (folders.has(one.source)) {
      return 0;
    }
    return before.has(placeKeyOf(one)) ? 1 : 2;
  };
  const inRank = (documents: LocatedDefinition[]) =>
    documents.toSorted((one, other) => rank(one) - rank(other));
  const candidates = inRank([...kept.map(toLocated), ...current]);

  const first = checkWith(candidates);
  problems.add(first.problems);
  const accepted = new Set(first.documents);
  // What was changed into something that cannot be used stays as it was.
  const restored = candidates
    .filter(one => !accepted.has(one))
    .flatMap(one => before.get(placeKeyOf(one)) ?? [])
    .map(toLocated);
  if (restored.length === 0) {
    return { documents: first.documents.map(toStored), problems: problems.all };
  }
  const second = checkWith(
    inRank([...restored, ...candidates.filter(one => accepted.has(one))]),
  );
  problems.add(second.problems.filter(({ source }) => !broken.has(source)));
  return { documents: second.documents.map(toStored), problems: problems.all };

  function checkWith(documents: LocatedDefinition[]) {
    const keys = new Set(
      documents.map(({ document }) => documentKeyOf(document)),
    );
    return checker.check([
      ...builtIn.filter(({ document }) => !keys.has(documentKeyOf(document))),
      ...documents,
    ]);
  }
}

function readFile(file: StoredFile) {
  const { content, refusal, source } = file;
  const message = refusal ?? file.problem;
  if (message !== undefined || content === undefined) {
    const problems = message === undefined ? [] : [{ source, message }];
    return { file, documents: [], problems };
  }
  return { file, ...parseDefinitions(content, source) };
}

function placeKeyOf({
  document,
  source,
}: Pick<LocatedDefinition, 'document' | 'source'>): string {
  return `${documentKeyOf(document)} ${source}`;
}

function toLocated({
  document,
  position,
  source,
}: StoredDocument): LocatedDefinition {
  return { document, source, locate: () => position };
}

function toStored({
  document,
  locate,
  source,
}: LocatedDefinition): StoredDocument {
  return { document, source, position: locate([]), hash: hashJson(document) };
}
