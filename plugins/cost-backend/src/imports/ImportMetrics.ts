import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** What is counted of imports. */
export class ImportMetrics {
  readonly #imports;
  readonly #rows;
  readonly #seconds;

  constructor(metrics: MetricsService) {
    this.#imports = metrics.createCounter('cost.imports', {
      description: 'Deliveries of charges, by how they ended',
      unit: '{import}',
    });
    this.#rows = metrics.createCounter('cost.imports.rows', {
      description: 'Rows of bills that were read',
      unit: '{row}',
    });
    this.#seconds = metrics.createHistogram('cost.imports.duration', {
      description: 'How long a delivery took from its turn to its end',
      unit: 's',
    });
  }

  countImport(
    state: string,
    options: { source: string; rowCount: number; seconds: number },
  ): void {
    const { rowCount, seconds, source } = options;
    this.#imports.add(1, { state, source });
    this.#rows.add(rowCount, { source });
    this.#seconds.record(seconds, { state });
  }
}
