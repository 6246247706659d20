import type { SloState } from '@atrium/plugin-slo-common';
import type { AlertDetails } from '../alerts/OpenAlert';

/** An alert with all that a message about it says. */
export interface AlertNews {
  alertId: string;
  state: 'pending' | 'firing' | 'resolved';
  severity: string;
  rule: string;
  details: AlertDetails;
  startedAt: Date;
  firedAt?: Date;
  resolvedAt?: Date;
  sloId: string;
  sloName: string;
  sloTitle: string;
  service: string;
  objectiveId: string;
  entityRef: string;
  entityTitle?: string;
  ownerRefs: string[];
  /** As it was evaluated last; absent before that. */
  objectiveState?: SloState;
  budgetRemaining?: number;
}

/** A message that is to be sent now. */
export interface DueDelivery {
  id: string;
  target: string;
  attempts: number;
  news: AlertNews;
}

/** Keeps who is to be told of what. */
export interface AlertDeliveryStore {
  /**
   * Takes the one that has been due for longest, if there is one. Nobody else
   * gets it until a time by which it is marked, unless whoever took it is gone.
   */
  takeDue(now: Date, until: Date): Promise<DueDelivery | undefined>;
  markSent(id: string, now: Date): Promise<void>;
  /** Without a time nobody tries any more. */
  markFailed(
    id: string,
    failure: { problem: string; dueAt: Date | undefined },
  ): Promise<void>;
  /** All alerts that are firing, and that a target was told of. */
  listFiring(target: string): Promise<AlertNews[]>;
}
