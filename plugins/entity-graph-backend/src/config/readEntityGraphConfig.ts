import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const RETENTION = 'entityGraph.observedEdges.retention';
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
  const retentionMs = durationToMilliseconds(
    config.has(RETENTION)
      ? readDurationFromConfig(config, { key: RETENTION })
      : { days: 14 },
  );
  if (retentionMs <= 0) {
    throw new InputError(`'${RETENTION}' must be longer than nothing`);
  }
  return {
    retentionMs,
    reporters: config.getOptionalStringArray(REPORTERS) ?? [],
  };
}
