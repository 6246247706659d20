import type { CheckResult } from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import type {
  GrantedExemption,
  GrantedExemptions,
} from '../../evaluation/GrantedExemptions';

/** The exemption that makes a check exempt. */
export type ActiveExemption = NonNullable<CheckResult['exemption']>;

/** What an exemption is of. */
export function exemptionKey(
  { scorecard, entityRef }: { scorecard: string; entityRef: string },
  check: string,
): string {
  return JSON.stringify([scorecard, entityRef, check]);
}

/** Says when which exemptions were in force, and which are now. */
export class GrantedExemptionStore implements GrantedExemptions {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All that were granted, also those that are over: the past is rated too. */
  async list(
    scorecard: string,
    knex: Knex = this.#knex,
  ): Promise<GrantedExemption[]> {
    const { rows } = await knex.raw(
      `SELECT id, scorecard, check_name, entity_ref, reason, granted_at,
         least(until, ended_at) AS until
       FROM exemptions WHERE scorecard = ? AND granted_at IS NOT NULL`,
      [scorecard],
    );
    return rows.map((row: GrantedRow) => ({
      id: row.id,
      scorecard: row.scorecard,
      check: row.check_name,
      entityRef: row.entity_ref,
      reason: row.reason,
      fromMs: row.granted_at.getTime(),
      untilMs: row.until.getTime(),
    }));
  }

  /** Those that hold now of some entities in scorecards, by {@link exemptionKey}. */
  async findActive(
    of: readonly { scorecard: string; entityRef: string }[],
  ): Promise<Map<string, ActiveExemption>> {
    const rows: ActiveRow[] = await this.#knex('exemptions')
      .where('state', 'granted')
      .where('until', '>', this.#knex.fn.now())
      .whereIn('scorecard', [...new Set(of.map(one => one.scorecard))])
      .whereIn('entity_ref', [...new Set(of.map(one => one.entityRef))])
      .select('*');
    return new Map(
      rows.map(row => [
        exemptionKey(
          { scorecard: row.scorecard, entityRef: row.entity_ref },
          row.check_name,
        ),
        { id: row.id, reason: row.reason, until: row.until.toISOString() },
      ]),
    );
  }
}

interface GrantedRow {
  id: string;
  scorecard: string;
  check_name: string;
  entity_ref: string;
  reason: string;
  granted_at: Date;
  until: Date;
}

interface ActiveRow {
  id: string;
  scorecard: string;
  entity_ref: string;
  check_name: string;
  reason: string;
  until: Date;
}
