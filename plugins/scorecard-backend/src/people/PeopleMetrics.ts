import type { ExemptionState } from '@atrium/plugin-scorecard-common';
import type {
  MetricsService,
  MetricsServiceCounter,
} from '@backstage/backend-plugin-api/alpha';

/** What is told of what people agree on and hear, for OpenTelemetry. */
export class PeopleMetrics {
  readonly #exemptions: MetricsServiceCounter;
  readonly #messages: MetricsServiceCounter;

  constructor(metrics: MetricsService) {
    this.#exemptions = metrics.createCounter('scorecard.exemptions', {
      description: 'Exemptions that came to a state, by that state',
      unit: '{exemption}',
    });
    this.#messages = metrics.createCounter('scorecard.messages', {
      description: 'Notifications that were sent, or failed',
      unit: '{message}',
    });
  }

  countExemptions(count: number, state: ExemptionState): void {
    this.#exemptions.add(count, { state });
  }

  countMessage(outcome: 'sent' | 'failed'): void {
    this.#messages.add(1, { outcome });
  }
}
