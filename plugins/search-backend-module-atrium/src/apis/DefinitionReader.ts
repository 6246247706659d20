import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { InputError } from '@backstage/errors';
import type { ApiElement } from './ApiElement';
import type { DefinitionAnswer, DefinitionRequest } from './definitionMessages';
import { DEFINITION_WORKER_ROLE } from './definitionWorker';
import type { ApiType } from './readElements';

const MAX_HEAP_MEGABYTES = 512;

/** Turns the TypeScript of this workspace into JavaScript as it is loaded. */
const SOURCE_TRANSFORM = '@backstage/cli/config/nodeTransform.cjs';

export interface DefinitionReaderOptions {
  /** The time that one definition may take, the start of a thread included. */
  maxMilliseconds: number;
}

/**
 * Reads definitions in a thread of its own, one at a time.
 *
 * @remarks
 * Reading 5 MB of YAML takes a second, in which the portal goes on answering;
 * and a thread has a limit of memory and can be ended, whatever a repository
 * holds.
 */
export class DefinitionReader {
  readonly #options: DefinitionReaderOptions;
  #worker: Worker | undefined;
  #requestCount = 0;

  constructor(options: DefinitionReaderOptions) {
    this.#options = options;
  }

  /** Throws an `InputError` that says what is wrong with the definition. */
  async read(type: ApiType, definition: string): Promise<ApiElement[]> {
    this.#worker ??= startWorker();
    this.#requestCount += 1;
    const request = { id: this.#requestCount, type, definition };
    const answer = await this.#exchange(this.#worker, request);
    if ('message' in answer) {
      throw new InputError(answer.message.split('\n', 1)[0]);
    }
    return answer.elements;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #exchange(
    worker: Worker,
    request: DefinitionRequest,
  ): Promise<DefinitionAnswer> {
    const { maxMilliseconds } = this.#options;
    const exchange = Promise.withResolvers<DefinitionAnswer>();
    const fail = async (message: string) => {
      exchange.resolve({ id: request.id, message });
      // It is gone or still at work; the next definition gets a fresh one.
      await this.close();
    };
    const onError = (error: Error) => fail(error.message);
    const onExit = () => fail('The thread that reads it has ended');
    const timer = setTimeout(
      () => fail(`It takes longer than ${maxMilliseconds} ms`),
      maxMilliseconds,
    );
    worker.on('message', exchange.resolve);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(request);
    try {
      return await exchange.promise;
    } finally {
      clearTimeout(timer);
      worker.off('message', exchange.resolve);
      worker.off('error', onError);
      worker.off('exit', onExit);
    }
  }
}

/** It works on what others wrote and has no use for the environment. */
function startWorker(): Worker {
  // The build keeps one file per module, so both stay side by side.
  const isSource = __filename.endsWith('.ts');
  const file = `definitionWorker${isSource ? '.ts' : '.cjs.js'}`;
  // eslint-disable-next-line no-restricted-syntax -- a thread is started by its file, not by an import
  return new Worker(path.join(__dirname, file), {
    workerData: { role: DEFINITION_WORKER_ROLE },
    env: { NODE_ENV: process.env.NODE_ENV },
    execArgv: isSource ? ['--require', require.resolve(SOURCE_TRANSFORM)] : [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
  });
}
