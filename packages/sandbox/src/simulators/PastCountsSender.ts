import { setTimeout as wait } from 'node:timers/promises';
import { PortalError } from '../PortalApi.ts';
import type { PastCountsState, Progress } from './PastCountsState.ts';
import { planPastSeries } from './planPastSeries.ts';
import type { PastSeries } from './planPastSeries.ts';

import type { Count, PortalSlos } from './PortalSlos.ts';
import type { SimulatedServices } from './SimulatedServices.ts';
import type { TrafficModel } from './TrafficModel.ts';

export interface PastCountsSenderOptions {
  portal: Pick<PortalSlos, 'list' | 'push'>;
  services: SimulatedServices;
  state: PastCountsState;
  /** How many SLOs the sample repositories define. */
  sampleCount: number;
  /** How much past each objective is given. */
  days?: number;
  /** Between looks for objectives that are new. */
  lookMs?: number;
  /** The same while those of the samples are not all known. */
  firstLookMs?: number;
  /** Until the portal has surely begun to measure. */
  joinAfterMinutes?: number;
  now?: () => number;
  log?: (message: string) => void;
}

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
 * the newest days first; also of those that are committed later.
 *
 * @remarks
 * The minutes between the end of that past and the first one that the portal
 * measured itself follow a little later, so that both join without a gap.
 */
export class PastCountsSender {
  readonly #options: Required<PastCountsSenderOptions>;
  readonly #abort = new AbortController();
  #lastProblem = '';

  constructor(options: PastCountsSenderOptions) {
    this.#options = {
      days: 60,
      lookMs: 30_000,
      firstLookMs: 2_000,
      joinAfterMinutes: 4,
      now: Date.now,
      log: message => process.stderr.write(`sample counts: ${message}\n`),
      ...options,
    };
  }

  /** Whether all objectives of the samples have been given their past. */
  get isComplete(): boolean {
    return this.#options.state.isComplete;
  }

  /** Ends when closed only, as there may be new objectives at any time. */
  async run(): Promise<void> {
    const { lookMs, firstLookMs } = this.#options;
    const { signal } = this.#abort;
    while (!signal.aborted) {
      try {
        await this.sendMissing();
        this.#lastProblem = '';
      } catch (error) {
        this.#report(error);
      }
      const pauseMs = this.isComplete ? lookMs : firstLookMs;
      await wait(pauseMs, undefined, { signal }).catch(() => {});
    }
  }

  close(): void {
    this.#abort.abort();
  }

  /** Sends what is missing now. */
  async sendMissing(): Promise<void> {
    const { portal, services, state, days, sampleCount, log } = this.#options;
    const { signal } = this.#abort;
    const slos = await portal.list(signal);
    const all = slos.flatMap(details => planPastSeries(details, services));
    const pending = all.map(series => ({
      series,
      progress: state.get(series.address, this.#minute()),
    }));
    let sent = 0;
    for (let day = 0; day < days && !signal.aborted; day++) {
      const group = pending.filter(({ progress }) => progress.sentDays === day);
      sent += await this.#send(group, ({ untilMinute }) => ({
        from: untilMinute - (day + 1) * minutesPerDay,
        to: untilMinute - day * minutesPerDay,
      }));
      for (const { progress } of group) {
        progress.sentDays = day + 1;
      }
      if (group.length > 0) {
        state.save();
      }
    }
    if (!state.isComplete && slos.length >= sampleCount && !signal.aborted) {
      state.isComplete = true;
      state.save();
    }
    sent += await this.#join(pending);
    if (sent > 0) {
      log(`the portal has taken ${sent} counts of ${all.length} objectives`);
    }
  }

  async #join(pending: Pending[]): Promise<number> {
    const { state, joinAfterMinutes } = this.#options;
    const minute = this.#minute();
    const group = pending.filter(
      ({ progress }) =>
        !progress.isJoined && minute >= progress.untilMinute + joinAfterMinutes,
    );
    // Not more than that: while the sandbox was down nothing was measured.
    const sent = await this.#send(group, ({ untilMinute }) => ({
      from: untilMinute,
      to: Math.min(minute, untilMinute + 2 * joinAfterMinutes),
    }));
    for (const { progress } of group) {
      progress.isJoined = true;
    }
    if (group.length > 0) {
      state.save();
    }
    return sent;
  }

  async #send(
    group: Pending[],
    periodOf: (progress: Progress) => { from: number; to: number },
  ): Promise<number> {
    let sent = 0;
    let batch: Count[] = [];
    for (const counts of countPeriods(group, periodOf)) {
      // Those of a service together: with a part of its minutes the portal
      // would see another burn rate than there was.
      if (batch.length + counts.length > batchSize) {
        await this.#push(batch);
        batch = [];
      }
      batch.push(...counts);
      sent += counts.length;
    }
    await this.#push(batch);
    return sent;
  }

  async #push(counts: Count[]): Promise<void> {
    if (counts.length === 0) {
      return;
    }
    const { portal } = this.#options;
    const [unknown] = await portal.push(counts, this.#abort.signal);
    if (unknown !== undefined) {
      throw new Error(`the portal does not know '${unknown}'`);
    }
  }

  #minute(): number {
    return Math.floor(this.#options.now() / minuteMs);
  }

  /** The portal may be starting; what is wrong is said once. */
  #report(error: unknown): void {
    const problem = error instanceof Error ? error.message : String(error);
    const isExpected = error instanceof PortalError && !error.isFinal;
    if (
      !this.#abort.signal.aborted &&
      !isExpected &&
      problem !== this.#lastProblem
    ) {
      this.#lastProblem = problem;
      this.#options.log(`not taken, tried again: ${problem}`);
    }
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
