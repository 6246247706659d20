import type { MessageDescriptor } from '@atrium/common';
import type { ImportState } from '@atrium/plugin-cost-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import pLimit from 'p-limit';
import { setTimeout as sleep } from 'node:timers/promises';
import { words } from '../costWords';
import { type ChargeStore, RefusedDelivery } from './database/ChargeStore';
import type { ImportEnd, ImportStore } from './database/ImportStore';
import type { ImportActivation } from './ImportActivation';
import type { ImportMetrics } from './ImportMetrics';
import { type Reading, readInThread } from './reading/ReadingThread';
import type { ReadTask } from './reading/ReadTask';

/** An import that was created, and what it is read from. */
export interface ImportJob extends ReadTask {
  contentHash: string;
}

interface ImportRunnerOptions {
  activation: ImportActivation;
  charges: ChargeStore;
  imports: ImportStore;
  logger: LoggerService;
  metrics: ImportMetrics;
  /** Told when an import got further. */
  onProgress(): void;
}

const SEEN_MS = 10_000;
const PROGRESS_MS = 2_000;
const TURN_MS = 1_000;
const REFUSED = words.describe('cost.import.refused');
const STOPPED = words.describe('cost.import.stopped');

/**
 * Reads deliveries and puts them in force, one at a time: reading one takes a
 * processor and a good part of the memory.
 *
 * @remarks What waits here lies on the disk of this replica, so this replica reads
 * it. It says so every ten seconds; see {@link ImportRunner.failAbandoned}.
 */
export class ImportRunner {
  readonly #options: ImportRunnerOptions;
  readonly #oneByOne = pLimit(1);
  readonly #underway = new Set<number>();
  readonly #seen: NodeJS.Timeout;
  #reading: Reading | undefined;
  #isStopped = false;

  constructor(options: ImportRunnerOptions) {
    this.#options = options;
    this.#seen = setInterval(() => void this.#markSeen(), SEEN_MS);
    this.#seen.unref();
  }

  /** How many imports wait or are read here. */
  get waitingCount(): number {
    return this.#underway.size;
  }

  /** Reads a delivery when it is its turn. It never fails: the import says how it went. */
  async run(job: ImportJob): Promise<ImportState> {
    this.#underway.add(job.importId);
    try {
      return await this.#oneByOne(() => this.#runNow(job));
    } finally {
      this.#underway.delete(job.importId);
    }
  }

  /** Ends what is read; it can be sent again. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#seen);
    await this.#reading?.stop();
  }

  /**
   * Ends imports of replicas that are gone. What they had put in force stays so;
   * of what they had only read, the rows are removed.
   */
  async failAbandoned(before: Date): Promise<number> {
    const { charges, imports } = this.#options;
    const abandoned = await imports.listAbandoned(before);
    for (const { id, isInForce } of abandoned) {
      await imports.finish(
        id,
        isInForce
          ? { state: 'imported' }
          : { state: 'failed', ...words.fields({ message: STOPPED }) },
      );
      if (!isInForce) {
        await charges.drop(id);
      }
    }
    return abandoned.length;
  }

  async #runNow(job: ImportJob): Promise<ImportState> {
    const { imports, logger, metrics, onProgress } = this.#options;
    const startedAt = performance.now();
    let end: ImportEnd;
    try {
      end = await this.#readAndActivate(job);
    } catch (error) {
      end = {
        state: 'failed',
        ...words.fields({ message: this.#describe(error) }),
      };
      logger.warn('An import failed', {
        importId: job.importId,
        source: job.source,
        error: stringifyError(error),
      });
      await this.#options.charges.drop(job.importId).catch(() => undefined);
    }
    await imports.finish(job.importId, end).catch(error =>
      logger.warn('How an import ended could not be kept', {
        importId: job.importId,
        error: stringifyError(error),
      }),
    );
    metrics.countImport(end.state, {
      source: job.source,
      rowCount: end.report?.rowCount ?? 0,
      seconds: (performance.now() - startedAt) / 1_000,
    });
    onProgress();
    return end.state;
  }

  async #readAndActivate(job: ImportJob): Promise<ImportEnd> {
    const { activation, charges, imports } = this.#options;
    const { contentHash, importId, source } = job;
    await this.#waitForTurn(importId);
    const inForce = await imports.findInForce(source, contentHash);
    if (inForce !== undefined) {
      return {
        state: 'unchanged',
        ...words.fields({
          message: words.describe('cost.import.unchanged', {
            id: String(inForce),
          }),
        }),
      };
    }
    const reading = readInThread(job, this.#createProgress(importId));
    this.#reading = reading;
    try {
      const { report, sums } = await charges.fill({ ...job, reading });
      if (!(await imports.setRowCount(importId, report.rowCount))) {
        throw new Error('It was taken for abandoned while it was read');
      }
      const months = new Set(sums.map(({ month }) => month));
      await activation.activate(importId, [...months].toSorted());
      return { state: 'imported', report };
    } catch (error) {
      if (error instanceof RefusedDelivery) {
        const { report } = error.result;
        return {
          state: 'refused',
          report,
          ...words.fields({ message: REFUSED }),
        };
      }
      throw error;
    } finally {
      this.#reading = undefined;
      await reading.stop();
    }
  }

  async #waitForTurn(importId: number): Promise<void> {
    for (;;) {
      const claim = await this.#options.imports.claim(importId);
      this.#requireRunning();
      switch (claim) {
        case 'claimed':
          return;
        case 'not-yet':
          await sleep(TURN_MS);
          break;
        case 'ended':
          throw new Error('It was taken for abandoned while it waited');
        default:
          throw new Error(`Unknown claim '${claim satisfies never}'`);
      }
    }
  }

  /** Keeps how far it is, and not too often. */
  #createProgress(importId: number): (rowCount: number) => void {
    const { imports, onProgress } = this.#options;
    let keptAt = performance.now();
    return rowCount => {
      if (performance.now() - keptAt >= PROGRESS_MS) {
        keptAt = performance.now();
        imports
          .setRowCount(importId, rowCount)
          .then(onProgress, () => undefined);
      }
    };
  }

  #requireRunning(): void {
    if (this.#isStopped) {
      throw new Error('The portal is shutting down');
    }
  }

  #describe(error: unknown): MessageDescriptor {
    if (this.#isStopped) {
      return STOPPED;
    }
    return words.describe('cost.import.failed', {
      problem: isError(error)
        ? error.message
        : words.describe('cost.import.unknownReason'),
    });
  }

  async #markSeen(): Promise<void> {
    if (this.#underway.size > 0) {
      // The next time will do; only several in a row matter.
      await this.#options.imports
        .markSeen([...this.#underway])
        .catch(() => undefined);
    }
  }
}
