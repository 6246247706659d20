import type { EntityFileReader } from '@atrium/backend-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { DefinitionStore } from '../database/DefinitionStore';
import type { FoundFile, StoredFile } from '../database/StoredDefinition';
import type { DefinitionLoader } from '../services/definitions/DefinitionLoader';

interface DefinitionsTaskOptions {
  find(): Promise<FoundFile[]>;
  loader: Pick<DefinitionLoader, 'combine'>;
  logger: LoggerService;
  reader: Pick<EntityFileReader, 'read'>;
  rereadAfterMs: number;
  store: DefinitionStore;
}

/** When a host does not answer. */
const RETRY_MS = 60_000;

/** Keeps definitions as they are in the repositories. */
export class DefinitionsTask {
  readonly #options: DefinitionsTaskOptions;

  constructor(options: DefinitionsTaskOptions) {
    this.#options = options;
  }

  /** Looks which files there are, and reads those that are due. */
  async run(signal?: AbortSignal): Promise<void> {
    const { find, loader, logger, store } = this.#options;
    await store.syncRepositoryFiles(await find());
    const failures: unknown[] = [];
    for (const file of await store.listDue()) {
      if (signal?.aborted) {
        break;
      }
      try {
        await this.#read(file);
      } catch (error) {
        failures.push(error);
        await store.postpone(file.source, RETRY_MS);
      }
    }
    await loader.combine();
    if (failures.length > 0) {
      logger.warn('Some definitions could not be read; they are tried again', {
        failedCount: failures.length,
        firstReason: stringifyError(failures[0]),
      });
    }
  }

  async #read(file: StoredFile): Promise<void> {
    const { reader, rereadAfterMs, store } = this.#options;
    const { source } = file;
    const read = await reader.read(
      { path: source, url: source },
      { ...file, path: source, url: source },
    );
    await store.saveFile({ ...read, source }, { rereadAfterMs });
  }
}
