import { readYamlFolder } from '@atrium/backend-common';
import { builtInSource } from '@atrium/common';
import { fileProblemLine } from '@atrium/common/yaml';
import {
  type LocatedDefinition,
  parseDefinitions,
} from '@atrium/plugin-provisioning-common';
import { InputError } from '@backstage/errors';
import type { DefinitionStore } from '../../database/DefinitionStore';
import { combineDefinitions } from './combineDefinitions';
import type { DefinitionChecker } from './DefinitionChecker';

interface DefinitionLoaderOptions {
  /** The types that the portal brings along. */
  builtIn: readonly LocatedDefinition[];
  checker: DefinitionChecker;
  store: DefinitionStore;
}

/** Puts in force what the files of definitions say. */
export class DefinitionLoader {
  readonly #options: DefinitionLoaderOptions;

  constructor(options: DefinitionLoaderOptions) {
    this.#options = options;
  }

  /**
   * Reads the folder of the operator, when the portal starts.
   *
   * @param folder - undefined where there is none
   * @throws InputError that names every problem: the operator can put it right
   * before anybody works with it.
   */
  async loadFolder(folder: string | undefined): Promise<void> {
    const { builtIn, checker, store } = this.#options;
    const files =
      folder === undefined ? new Map() : await readYamlFolder(folder);
    const { problems } = combineDefinitions({
      builtIn,
      checker,
      files: [...files].map(([source, content]) => ({
        source,
        content,
        origin: 'folder' as const,
      })),
      inForce: [],
    });
    if (problems.length > 0) {
      throw new InputError(
        `The definitions in '${folder}' cannot be used:\n${problems
          .map(fileProblemLine)
          .join('\n')}`,
      );
    }
    await store.files.saveFolder(files);
    await this.combine();
  }

  /**
   * Works out anew what is in force.
   *
   * @returns whether anything is different
   */
  async combine(): Promise<boolean> {
    const { builtIn, checker, store } = this.#options;
    return store.combine(({ files, documents }) =>
      combineDefinitions({ builtIn, checker, files, inForce: documents }),
    );
  }
}

/**
 * Reads types that the portal brings along.
 *
 * @throws InputError when they have problems
 */
export async function readBuiltInTypes(
  folder: string,
): Promise<LocatedDefinition[]> {
  const files = await readYamlFolder(folder);
  return [...files].flatMap(([path, content]) => {
    const source = builtInSource(path.slice(path.lastIndexOf('/') + 1));
    const { documents, problems } = parseDefinitions(content, source);
    const [first] = problems;
    if (first) {
      throw new InputError(`'${path}', line ${first.line}: ${first.message}`);
    }
    return documents;
  });
}
