import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Counts what comes in. */
export class FindingMetrics {
  readonly #uploads;
  readonly #items;

  constructor(metrics: MetricsService) {
    this.#uploads = metrics.createCounter('scorecard.findings.uploads', {
      description: 'Documents of security tools that were taken',
      unit: '{document}',
    });
    this.#items = metrics.createCounter('scorecard.findings.items', {
      description: 'Items of these documents, taken or refused',
      unit: '{item}',
    });
  }

  countUpload(
    format: string,
    { accepted, refused }: { accepted: number; refused: number },
  ): void {
    this.#uploads.add(1, { format });
    this.#items.add(accepted, { format, outcome: 'accepted' });
    this.#items.add(refused, { format, outcome: 'refused' });
  }
}
