import type { SchedulerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';

interface IndexCheckOptions {
  /** How many entities have a document. */
  countDocuments(): Promise<number>;
  /** How many should have one. */
  countEntities(): Promise<number>;
  scheduler: Pick<SchedulerService, 'triggerTask'>;
}

/** As the stock index builder names them. */
const FULL_PASSES = [
  'search_index_software_catalog',
  'search_index_api_definition',
];

/**
 * Has everything read anew where the index cannot be right: nobody tells of
 * entities that are removed, and what changed while no replica ran, or was
 * documented differently by an earlier version, is found by the first check of a
 * process.
 */
export class IndexCheck {
  readonly #options: IndexCheckOptions;
  #isFirst = true;
  #missingCount = 0;

  constructor(options: IndexCheckOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { countDocuments, countEntities } = this.#options;
    if (this.#isFirst) {
      await this.#readAll();
      this.#isFirst = false;
      return;
    }
    const missingCount = (await countEntities()) - (await countDocuments());
    // What is missing is being read, unless it is still the same a minute later.
    const isLost = missingCount > 0 && missingCount === this.#missingCount;
    this.#missingCount = missingCount;
    if (missingCount < 0 || isLost) {
      await this.#readAll();
    }
  }

  async #readAll(): Promise<void> {
    for (const task of FULL_PASSES) {
      try {
        await this.#options.scheduler.triggerTask(task);
      } catch (error) {
        // It runs already, here or on another replica.
        if (!(error instanceof ConflictError)) {
          throw error;
        }
      }
    }
  }
}
