import type { GateOverride } from '@atrium/plugin-slo-common';

/** Keeps who has opened which gate, and why. */
export interface GateStore {
  /** The override of an entity that holds now and lasts longest. */
  getOverride(entityRef: string, now: Date): Promise<GateOverride | undefined>;
  addOverride(entityRef: string, override: GateOverride): Promise<void>;
}
