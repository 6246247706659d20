import { z } from 'zod';
import { readJsonFile } from '../readJsonFile.ts';
import type { SimulatedServices } from '../simulators/SimulatedServices.ts';
import type { TrafficModel } from '../simulators/TrafficModel.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import { planPastSeries } from './planPastSeries.ts';
import type { PastSeries } from './planPastSeries.ts';
import type { Count, PortalSlos } from './PortalSlos.ts';
import type { SampleData } from './SampleDataSender.ts';

export interface SampleCountsOptions {
  portal: Pick<PortalSlos, 'list' | 'push'>;
  services: SimulatedServices;
  /** Remembers which counts the portal has taken. */
  file: string;
  /** How many SLOs the sample repositories define. */
  sampleCount: number;
  /** How much past each objective is given. */
  days?: number;
  /** Until the portal has surely begun to measure. */
  joinAfterMinutes?: number;
  now?: () => number;
}

const progressSchema = z.object({
  /** The first minute that is not part of the past; the portal measures it. */
  untilMinute: z.number(),
  /** How many days of the past the portal has taken, from the oldest on. */
  sentDays: z.number(),
  /** Whether the minutes are there that passed before measuring began. */
  isJoined: z.boolean(),
});

const stateSchema = z.object({
  /** Whether all objectives of the samples have been given their past. */
  isComplete: z.boolean(),
  series: z.record(z.string(), progressSchema),
});

type Progress = z.infer<typeof progressSchema>;

/** A series, and how much of its past is there. */
interface Pending {
  series: PastSeries;
  progress: Progress;
}

const batchSize = 10_000;
const minuteMs = 60_000;
const minutesPerDay = 1_440;

/**
 * Gives the portal the past of objectives that it measures at our services,
 * the oldest days first; also of those that are committed later. An alert that
 * the newest day sets off then names a budget with all that came before.
 *
 * @remarks
 * The minutes between the end of that past and the first one that the portal
 * measured itself follow a little later, so that both join without a gap.
 */
export class SampleCounts implements SampleData {
  readonly name = 'counts';
  readonly isOngoing = true;
  readonly #options: Required<SampleCountsOptions>;
  readonly #state: z.infer<typeof stateSchema>;

  constructor(options: SampleCountsOptions) {
    this.#options = {
      days: 60,
      joinAfterMinutes: 4,
      now: Date.now,
      ...options,
    };
    this.#state = readJsonFile(options.file, stateSchema) ?? {
      isComplete: false,
      series: {},
    };
  }

  /** Whether all objectives of the samples have been given their past. */
  get isComplete(): boolean {
    return this.#state.isComplete;
  }

  async send(signal: AbortSignal): Promise<string | undefined> {
    const { portal, services, days, sampleCount } = this.#options;
    const slos = await portal.list(signal);
    const all = slos.flatMap(details => planPastSeries(details, services));
    const pending = all.map(series => ({
      series,
      progress: this.#progressOf(series.address),
    }));
    let sent = 0;
    for (let day = 0; day < days && !signal.aborted; day++) {
      const group = pending.filter(({ progress }) => progress.sentDays === day);
      sent += await this.#send(
        group,
        ({ untilMinute }) => ({
          from: untilMinute - (days - day) * minutesPerDay,
          to: untilMinute - (days - day - 1) * minutesPerDay,
        }),
        signal,
      );
      for (const { progress } of group) {
        progress.sentDays = day + 1;
      }
      if (group.length > 0) {
        this.#save();
      }
    }
    if (!this.isComplete && slos.length >= sampleCount && !signal.aborted) {
      this.#state.isComplete = true;
      this.#save();
    }
    sent += await this.#join(pending, signal);
    return sent > 0
      ? `the portal has taken ${sent} counts of ${all.length} objectives`
      : undefined;
  }

  async #join(pending: Pending[], signal: AbortSignal): Promise<number> {
    const { joinAfterMinutes } = this.#options;
    const minute = this.#minute();
    const group = pending.filter(
      ({ progress }) =>
        !progress.isJoined && minute >= progress.untilMinute + joinAfterMinutes,
    );
    // Not more than that: while the sandbox was down nothing was measured.
    const sent = await this.#send(
      group,
      ({ untilMinute }) => ({
        from: untilMinute,
        to: Math.min(minute, untilMinute + 2 * joinAfterMinutes),
      }),
      signal,
    );
    for (const { progress } of group) {
      progress.isJoined = true;
    }
    if (group.length > 0) {
      this.#save();
    }
    return sent;
  }

  async #send(
    group: Pending[],
    periodOf: (progress: Progress) => { from: number; to: number },
    signal: AbortSignal,
  ): Promise<number> {
    let sent = 0;
    let batch: Count[] = [];
    for (const counts of countPeriods(group, periodOf)) {
      // Those of a service together: with a part of its minutes the portal
      // would see another burn rate than there was.
      if (batch.length + counts.length > batchSize) {
        await this.#push(batch, signal);
        batch = [];
      }
      batch.push(...counts);
      sent += counts.length;
    }
    await this.#push(batch, signal);
    return sent;
  }

  async #push(counts: Count[], signal: AbortSignal): Promise<void> {
    if (counts.length === 0) {
      return;
    }
    const [unknown] = await this.#options.portal.push(counts, signal);
    if (unknown !== undefined) {
      throw new Error(`the portal does not know '${unknown}'`);
    }
  }

  /** Begins with the present minute when the series is a new one. */
  #progressOf(address: string): Progress {
    const { series } = this.#state;
    series[address] ??= {
      untilMinute: this.#minute(),
      sentDays: 0,
      isJoined: false,
    };
    return series[address];
  }

  #minute(): number {
    return Math.floor(this.#options.now() / minuteMs);
  }

  #save(): void {
    writeJsonFile(this.#options.file, this.#state);
  }
}

/** Goes through the minutes of each service once for all of its series. */
function* countPeriods(
  group: Pending[],
  periodOf: (progress: Progress) => { from: number; to: number },
): Generator<Count[]> {
  const byModel = new Map<TrafficModel, Pending[]>();
  for (const pending of group) {
    const { model } = pending.series;
    byModel.set(model, [...(byModel.get(model) ?? []), pending]);
  }
  for (const [model, ofModel] of byModel) {
    const counts: Count[] = [];
    const periods = ofModel.map(({ progress }) => periodOf(progress));
    const from = Math.min(...periods.map(period => period.from));
    const to = Math.max(...periods.map(period => period.to));
    const growth = new Float64Array(model.counters.length);
    for (let minute = from; minute < to; minute++) {
      growth.fill(0);
      model.addMinute(minute, growth);
      const time = new Date(minute * minuteMs).toISOString();
      for (const [index, { series }] of ofModel.entries()) {
        if (minute >= periods[index].from && minute < periods[index].to) {
          counts.push({
            series: series.address,
            minute: time,
            ...series.countMinute(minute, growth),
          });
        }
      }
    }
    yield counts;
  }
}
