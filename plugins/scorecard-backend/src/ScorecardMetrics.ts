import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** What scorecard counts of its own work. */
export class ScorecardMetrics {
  readonly #collected;
  readonly #collectSeconds;
  readonly #failures;
  readonly #evaluated;
  readonly #evaluationSeconds;

  constructor(metrics: MetricsService) {
    this.#collected = metrics.createCounter('scorecard.facts.collected', {
      description: 'Entities that providers of facts answered for',
      unit: '{entity}',
    });
    this.#collectSeconds = metrics.createHistogram('scorecard.facts.duration', {
      description: 'How long a batch of a provider took',
      unit: 's',
    });
    this.#failures = metrics.createCounter('scorecard.facts.failures', {
      description: 'Batches that a provider did not answer',
      unit: '{batch}',
    });
    this.#evaluated = metrics.createCounter('scorecard.evaluations', {
      description: 'Entities that were rated by a scorecard',
      unit: '{entity}',
    });
    this.#evaluationSeconds = metrics.createHistogram(
      'scorecard.evaluations.duration',
      { description: 'How long a batch of ratings took', unit: 's' },
    );
  }

  countCollected(
    provider: string,
    { entityCount, seconds }: { entityCount: number; seconds: number },
  ): void {
    this.#collected.add(entityCount, { provider });
    this.#collectSeconds.record(seconds, { provider });
  }

  countFailure(provider: string): void {
    this.#failures.add(1, { provider });
  }

  countEvaluated(entityCount: number, seconds: number): void {
    this.#evaluated.add(entityCount);
    this.#evaluationSeconds.record(seconds);
  }
}
