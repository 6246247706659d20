import { type SloState, sloStateSchema } from '@atrium/plugin-slo-common';
import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceGauge,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';

/** What slo tells about itself, for OpenTelemetry. */
export class SloMetrics {
  readonly #counts: MetricsServiceCounter;
  readonly #seconds: MetricsServiceHistogram;
  readonly #states: MetricsServiceGauge;

  constructor(metrics: MetricsService) {
    this.#counts = metrics.createCounter('slo.counts', {
      description: 'Counts per minute that came in, by source',
      unit: '{count}',
    });
    this.#seconds = metrics.createHistogram('slo.evaluation.duration', {
      description: 'How long it takes to evaluate all SLOs',
      unit: 's',
    });
    this.#states = metrics.createGauge('slo.slos', {
      description: 'SLOs by how they stand',
      unit: '{slo}',
    });
  }

  add(count: number, attributes: { source: string }): void {
    this.#counts.add(count, attributes);
  }

  recordSeconds(seconds: number): void {
    this.#seconds.record(seconds);
  }

  recordStates(states: ReadonlyMap<SloState, number>): void {
    for (const state of sloStateSchema.options) {
      this.#states.record(states.get(state) ?? 0, { state });
    }
  }
}
