import type { Knex } from 'knex';

/** That a check is passed over for an entity, from an instant to another. */
export interface GrantedExemption {
  id: string;
  scorecard: string;
  check: string;
  entityRef: string;
  reason: string;
  fromMs: number;
  untilMs: number;
}

/**
 * Knows which exemptions were granted. Whoever grants or revokes one has its
 * entity rated anew by `EvaluationQueue`.
 */
export interface GrantedExemptions {
  /** All of a scorecard, also those that are over: the past is rated too. */
  list(scorecard: string, knex?: Knex): Promise<GrantedExemption[]>;
}
