import type {
  ObjectiveStatus,
  SloDefinition,
  SloState,
} from '@atrium/plugin-slo-common';

/** An SLO with how it stood at the last tick. */
export interface StoredSlo {
  id: string;
  entityRef: string;
  name: string;
  definition: SloDefinition;
  ownerRefs: string[];
  systemRefs: string[];
  url: string;
  revision?: string;
  isStale: boolean;
  changedAt: Date;
  /** Missing before the first tick. */
  status?: StoredStatus;
  sourceProblem?: string;
  warnings: string[];
}

/** How an SLO stood at the last tick. */
export interface StoredStatus {
  evaluatedAt: Date;
  state: SloState;
  budgetRemaining?: number;
  objectives: ObjectiveStatus[];
  composite?: ObjectiveStatus;
}
