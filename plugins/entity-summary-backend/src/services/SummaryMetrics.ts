import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { PartName } from '@atrium/plugin-entity-summary-common';

/** How much the plugins are asked, and how often one does not answer. */
export class SummaryMetrics {
  readonly #refreshed: ReturnType<MetricsService['createCounter']>;
  readonly #failures: ReturnType<MetricsService['createCounter']>;

  constructor(metrics: MetricsService) {
    this.#refreshed = metrics.createCounter('entity_summary.rows.refreshed', {
      description: 'Entities that the plugins were asked about for lists',
      unit: '{entity}',
    });
    this.#failures = metrics.createCounter('entity_summary.parts.failed', {
      description: 'Questions to a plugin that failed or were late, by part',
      unit: '{question}',
    });
  }

  countRefreshed(entities: number): void {
    this.#refreshed.add(entities);
  }

  countFailure(part: PartName): void {
    this.#failures.add(1, { part });
  }
}
