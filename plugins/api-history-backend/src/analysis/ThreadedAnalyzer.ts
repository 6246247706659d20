import { ServiceUnavailableError } from '@backstage/errors';
import type {
  CompareResult,
  ReadResult,
  TypedDefinition,
} from './DefinitionAnalysis';
import type { DefinitionAnalyzer } from './DefinitionAnalyzer';
import type { AnalysisAnswers, AnalysisTask } from './analysisWorker';
import { AnalysisLimitError, AnalysisThread } from './AnalysisThread';
import type { LineChanges } from './lines/compareLines';

const IDLE_MILLISECONDS = 2 * 60_000;
const MAX_WAITING = 50;

/** How much {@link ThreadedAnalyzer} may take. */
export interface ThreadedAnalyzerOptions {
  maxMilliseconds: number;
}

/**
 * Reads and compares definitions in a thread of its own.
 *
 * @remarks A definition of 5 MB takes a second and more to read, in which the
 * portal would answer nobody. And a thread can be ended: whatever a repository
 * holds costs its own history and nothing else. The thread starts with the first
 * task, and ends after a while without any.
 */
export class ThreadedAnalyzer implements DefinitionAnalyzer {
  readonly #maxMilliseconds: number;
  #thread: AnalysisThread | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #idleTimer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: ThreadedAnalyzerOptions) {
    this.#maxMilliseconds = options.maxMilliseconds;
  }

  async read(definition: TypedDefinition): Promise<ReadResult> {
    return this.#run<'read'>({ kind: 'read', definition }, limit => ({
      isValid: false,
      error: { message: this.#describe('Reading the definition', limit) },
    }));
  }

  async compare(definitions: {
    before: TypedDefinition;
    after: TypedDefinition;
  }): Promise<CompareResult> {
    return this.#run<'compare'>({ kind: 'compare', ...definitions }, limit => ({
      isSemantic: false,
      reason: this.#describe('Comparing the definitions', limit),
    }));
  }

  async compareLines(texts: {
    before: string;
    after: string;
  }): Promise<LineChanges> {
    return this.#run<'lines'>({ kind: 'lines', ...texts }, () => ({
      hunks: [],
      addedLines: 0,
      removedLines: 0,
      isTruncated: true,
    }));
  }

  /** Ends the thread, and refuses what is still to come. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#endThread();
  }

  #describe(what: string, limit: AnalysisLimitError): string {
    return limit.limit === 'time'
      ? `${what} takes longer than ${this.#maxMilliseconds / 1_000} seconds.`
      : `${what} takes more memory than allowed.`;
  }

  async #run<Kind extends keyof AnalysisAnswers>(
    task: AnalysisTask & { kind: Kind },
    onLimit: (limit: AnalysisLimitError) => AnalysisAnswers[Kind],
  ): Promise<AnalysisAnswers[Kind]> {
    if (this.#waiting >= MAX_WAITING) {
      throw new ServiceUnavailableError(
        'Too many API definitions are being compared. Try again later.',
      );
    }
    this.#waiting += 1;
    const result = this.#queue.then(() => this.#runNow(task));
    this.#queue = result.catch(() => undefined);
    try {
      // The thread answers each kind of task with its kind of answer.
      return (await result) as AnalysisAnswers[Kind];
    } catch (error) {
      if (error instanceof AnalysisLimitError) {
        return onLimit(error);
      }
      throw error;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #runNow(task: AnalysisTask): Promise<unknown> {
    clearTimeout(this.#idleTimer);
    if (this.#isClosed) {
      throw new ServiceUnavailableError('The portal is shutting down');
    }
    if (!this.#thread || this.#thread.isEnded) {
      this.#thread = await AnalysisThread.start();
    }
    try {
      return await this.#thread.run(task, this.#maxMilliseconds);
    } finally {
      this.#idleTimer = setTimeout(
        () => this.#endThread(),
        IDLE_MILLISECONDS,
      ).unref();
    }
  }

  async #endThread(): Promise<void> {
    clearTimeout(this.#idleTimer);
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.end();
  }
}
