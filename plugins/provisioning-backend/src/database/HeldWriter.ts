import { isRefusedData } from '@atrium/backend-common';
import type { Knex } from 'knex';
import {
  type HeldDocument,
  MAX_HELD_WRITES,
  writeHeld,
  type WrittenHold,
} from './writeHeld';

/**
 * How long what comes while others are written waits for them, to go together: few
 * long statements cost the database much less than many short ones.
 */
const GATHER_MS = 5;

/** Where one waits for a row that a person is changing, the others go on. */
const MAX_STATEMENTS = 3;

interface WaitingWrite {
  document: HeldDocument;
  resolve(written: WrittenHold | undefined): void;
  reject(error: unknown): void;
}

/**
 * Writes down what the workers of a process have to say about their resources: what
 * comes while others are written goes together, by one statement and one commit.
 */
export class HeldWriter {
  readonly #knex: Knex;
  #waiting: WaitingWrite[] = [];
  #statements = 0;
  /** Runs while the last statement has not been under way for long. */
  #gathering: NodeJS.Timeout | undefined;
  #isPlanned = false;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * @returns undefined where somebody else has changed the resource, or holds it by
   * now, and nothing was written
   */
  async write(document: HeldDocument): Promise<WrittenHold | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ document, resolve, reject });
      this.#planNext();
    });
  }

  /** What others say in the same moment goes with it. */
  #planNext(): void {
    if (!this.#isPlanned) {
      this.#isPlanned = true;
      setImmediate(() => {
        this.#isPlanned = false;
        this.#writeNext();
      });
    }
  }

  #writeNext(): void {
    const mustWait = this.#gathering || this.#statements >= MAX_STATEMENTS;
    if (mustWait || this.#waiting.length === 0) {
      return;
    }
    const gathering = setTimeout(
      () => this.#endGathering(gathering),
      GATHER_MS,
    );
    this.#gathering = gathering;
    this.#statements++;
    void this.#writeBatch(this.#takeBatch()).finally(() => {
      this.#statements--;
      this.#endGathering(gathering);
    });
  }

  #endGathering(gathering: NodeJS.Timeout): void {
    if (this.#gathering === gathering) {
      clearTimeout(gathering);
      this.#gathering = undefined;
    }
    this.#planNext();
  }

  /** A resource is in a statement once: a later write needs what the first has left. */
  #takeBatch(): WaitingWrite[] {
    const batch = new Map<string, WaitingWrite>();
    const later: WaitingWrite[] = [];
    for (const one of this.#waiting) {
      const { id } = one.document.held;
      if (batch.size < MAX_HELD_WRITES && !batch.has(id)) {
        batch.set(id, one);
      } else {
        later.push(one);
      }
    }
    this.#waiting = later;
    return [...batch.values()];
  }

  async #writeBatch(batch: readonly WaitingWrite[]): Promise<void> {
    try {
      const written = await writeHeld(
        this.#knex,
        batch.map(({ document }) => document),
      );
      for (const { document, resolve } of batch) {
        resolve(written.get(document.held.id));
      }
    } catch (error) {
      if (batch.length === 1 || !isRefusedData(error)) {
        batch.forEach(({ reject }) => reject(error));
        return;
      }
      // The others are not to suffer for what is in one document.
      for (const one of batch) {
        await this.#writeBatch([one]);
      }
    }
  }
}
