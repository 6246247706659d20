import { isRefusedData } from '@atrium/backend-common';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  ScrapeOutcome,
  ScrapeProblem,
  ScrapeStore,
} from '../database/ScrapeStore';

/** Endpoints that are near answer together, and nobody notices such a delay. */
const GATHER_MS = 50;

/**
 * Saves what comes at about the same time by one statement. An endpoint that takes
 * long to answer delays no other.
 */
export class ScrapeSaver {
  readonly #store: Pick<ScrapeStore, 'save' | 'saveProblems'>;
  #waiting: (ScrapeOutcome | ScrapeProblem)[] = [];
  #saving: Promise<void> | undefined;
  #refusal: unknown;

  constructor(store: Pick<ScrapeStore, 'save' | 'saveProblems'>) {
    this.#store = store;
  }

  /** Takes what one scrape came to, and saves it soon. */
  add(scrape: ScrapeOutcome | ScrapeProblem): void {
    this.#waiting.push(scrape);
    if (!this.#saving) {
      this.#saving = this.#save();
      // Whoever waits for the end is told.
      this.#saving.catch(() => {});
    }
  }

  /** Resolves once all that came before is saved. Fails where something could not be. */
  async end(): Promise<void> {
    await this.#saving;
    if (this.#refusal) {
      throw this.#refusal;
    }
  }

  async #save(): Promise<void> {
    while (this.#waiting.length > 0) {
      await sleep(GATHER_MS);
      const all = this.#waiting;
      this.#waiting = [];
      await this.#saveTogether(
        all.filter(one => 'target' in one),
        outcomes => this.#store.save(outcomes),
      );
      await this.#saveTogether(
        all.filter(one => 'problem' in one),
        problems => this.#store.saveProblems(problems),
      );
    }
    this.#saving = undefined;
  }

  async #saveTogether<Scrape>(
    scrapes: Scrape[],
    save: (scrapes: Scrape[]) => Promise<void>,
  ): Promise<void> {
    if (scrapes.length === 0) {
      return;
    }
    try {
      await save(scrapes);
    } catch (error) {
      if (!isRefusedData(error)) {
        throw error;
      }
      if (scrapes.length === 1) {
        this.#refusal ??= error;
        return;
      }
      // The others are not to suffer for what one endpoint shows.
      for (const one of scrapes) {
        await this.#saveTogether([one], save);
      }
    }
  }
}
