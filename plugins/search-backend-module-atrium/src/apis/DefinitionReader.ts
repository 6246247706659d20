import { WorkerLimitError, WorkerThread } from '@atrium/backend-common/workers';
import { InputError, toError } from '@backstage/errors';
import type { ApiElement } from './ApiElement';
import type { DefinitionTask } from './definitionWorker';
import { load, runTask, workerFile } from './definitionWorker';

export interface DefinitionReaderOptions {
  /** The time that one definition may take. */
  maxMs: number;
}

/**
 * Reads definitions in a thread of its own, one at a time.
 *
 * @remarks
 * Reading 5 MB of YAML takes some seconds, in which the portal goes on answering;
 * and a thread has a limit of memory and can be ended, whatever a repository
 * holds.
 */
export class DefinitionReader {
  readonly #thread = new WorkerThread<DefinitionTask, ApiElement[]>(
    { load, runTask, workerFile },
    { maxHeapMegabytes: 512, idleMilliseconds: 60_000, maxTasks: 10 },
  );
  readonly #options: DefinitionReaderOptions;

  constructor(options: DefinitionReaderOptions) {
    this.#options = options;
  }

  /** Throws an `InputError` that says what is wrong with the definition. */
  async read(task: DefinitionTask): Promise<ApiElement[]> {
    const { maxMs } = this.#options;
    try {
      return await this.#thread.run(task, { maxMs });
    } catch (error) {
      const isOutOfTime =
        error instanceof WorkerLimitError && error.limit === 'time';
      throw new InputError(
        isOutOfTime
          ? `It takes longer than ${maxMs} ms`
          : toError(error).message.split('\n', 1)[0],
      );
    }
  }

  async close(): Promise<void> {
    await this.#thread.close();
  }
}
