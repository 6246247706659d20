import {
  type PlainYamlDocument,
  readPlainYaml,
  type ReadYamlOptions,
} from '@atrium/common/yaml';
import { ServiceUnavailableError } from '@backstage/errors';
import { WorkerLimitError, WorkerThread } from './WorkerThread';
import { load, runTask, workerFile, type YamlTask } from './yamlWorker';

/** Up to this many characters cost less than a tenth of a second. */
const MAX_SHORT_LENGTH = 20_000;
const MAX_MS = 10_000;
const MAX_HEAP_MEGABYTES = 512;

/**
 * Reads YAML that others wrote.
 *
 * @remarks A megabyte takes seconds, so what is long is read in a thread, while
 * the portal goes on answering.
 */
export class YamlReader {
  readonly #thread = new WorkerThread<YamlTask, string>(
    { load, runTask, workerFile },
    {
      maxHeapMegabytes: MAX_HEAP_MEGABYTES,
      idleMilliseconds: 60_000,
      maxTasks: 200,
    },
  );

  /** @throws ServiceUnavailableError when too much is read already */
  async read(
    text: string,
    options: ReadYamlOptions,
  ): Promise<PlainYamlDocument[]> {
    if (text.length <= MAX_SHORT_LENGTH) {
      return readPlainYaml(text, options);
    }
    try {
      const task = { text, options };
      return JSON.parse(await this.#thread.run(task, { maxMs: MAX_MS }));
    } catch (error) {
      if (!(error instanceof WorkerLimitError)) {
        throw error;
      }
      if (error.limit === 'queue') {
        throw new ServiceUnavailableError('Too many files are being read');
      }
      const start = { line: 1, column: 1 };
      const message =
        error.limit === 'time'
          ? `more than can be read in ${MAX_MS / 1_000} seconds`
          : `more than fits into ${MAX_HEAP_MEGABYTES} MB of memory`;
      return [
        { problems: [{ kind: 'size', message, position: start }], start },
      ];
    }
  }

  async close(): Promise<void> {
    await this.#thread.close();
  }
}
