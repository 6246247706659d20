import type {
  SloDefinition,
  SloObjective,
  SloQueryPart,
} from '@atrium/plugin-slo-common';
import type { JsonValue } from '@backstage/types';
import type { MinuteCount } from './CountStore';

/** What a source wants to remember, by what its query measures. */
export type CollectState = Partial<Record<SloQueryPart, JsonValue>>;

/** A series that sources are asked for. */
export interface CollectedSeries {
  id: number;
  /** Of one of the SLOs that read it. */
  entityRef: string;
  definition: SloDefinition;
  objective: SloObjective;
  /** Missing before the first time. */
  collectedUntil?: Date;
  state: CollectState;
  /** Of the last time. */
  problem?: string;
}

/** What came of asking for a series. */
export interface CollectedCounts {
  seriesId: number;
  counts: MinuteCount[];
  /** Missing where nothing was learnt, so that the same is asked again. */
  collectedUntil?: Date;
  state: CollectState;
  problem?: string;
  warning?: string;
}

/** Keeps how far what was collected. */
export interface CollectStore {
  listCollected(): Promise<CollectedSeries[]>;
  /** Writes counts together with how far they go. */
  save(collected: CollectedCounts[]): Promise<void>;
}
