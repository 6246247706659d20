import type { GaugeProfile } from './ServiceProfile.ts';
import type { Series, TrafficModel } from './TrafficModel.ts';

/** What a service shows at one moment. */
export interface ServiceSample {
  /** When its process started, in milliseconds since 1970. */
  startedAtMs: number;
  counters: { series: Series; value: number }[];
  gauges: { gauge: GaugeProfile; value: number }[];
}

const minuteMs = 60_000;
const minutesPerDay = 1_440;
/** 03:20 UTC, when those restart that do so regularly. */
const restartMinute = 200;

/**
 * Adds the minutes up that a service has lived through since its last restart.
 *
 * @remarks
 * When that was is a function of the time, too, so counters go on where they
 * were when the sandbox itself is started again.
 */
export class SimulatedService {
  readonly model: TrafficModel;
  /** Further minutes at which it was restarted, for example to deploy it. */
  readonly #restarts: () => number[];
  #startMinute = Number.NaN;
  #nextMinute = 0;
  #totals: Float64Array;

  constructor(model: TrafficModel, restarts: () => number[] = () => []) {
    this.model = model;
    this.#restarts = restarts;
    this.#totals = new Float64Array(model.counters.length);
  }

  sample(nowMs: number): ServiceSample {
    const { counters, profile } = this.model;
    const minute = Math.floor(nowMs / minuteMs);
    this.#advanceTo(minute);
    const present = new Float64Array(counters.length);
    this.model.addMinute(minute, present);
    const share = (nowMs - minute * minuteMs) / minuteMs;
    return {
      startedAtMs: this.#startMinute * minuteMs,
      counters: counters.map((series, index) => ({
        series,
        value: this.#totals[index] + partOf(present[index], share),
      })),
      gauges: (profile.gauges ?? []).map(gauge => ({
        gauge,
        value: gauge.valueAt(minute),
      })),
    };
  }

  #advanceTo(minute: number): void {
    const startMinute = this.#lastRestart(minute);
    if (startMinute !== this.#startMinute || minute < this.#nextMinute) {
      this.#startMinute = startMinute;
      this.#nextMinute = startMinute;
      this.#totals = new Float64Array(this.model.counters.length);
    }
    for (; this.#nextMinute < minute; this.#nextMinute += 1) {
      this.model.addMinute(this.#nextMinute, this.#totals);
    }
  }

  #lastRestart(minute: number): number {
    const period = this.model.profile.restartsEveryDays * minutesPerDay;
    const regular =
      Math.floor((minute - restartMinute) / period) * period + restartMinute;
    return Math.max(
      regular,
      ...this.#restarts().filter(restart => restart <= minute),
    );
  }
}

/** Events come whole; only sums of durations have fractions. */
function partOf(value: number, share: number): number {
  return Number.isInteger(value) ? Math.floor(value * share) : value * share;
}
