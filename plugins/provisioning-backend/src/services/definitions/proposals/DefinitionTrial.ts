import type { FileProblem } from '@atrium/common/yaml';
import type { LocatedDefinition } from '@atrium/plugin-provisioning-common';
import type { DefinitionStore } from '../../../database/DefinitionStore';
import {
  documentKeyOf,
  type StoredDocument,
} from '../../../database/StoredDefinition';
import { combineDefinitions } from '../combineDefinitions';
import type { DefinitionChecker } from '../DefinitionChecker';
import { describeRemoved } from '../DefinitionRegistry';

interface DefinitionTrialOptions {
  /** The types that the portal brings along. */
  builtIn: readonly LocatedDefinition[];
  checker: Pick<DefinitionChecker, 'check'>;
  store: Pick<DefinitionStore, 'files' | 'listDocuments' | 'listLiveResources'>;
}

/** What would be in force if a file said something else. */
export interface TriedDefinitions {
  /** What is in force now. */
  before: StoredDocument[];
  after: StoredDocument[];
  /** Of the file, and what it would break elsewhere. */
  problems: FileProblem[];
}

/** Works out what a change of a file of definitions would come to. */
export class DefinitionTrial {
  readonly #options: DefinitionTrialOptions;

  constructor(options: DefinitionTrialOptions) {
    this.#options = options;
  }

  /**
   * Has a file say something, and changes nothing.
   *
   * @param source - the page of the file, which need not be there yet
   */
  async try(source: string, content: string): Promise<TriedDefinitions> {
    const { builtIn, checker, store } = this.#options;
    const [files, documents] = await Promise.all([
      store.files.list(),
      store.listDocuments(),
    ]);
    const combine = (changed: typeof files) =>
      combineDefinitions({
        builtIn,
        checker,
        files: changed,
        inForce: documents,
      });
    const others = files.filter(file => file.source !== source);
    const known = combine(files).problems;
    const tried = combine([
      ...others,
      { source, origin: 'repository', content },
    ]);
    const before = documents.filter(({ removedAt }) => removedAt === undefined);
    return {
      before,
      after: tried.documents,
      problems: [
        ...tried.problems.filter(problem => problem.source === source),
        ...findBroken(tried.problems, { source, known }),
        ...(await this.#findNeeded(source, { before, after: tried.documents })),
      ],
    };
  }

  /** Definitions that the file must keep, since resources live by them. */
  async #findNeeded(
    source: string,
    { before, after }: Pick<TriedDefinitions, 'before' | 'after'>,
  ): Promise<FileProblem[]> {
    const present = new Set(
      after.map(({ document }) => documentKeyOf(document)),
    );
    const gone = before
      .filter(
        one =>
          one.source === source &&
          one.document.kind === 'ResourceDefinition' &&
          !present.has(documentKeyOf(one.document)),
      )
      .map(({ document }) => document.metadata.name);
    const live = await this.#options.store.listLiveResources(gone);
    return gone.flatMap(name => {
      const resources = live
        .filter(({ definition }) => definition === name)
        .map(one => `'${one.name}' in ${one.environment}`);
      return resources.length > 0
        ? [{ source, message: describeRemoved(name, resources) }]
        : [];
    });
  }
}

/** What is wrong with other files only because of the change. */
function findBroken(
  problems: readonly FileProblem[],
  { source, known }: { source: string; known: readonly FileProblem[] },
): FileProblem[] {
  const keyOf = (problem: FileProblem) =>
    `${problem.source}\n${problem.message}`;
  const before = new Set(known.map(keyOf));
  return problems
    .filter(problem => problem.source !== source && !before.has(keyOf(problem)))
    .map(problem => ({
      source,
      message: `In '${problem.source}': ${problem.message}`,
    }));
}
