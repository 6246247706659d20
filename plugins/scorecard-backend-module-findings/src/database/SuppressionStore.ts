import { deleteInBatches } from '@atrium/backend-common';
import type { Knex } from 'knex';

/** A person who has a finding not count for a while. */
export interface Suppression {
  findingId: string;
  reason: string;
  by: string;
  until: Date;
}

const NO_SUPPRESSION = {
  suppressed_at: null,
  suppressed_until: null,
  suppressed_by: null,
  suppression_reason: null,
};

/** Keeps what persons say of findings, and lets go of what is over. */
export class SuppressionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async suppress({ findingId, reason, by, until }: Suppression): Promise<void> {
    const now = new Date();
    await this.#knex.transaction(async transaction => {
      await transaction('findings').where({ id: findingId }).update({
        suppressed_at: now,
        suppressed_until: until,
        suppressed_by: by,
        suppression_reason: reason,
      });
      await transaction('finding_changes').insert({
        finding_id: findingId,
        at: now,
        change: 'suppressed',
        changed_by: by,
        reason,
      });
    });
  }

  /** Says whether there was a suppression to end. */
  async end(findingId: string, by: string): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const ended = await transaction('findings')
        .where({ id: findingId })
        .where('suppressed_until', '>', new Date())
        .update(NO_SUPPRESSION);
      if (ended > 0) {
        await transaction('finding_changes').insert({
          finding_id: findingId,
          at: new Date(),
          change: 'suppression-ended',
          changed_by: by,
        });
      }
      return ended > 0;
    });
  }

  /** Notes which suppressions are over, and answers whose findings count again. */
  async endExpired(): Promise<string[]> {
    const now = new Date();
    const { rows } = await this.#knex.raw(
      `WITH ended AS (
         SELECT id, suppressed_until AS at FROM findings
         WHERE suppressed_until <= :now FOR UPDATE SKIP LOCKED
       ), freed AS (
         UPDATE findings f SET suppressed_until = NULL, suppressed_at = NULL,
           suppressed_by = NULL, suppression_reason = NULL
         FROM ended WHERE f.id = ended.id RETURNING f.entity_ref
       ), told AS (
         INSERT INTO finding_changes (finding_id, at, change, reason)
         SELECT id, at, 'suppression-ended', 'Its time was over' FROM ended
       )
       SELECT DISTINCT entity_ref FROM freed`,
      { now },
    );
    return rows.map(({ entity_ref: ref }: { entity_ref: string }) => ref);
  }

  /** Deletes what was fixed before a time; their history goes with them. */
  async removeFixedBefore(before: Date): Promise<number> {
    return deleteInBatches(this.#knex, 'findings', {
      before,
      timeColumn: 'fixed_at',
      condition: "t.state = 'fixed'",
    });
  }
}
