import { bucketBounds, meanSeconds, shareWithin } from './latency.ts';
import { hashText, noise } from './noise.ts';
import { busyness } from './rhythm.ts';
import type { Fault, RouteProfile, ServiceProfile } from './ServiceProfile.ts';

/** One time series that a service shows. */
export interface Series {
  /** With its suffix, for example `http_requests_total`. */
  name: string;
  labels: Record<string, string>;
}

/** Where the series of a route begin, and what is needed to count it. */
interface CountedRoute {
  route: RouteProfile;
  seed: number;
  outcomes: string[];
  outcomeIndex: number;
  bucketIndex: number;
  shares: number[];
}

/** What comes to a route in a minute. */
interface RouteMinute {
  minute: number;
  requests: number;
  faults: Fault[];
}

/** What a fault makes slow takes longer than that. */
const slowSeconds = 2.5;

/**
 * What happens in each minute, as a function of the minute alone: whoever asks
 * about it, now or later, is told the same.
 */
export class TrafficModel {
  readonly profile: ServiceProfile;
  /** The counters and histograms, in a fixed order. */
  readonly counters: Series[] = [];
  readonly #faults: Fault[];
  readonly #routes: CountedRoute[];

  constructor(profile: ServiceProfile, faults: Fault[] = []) {
    this.profile = profile;
    this.#faults = faults;
    this.#routes = profile.routes.map(route => this.#addRoute(route));
  }

  /** Replaces what goes wrong, for example because it is over. */
  setFaults(faults: Fault[]): void {
    this.#faults.splice(0, Infinity, ...faults);
  }

  /** Adds to each counter by how much it grows in a minute. */
  addMinute(minute: number, totals: Float64Array): void {
    for (const counted of this.#routes) {
      this.#addRouteMinute(counted, minute, totals);
    }
  }

  #addRoute(route: RouteProfile): CountedRoute {
    const { name, metrics } = this.profile;
    const { done, refused, failed, outcome, counter, histogram } = metrics;
    const outcomes = [
      ...new Set([done, refused, failed, ...metrics.otherOutcomes]),
    ];
    const outcomeIndex = this.counters.length;
    for (const value of outcomes) {
      this.counters.push({
        name: `${counter}_total`,
        labels: { ...route.labels, [outcome]: value },
      });
    }
    const bucketIndex = this.counters.length;
    for (const bound of bucketBounds) {
      this.counters.push({
        name: `${histogram}_bucket`,
        labels: { ...route.labels, le: formatBound(bound) },
      });
    }
    this.counters.push(
      { name: `${histogram}_count`, labels: route.labels },
      { name: `${histogram}_sum`, labels: route.labels },
    );
    return {
      route,
      seed: hashText(`${name} ${JSON.stringify(route.labels)}`),
      outcomes,
      outcomeIndex,
      bucketIndex,
      shares: bucketBounds.map(bound => shareWithin(bound, route)),
    };
  }

  #addRouteMinute(
    counted: CountedRoute,
    minute: number,
    totals: Float64Array,
  ): void {
    const { route, seed } = counted;
    const busy = busyness(this.profile.rhythm, minute, seed);
    // Rounding up or down by chance keeps small rates true over time.
    const requests = Math.floor(
      route.requestsPerSecond * 60 * busy + noise(seed + 2, minute),
    );
    if (requests > 0) {
      const inMinute = { minute, requests, faults: this.#faultsAt(minute) };
      this.#addOutcomes(counted, inMinute, totals);
      addDurations(counted, inMinute, totals);
    }
  }

  #faultsAt(minute: number): Fault[] {
    return this.#faults.filter(
      ({ fromMinute, untilMinute = Infinity }) =>
        minute >= fromMinute && minute < untilMinute,
    );
  }

  #addOutcomes(
    { route, seed, outcomes, outcomeIndex }: CountedRoute,
    { minute, requests, faults }: RouteMinute,
    totals: Float64Array,
  ): void {
    const { done, failed, refused } = this.profile.metrics;
    const shares = [
      ...faults.map(fault => [fault.outcome, fault.failedRatio, 3] as const),
      [failed, route.failedRatio, 4] as const,
      [refused, route.refusedRatio, 5] as const,
    ];
    let left = requests;
    for (const [outcome, ratio, chance] of shares) {
      const count = Math.floor(requests * ratio + noise(seed + chance, minute));
      const counted = Math.min(left, count);
      totals[outcomeIndex + outcomes.indexOf(outcome)] += counted;
      left -= counted;
    }
    totals[outcomeIndex + outcomes.indexOf(done)] += left;
  }
}

function addDurations(
  { route, seed, bucketIndex, shares }: CountedRoute,
  { minute, requests, faults }: RouteMinute,
  totals: Float64Array,
): void {
  const inTime = faults.reduce(
    (share, { slowRatio = 0 }) => share * (1 - slowRatio),
    1,
  );
  // The same for all buckets, so that a larger one never holds less.
  const rounding = noise(seed + 6, minute);
  for (const [index, usual] of shares.entries()) {
    const share = bucketBounds[index] > slowSeconds ? usual : usual * inTime;
    const count = Math.floor(requests * share + rounding);
    totals[bucketIndex + index] += Math.min(requests, count);
  }
  totals[bucketIndex + shares.length] += requests;
  totals[bucketIndex + shares.length + 1] += requests * meanSeconds(route);
}

/** As OpenMetrics wants it: `1.0`, `+Inf`. */
function formatBound(bound: number): string {
  if (bound === Infinity) {
    return '+Inf';
  }
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
}
