import { setTimeout as wait } from 'node:timers/promises';
import { PortalError } from '../portal/PortalApi.ts';

/** What one capability of the portal shows at work in the sandbox. */
export interface SampleData {
  /** What messages and `GET /api/past` call it. */
  name: string;
  /** Whether the portal has all of it. */
  readonly isComplete: boolean;
  /** Whether more of it may come after that. */
  isOngoing?: boolean;
  /**
   * Sends what is missing, as far as the portal is ready for it, and answers what
   * there is to say of it. It is called again until all is there.
   *
   * @throws PortalError when the portal did not take it
   */
  send(signal: AbortSignal): Promise<string | undefined>;
}

export interface SampleDataSenderOptions {
  samples: SampleData[];
  /** Between attempts while the portal is down or not so far. */
  retryMs?: number;
  /** Between looks for more. */
  lookMs?: number;
  log?: (message: string) => void;
}

/** Gives the portal the sample data of each of its capabilities. */
export class SampleDataSender {
  readonly #options: Required<SampleDataSenderOptions>;
  readonly #abort = new AbortController();

  constructor(options: SampleDataSenderOptions) {
    this.#options = {
      retryMs: 1_000,
      lookMs: 30_000,
      log: message => process.stderr.write(`sample ${message}\n`),
      ...options,
    };
  }

  /** The names of what the portal does not have yet. */
  listMissing(): string[] {
    return this.#options.samples
      .filter(({ isComplete }) => !isComplete)
      .map(({ name }) => name);
  }

  /** Ends when all is sent or refused, or when closed. */
  async run(): Promise<void> {
    await Promise.all(
      this.#options.samples.map(sample => this.#sendAll(sample)),
    );
  }

  close(): void {
    this.#abort.abort();
  }

  async #sendAll(sample: SampleData): Promise<void> {
    const { retryMs, lookMs, log } = this.#options;
    const { signal } = this.#abort;
    let lastProblem = '';
    while (!signal.aborted && (sample.isOngoing || !sample.isComplete)) {
      try {
        const news = await sample.send(signal);
        lastProblem = '';
        if (news) {
          log(`${sample.name}: ${news}`);
        }
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        const isExpected = error instanceof PortalError && !error.isFinal;
        // The portal may be starting; what is wrong is said once.
        if (!signal.aborted && !isExpected && problem !== lastProblem) {
          lastProblem = problem;
          log(`${sample.name}: not taken: ${problem}`);
        }
        if (!isExpected && !sample.isOngoing) {
          return;
        }
      }
      if (sample.isOngoing || !sample.isComplete) {
        const pauseMs = sample.isComplete ? lookMs : retryMs;
        await wait(pauseMs, undefined, { signal }).catch(() => {});
      }
    }
  }
}
