import { type EntityFileReader, readDueFiles } from '@atrium/backend-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  FoundScorecardFile,
  ScorecardFileStore,
} from '../database/scorecardFiles';
import type { ScorecardPublisher } from './ScorecardPublisher';

interface DefinitionsTaskOptions {
  files: ScorecardFileStore;
  find(): Promise<FoundScorecardFile[]>;
  logger: LoggerService;
  publisher: Pick<ScorecardPublisher, 'publish'>;
  reader: Pick<EntityFileReader, 'read'>;
}

/** Keeps scorecards as they are in the repositories. */
export class DefinitionsTask {
  readonly #options: DefinitionsTaskOptions;

  constructor(options: DefinitionsTaskOptions) {
    this.#options = options;
  }

  /**
   * Looks which files there are, reads those that are due, and publishes.
   *
   * @returns after how many milliseconds some are tried again, if any are
   */
  async run(signal?: AbortSignal): Promise<number | undefined> {
    const { files, find, publisher } = this.#options;
    await files.syncRepositoryFiles(await find());
    const againInMs = await readDueFiles({
      ...this.#options,
      signal,
      subject: 'scorecards',
    });
    await publisher.publish();
    return againInMs;
  }
}
