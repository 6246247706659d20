import type {
  CheckDefinition,
  CheckOutcome,
} from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';

/** A check of a scorecard in force, and an entity that it rates. */
export interface RatedCheck {
  scorecardTitle: string;
  scorecardOwnerRef: string;
  definition: CheckDefinition;
  ownerRefs: string[];
  outcome: CheckOutcome;
}

/** Finds single checks of entities. */
export class RatedCheckStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** `undefined` where the scorecard does not rate the entity by that check. */
  async find(of: {
    scorecard: string;
    check: string;
    entityRef: string;
  }): Promise<RatedCheck | undefined> {
    const { rows } = await this.#knex.raw(
      `SELECT coalesce(s.definition #>> '{metadata,title}', s.name) AS title,
         s.definition #>> '{spec,owner}' AS owner, c.definition, n.owner_refs,
         r.outcomes ->> (c.definition ->> 'name') AS outcome
       FROM scorecards s
       JOIN LATERAL jsonb_array_elements(s.definition #> '{spec,checks}')
         AS c (definition) ON c.definition ->> 'name' = :check
       JOIN entities n ON n.entity_ref = :entityRef AND n.removed_at IS NULL
       JOIN results r ON r.scorecard = s.name AND r.entity_id = n.id
       WHERE s.name = :scorecard AND s.removed_at IS NULL`,
      of,
    );
    return rows
      .map((row: RatedCheckRow) => ({
        scorecardTitle: row.title,
        scorecardOwnerRef: row.owner,
        definition: row.definition,
        ownerRefs: row.owner_refs,
        // A check that was added just now was not looked at yet.
        outcome: row.outcome ?? 'unknown',
      }))
      .at(0);
  }
}

interface RatedCheckRow {
  title: string;
  owner: string;
  definition: CheckDefinition;
  owner_refs: string[];
  outcome: CheckOutcome | null;
}
