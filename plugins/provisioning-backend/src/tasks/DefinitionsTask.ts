import { type EntityFileReader, readDueFiles } from '@atrium/backend-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DefinitionStore } from '../database/DefinitionStore';
import type { FoundFile } from '../database/StoredDefinition';
import type { DefinitionLoader } from '../services/definitions/DefinitionLoader';

interface DefinitionsTaskOptions {
  find(): Promise<FoundFile[]>;
  loader: Pick<DefinitionLoader, 'combine'>;
  logger: LoggerService;
  reader: Pick<EntityFileReader, 'read'>;
  rereadAfterMs: number;
  store: DefinitionStore;
}

/** Keeps definitions as they are in the repositories. */
export class DefinitionsTask {
  readonly #options: DefinitionsTaskOptions;

  constructor(options: DefinitionsTaskOptions) {
    this.#options = options;
  }

  /**
   * Looks which files there are, and reads those that are due.
   *
   * @returns after how many milliseconds some are tried again, if any are
   */
  async run(signal?: AbortSignal): Promise<number | undefined> {
    const { find, loader, store } = this.#options;
    await store.files.syncRepositoryFiles(await find());
    const againInMs = await readDueFiles({
      ...this.#options,
      files: store.files,
      signal,
      subject: 'definitions',
    });
    await loader.combine();
    return againInMs;
  }
}
