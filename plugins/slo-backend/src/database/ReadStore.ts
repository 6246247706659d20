import type { Page } from '@atrium/common';
import type {
  ObjectiveStatus,
  SloAlert,
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

/** Which SLOs are wanted. */
export interface SloPageRequest {
  entityRefs: string[];
  states?: SloState[];
  name?: string;
  service?: string;
  limit: number;
  cursor?: string;
}

/** Which alerts are wanted. */
export interface AlertPageRequest {
  entityRefs: string[];
  sloId?: string;
  state?: SloAlert['state'];
  severity?: string;
  from?: string;
  to?: string;
  limit: number;
  cursor?: string;
}

/** Reads what is known of SLOs. */
export interface ReadStore {
  /** Worst first. */
  listSlos(request: SloPageRequest): Promise<Page<StoredSlo>>;
  getSlo(id: string): Promise<StoredSlo | undefined>;
  /** All SLOs of some entities. */
  listSlosOf(entityRefs: string[]): Promise<StoredSlo[]>;
  /** Newest first. */
  listAlerts(request: AlertPageRequest): Promise<Page<SloAlert>>;
  /** How many alerts of entities are firing. */
  countFiring(entityRefs: string[]): Promise<Map<string, number>>;
}
