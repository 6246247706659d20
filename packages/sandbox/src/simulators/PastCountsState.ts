import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const progressSchema = z.object({
  /** The first minute that is not part of the past; the portal measures it. */
  untilMinute: z.number(),
  /** How many days before that the portal has taken, from the newest back. */
  sentDays: z.number(),
  /** Whether the minutes are there that passed before measuring began. */
  isJoined: z.boolean(),
});

const stateSchema = z.object({
  /** Whether all objectives of the samples have been given their past. */
  isComplete: z.boolean(),
  series: z.record(z.string(), progressSchema),
});

export type Progress = z.infer<typeof progressSchema>;

/** Which counts of the past the portal has taken, kept over restarts. */
export class PastCountsState {
  readonly #file: string;
  readonly #progress: Map<string, Progress>;
  isComplete: boolean;

  constructor(file: string) {
    this.#file = file;
    const { isComplete, series } = readState(file);
    this.isComplete = isComplete;
    this.#progress = new Map(Object.entries(series));
  }

  /** Begins with the present minute when the series is a new one. */
  get(address: string, nowMinute: number): Progress {
    let progress = this.#progress.get(address);
    if (!progress) {
      progress = { untilMinute: nowMinute, sentDays: 0, isJoined: false };
      this.#progress.set(address, progress);
    }
    return progress;
  }

  save(): void {
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    const partial = `${this.#file}.partial`;
    fs.writeFileSync(
      partial,
      JSON.stringify({
        isComplete: this.isComplete,
        series: Object.fromEntries(this.#progress),
      }),
    );
    fs.renameSync(partial, this.#file);
  }
}

function readState(file: string): z.infer<typeof stateSchema> {
  try {
    return stateSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    // Missing on the first start; a damaged one is begun anew.
    return { isComplete: false, series: {} };
  }
}
