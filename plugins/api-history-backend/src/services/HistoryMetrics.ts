import type { ApiVersion } from '@atrium/plugin-api-history-common';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Repositories choose the type, and every one would be a series of its own. */
const KNOWN_TYPES = ['openapi', 'asyncapi', 'graphql', 'grpc'];

/** Counts what happens to API definitions. */
export class HistoryMetrics {
  readonly #versions;

  constructor(metrics: MetricsService) {
    this.#versions = metrics.createCounter('api_history.versions.added', {
      description: 'Versions of API definitions that were added',
      unit: '{version}',
    });
  }

  countVersion({ type, isValid, counts }: ApiVersion): void {
    this.#versions.add(1, {
      type: KNOWN_TYPES.includes(type) ? type : 'other',
      outcome: outcomeOf(isValid, counts?.breaking ?? 0),
    });
  }
}

function outcomeOf(isValid: boolean, breaking: number): string {
  if (!isValid) {
    return 'invalid';
  }
  return breaking > 0 ? 'breaking' : 'compatible';
}
