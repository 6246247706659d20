import { parseInput } from '@atrium/common';
import { ForwardedError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { OpenCostSourceConfig } from '../../config/readImportConfig';
import type { OpenCostDayStore } from '../database/OpenCostDayStore';
import { dayAfter } from '../formats/instants';
import { type OpenCostDay, openCostDaySchema } from '../formats/readOpenCost';
import type { DeliveryFile } from '../reading/ReadTask';
import { createWorkFolder, removeWorkFolder } from '../WorkFolder';
import type {
  ChargeSource,
  FetchedDelivery,
  SourceDelivery,
} from './ChargeSource';

const ATTEMPTS = 3;
/** Before the second attempt; twice as long before the third. */
const RETRY_MS = 1_000;
const TIMEOUT_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

const answerSchema = z.looseObject({
  data: openCostDaySchema.shape.sets,
});

interface OpenCostSourceOptions {
  config: OpenCostSourceConfig;
  days: OpenCostDayStore;
  /** What the configuration calls the source. */
  name: string;
}

/**
 * Asks OpenCost what each day cost that is over. A month is one delivery, as it is
 * one with bills, and asked for day by day: OpenCost answers longer times slowly or
 * not at all.
 *
 * @remarks Prometheus forgets: often after 15 days, and the day that it is about to
 * forget hour by hour. So days before those that it looks back stay as they are in force,
 * and no answer that is empty takes the place of one that was not.
 */
export class OpenCostSource implements ChargeSource {
  readonly #config: OpenCostSourceConfig;
  readonly #days: OpenCostDayStore;
  readonly #name: string;

  constructor({ config, days, name }: OpenCostSourceOptions) {
    this.#config = config;
    this.#days = days;
    this.#name = name;
  }

  /** The months of yesterday, and of as many days before as it looks back. */
  async list(signal: AbortSignal): Promise<SourceDelivery[]> {
    const yesterday = toDay(Date.now() - DAY_MS);
    const first = this.#firstAskedAgain();
    const months = new Set([first.slice(0, 7), yesterday.slice(0, 7)]);
    return [...months].map(month => ({
      name: month,
      version: undefined,
      fetch: () => this.#fetchMonth({ month, until: yesterday, signal }),
    }));
  }

  async #fetchMonth(options: {
    month: string;
    until: string;
    signal: AbortSignal;
  }): Promise<FetchedDelivery> {
    const { month, signal, until } = options;
    const folder = await createWorkFolder();
    const close = () => removeWorkFolder(folder);
    const digest = createHash('sha256');
    try {
      const files: DeliveryFile[] = [];
      let day = `${month}-01`;
      while (day.startsWith(month) && day <= until) {
        const text = await this.#readDay(day, signal);
        const path = join(folder, day);
        await writeFile(path, text);
        digest.update(text);
        files.push({ path, name: day, bytes: Buffer.byteLength(text) });
        day = dayAfter(day);
      }
      return {
        files,
        contentHash: digest.digest('hex'),
        close,
        markInForce: () => this.#keepDays(files),
      };
    } catch (error) {
      await close();
      throw error;
    }
  }

  /** What OpenCost says of a day, or what is in force of it. */
  async #readDay(day: string, signal: AbortSignal): Promise<string> {
    const known = await this.#days.find({ source: this.#name, day });
    if (known?.question === this.#question && day < this.#firstAskedAgain()) {
      return known.answer;
    }
    const { currency } = this.#config;
    const sets = await this.#fetchDay(day, signal);
    const content: OpenCostDay = { day, currency, sets };
    return known && isEmpty(content) ? known.answer : JSON.stringify(content);
  }

  async #keepDays(files: readonly DeliveryFile[]): Promise<void> {
    for (const { name: day, path } of files) {
      const answer = await readFile(path, 'utf8');
      if (!isEmpty(JSON.parse(answer))) {
        const question = this.#question;
        await this.#days.save({ source: this.#name, day, question, answer });
      }
    }
  }

  get #question(): string {
    const { aggregate, currency } = this.#config;
    return JSON.stringify({ aggregate, currency });
  }

  #firstAskedAgain(): string {
    return toDay(Date.now() - this.#config.lookBackDays * DAY_MS);
  }

  async #fetchDay(
    day: string,
    signal: AbortSignal,
  ): Promise<OpenCostDay['sets']> {
    const url = new URL('allocation', ensureSlash(this.#config.url));
    url.searchParams.set(
      'window',
      `${day}T00:00:00Z,${dayAfter(day)}T00:00:00Z`,
    );
    url.searchParams.set('aggregate', this.#config.aggregate);
    url.searchParams.set('includeIdle', 'true');
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask(url, signal);
      } catch (error) {
        if (attempt >= ATTEMPTS || signal.aborted) {
          throw new ForwardedError(
            `OpenCost at '${this.#config.url}' does not say what ${day} cost`,
            error,
          );
        }
        await sleep(RETRY_MS * attempt, undefined, { signal });
      }
    }
  }
}

async function ask(
  url: URL,
  signal: AbortSignal,
): Promise<OpenCostDay['sets']> {
  const response = await fetch(url, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  if (!response.ok) {
    throw new Error(`It answers with ${response.status}`);
  }
  return parseInput(answerSchema, await response.json()).data;
}

function isEmpty({ sets }: OpenCostDay): boolean {
  return sets.every(set => Object.keys(set ?? {}).length === 0);
}

function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function ensureSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
