import { readPositiveMs } from '@atrium/backend-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';

const REPORTERS = 'entityGraph.observedEdges.reporters';

/** What `entityGraph` in the configuration says. */
export interface EntityGraphConfig {
  /** How long a call that was seen counts. */
  retentionMs: number;
  /** The subjects of external tokens that may report calls. */
  reporters: readonly string[];
}

/** Reads and checks `entityGraph`. */
export function readEntityGraphConfig(
  config: RootConfigService,
): EntityGraphConfig {
  return {
    retentionMs: readPositiveMs(config, {
      key: 'entityGraph.observedEdges.retention',
      fallback: { days: 14 },
    }),
    reporters: config.getOptionalStringArray(REPORTERS) ?? [],
  };
}
