import { WorkerLimitError, WorkerThread } from '@atrium/backend-common/workers';
import { ServiceUnavailableError } from '@backstage/errors';
import { words } from '../apiHistoryWords';
import type {
  CompareResult,
  ReadAnswer,
  TypedDefinition,
} from './DefinitionAnalysis';
import type { AnalysisAnswers, AnalysisTask } from './analysisWorker';
import { load, runTask, workerFile } from './analysisWorker';
import type { LineChanges } from './lines/compareLines';
import { textOnly } from './TextOnly';

const IDLE_MS = 2 * 60_000;
const MAX_HEAP_MEGABYTES = 1_024;
const MAX_TASKS = 50;

/** How much {@link ThreadedAnalyzer} may take. */
export interface ThreadedAnalyzerOptions {
  maxMs: number;
}

/**
 * Reads and compares definitions in a thread of its own.
 *
 * @remarks A definition of 5 MB takes some seconds to read, in which the
 * portal would answer nobody. And a thread can be ended: whatever a repository
 * holds costs its own history and nothing else. The thread starts with the first
 * task, and ends after a while without any.
 */
export class ThreadedAnalyzer {
  readonly #maxMs: number;
  readonly #thread = new WorkerThread(
    { load, runTask, workerFile },
    {
      maxHeapMegabytes: MAX_HEAP_MEGABYTES,
      idleMilliseconds: IDLE_MS,
      maxTasks: MAX_TASKS,
    },
  );

  constructor(options: ThreadedAnalyzerOptions) {
    this.#maxMs = options.maxMs;
  }

  async read(definition: TypedDefinition): Promise<ReadAnswer> {
    return this.#run<'read'>({ kind: 'read', definition }, limit => ({
      isValid: false,
      error: { message: this.#describeLimit(limit) },
    }));
  }

  async compare(definitions: {
    before: TypedDefinition;
    after: TypedDefinition;
  }): Promise<CompareResult> {
    return this.#run<'compare'>(
      { kind: 'compare', ...definitions },
      ({ limit }) =>
        textOnly(
          limit === 'time'
            ? words.describe('apiHistory.textOnly.time', {
                seconds: this.#maxMs / 1_000,
              })
            : words.describe('apiHistory.textOnly.memory'),
        ),
    );
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
    await this.#thread.close();
  }

  #describeLimit({ limit }: WorkerLimitError): string {
    return limit === 'time'
      ? `Reading the definition takes longer than ${
          this.#maxMs / 1_000
        } seconds.`
      : 'Reading the definition takes more memory than allowed.';
  }

  async #run<Kind extends keyof AnalysisAnswers>(
    task: AnalysisTask & { kind: Kind },
    onLimit: (limit: WorkerLimitError) => AnalysisAnswers[Kind],
  ): Promise<AnalysisAnswers[Kind]> {
    const maxMs = this.#maxMs;
    try {
      const answer = await this.#thread.run(task, { maxMs });
      // The thread answers each kind of task with its kind of answer.
      return answer as AnalysisAnswers[Kind];
    } catch (error) {
      if (!(error instanceof WorkerLimitError)) {
        throw error;
      }
      if (error.limit === 'queue') {
        throw new ServiceUnavailableError(
          'Too many API definitions are being compared. Try again later.',
        );
      }
      return onLimit(error);
    }
  }
}
