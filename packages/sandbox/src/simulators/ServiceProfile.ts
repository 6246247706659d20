import type { Rhythm } from './rhythm.ts';

/** What a service is asked to do, and how that goes. */
export interface RouteProfile {
  /** Its labels, beside the one that says how it went. */
  labels: Record<string, string>;
  /** The mean over a weekday. */
  requestsPerSecond: number;
  medianSeconds: number;
  /** How far the slow ones are away from the median: sigma of a log-normal. */
  spread: number;
  /** Refused for what the caller did. */
  refusedRatio: number;
  failedRatio: number;
}

/** A value that goes up and down. */
export interface GaugeProfile {
  name: string;
  help: string;
  unit?: string;
  valueAt(minute: number): number;
}

/** The names that a kind of service gives to its metrics. */
export interface MetricNames {
  counter: string;
  counterHelp: string;
  histogram: string;
  histogramHelp: string;
  /** The label that says how it went, and its values. */
  outcome: string;
  done: string;
  refused: string;
  failed: string;
  /** What faults bring besides. */
  otherOutcomes: string[];
}

/** Something that goes wrong for a while; minutes are counted since 1970. */
export interface Fault {
  fromMinute: number;
  /** Missing while it lasts. */
  untilMinute?: number;
  failedRatio: number;
  /** The share of requests that take seconds; none when missing. */
  slowRatio?: number;
  /** A value of the outcome label that its metrics know. */
  outcome: string;
}

/** A service of the sample organisation, as its metrics show it. */
export interface ServiceProfile {
  name: string;
  rhythm: Rhythm;
  metrics: MetricNames;
  routes: RouteProfile[];
  gauges?: GaugeProfile[];
  /** How often it is restarted, at the latest; its counters begin anew. */
  restartsEveryDays: number;
}
