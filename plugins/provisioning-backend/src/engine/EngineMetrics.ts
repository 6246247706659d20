import type { ResourceState } from '@atrium/plugin-provisioning-common';
import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceGauge,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import type { StepAction, StepOutcome } from '../database/StepStore';

/** What the engine tells about itself, for OpenTelemetry. */
export class EngineMetrics {
  readonly #steps: MetricsServiceCounter;
  readonly #stepSeconds: MetricsServiceHistogram;
  readonly #transitions: MetricsServiceCounter;
  readonly #backlog: MetricsServiceGauge;
  readonly #backlogAge: MetricsServiceGauge;
  readonly #checks: MetricsServiceCounter;

  constructor(metrics: MetricsService) {
    this.#steps = metrics.createCounter('provisioning.steps', {
      description: 'Steps taken at providers, by driver, action and outcome',
      unit: '{step}',
    });
    this.#stepSeconds = metrics.createHistogram('provisioning.step.duration', {
      description: 'How long steps at providers take, by driver and action',
      unit: 's',
    });
    this.#transitions = metrics.createCounter('provisioning.transitions', {
      description: 'Resources that went on to another state',
      unit: '{transition}',
    });
    this.#backlog = metrics.createGauge('provisioning.backlog', {
      description: 'Resources that are due and wait for a worker',
      unit: '{resource}',
    });
    this.#backlogAge = metrics.createGauge('provisioning.backlog.age', {
      description: 'For how long the first of them has been due',
      unit: 's',
    });
    this.#checks = metrics.createCounter('provisioning.drift.checks', {
      description: 'Resources that were checked for drift, by what was found',
      unit: '{check}',
    });
  }

  recordStep(
    step: { driver: string; action: StepAction; outcome: StepOutcome },
    seconds: number,
  ): void {
    this.#steps.add(1, step);
    this.#stepSeconds.record(seconds, {
      driver: step.driver,
      action: step.action,
    });
  }

  countTransition(to: ResourceState): void {
    this.#transitions.add(1, { to });
  }

  recordBacklog(backlog: { count: number; oldestSeconds: number }): void {
    this.#backlog.record(backlog.count);
    this.#backlogAge.record(backlog.oldestSeconds);
  }

  countCheck(result: 'ok' | 'drift' | 'unreachable'): void {
    this.#checks.add(1, { result });
  }
}
