import type { EntityFileReader } from '@atrium/backend-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  FoundScorecardFile,
  ScorecardFileStore,
} from '../database/ScorecardFileStore';
import type { ScorecardPublisher } from './ScorecardPublisher';
import type { StoredScorecardFile } from './StoredScorecard';

interface DefinitionsTaskOptions {
  files: ScorecardFileStore;
  find(): Promise<FoundScorecardFile[]>;
  logger: LoggerService;
  publisher: Pick<ScorecardPublisher, 'publish'>;
  reader: Pick<EntityFileReader, 'read'>;
}

/** When a host does not answer. */
const RETRY_MS = 60_000;
/** When a file is read again although nobody pushed. */
const REREAD_AFTER_MS = 10 * 60_000;

/** Keeps scorecards as they are in the repositories. */
export class DefinitionsTask {
  readonly #options: DefinitionsTaskOptions;

  constructor(options: DefinitionsTaskOptions) {
    this.#options = options;
  }

  /** Looks which files there are, reads those that are due, and publishes. */
  async run(signal?: AbortSignal): Promise<void> {
    const { files, find, logger, publisher } = this.#options;
    await files.syncRepositoryFiles(await find());
    const failures: unknown[] = [];
    for (const file of await files.listDue()) {
      if (signal?.aborted) {
        break;
      }
      try {
        await this.#read(file);
      } catch (error) {
        failures.push(error);
        await files.postpone(file.source, RETRY_MS);
      }
    }
    await publisher.publish();
    if (failures.length > 0) {
      logger.warn('Some scorecards could not be read; they are tried again', {
        failedCount: failures.length,
        firstReason: stringifyError(failures[0]),
      });
    }
  }

  async #read(file: StoredScorecardFile): Promise<void> {
    const { files, reader } = this.#options;
    const { source } = file;
    const read = await reader.read(
      { path: source, url: source },
      { ...file, path: source, url: source },
    );
    await files.saveRead(
      { ...read, source },
      { rereadAfterMs: REREAD_AFTER_MS },
    );
  }
}
