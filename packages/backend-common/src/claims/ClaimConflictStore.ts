import type { Knex } from 'knex';
import { toStorableJson } from '../storable/toStorableJson';

/** An entity that says that something is its own which belongs to others. */
export interface ClaimConflict {
  claimantRef: string;
  /** An entity that it belongs to, on whose page the conflict is shown. */
  holderRef: string;
  /** Stands for what is claimed and for the side that holds it. */
  subject: string;
}

interface ConflictRow {
  claimant_ref: string;
  subject: string;
  is_sent: boolean;
  attempts: number;
}

const MAX_ATTEMPTS = 12;

/**
 * Keeps which conflicts there are, and whether their owners were notified, in
 * the table `claim_conflicts` of a plugin.
 */
export class ClaimConflictStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Notes the conflicts that are there now.
   *
   * @returns those that nobody was notified of; first what was tried least.
   */
  async note<Conflict extends ClaimConflict>(
    conflicts: Conflict[],
    now: Date,
  ): Promise<Conflict[]> {
    const { rows } = await this.#knex.raw<{ rows: ConflictRow[] }>(
      `INSERT INTO claim_conflicts (claimant_ref, subject, last_seen_at)
       SELECT DISTINCT "claimantRef", subject, ?::timestamptz
       FROM jsonb_to_recordset(?::jsonb) AS present("claimantRef" text, subject text)
       ORDER BY "claimantRef", subject
       ON CONFLICT (claimant_ref, subject)
         DO UPDATE SET last_seen_at = excluded.last_seen_at
       RETURNING claimant_ref, subject, is_sent, attempts`,
      [now, toStorableJson(conflicts)],
    );
    const attempts = new Map(
      rows
        .filter(row => !row.is_sent && row.attempts < MAX_ATTEMPTS)
        .map(row => [`${row.claimant_ref} ${row.subject}`, row.attempts]),
    );
    return conflicts
      .flatMap(conflict => {
        const tried = attempts.get(
          `${conflict.claimantRef} ${conflict.subject}`,
        );
        return tried === undefined ? [] : [{ conflict, tried }];
      })
      .sort((a, b) => a.tried - b.tried)
      .map(({ conflict }) => conflict);
  }

  /** Notes that owners were notified, or that it was tried. */
  async markTried(conflicts: ClaimConflict[], isSent: boolean): Promise<void> {
    await this.#knex.raw(
      `UPDATE claim_conflicts AS known
       SET is_sent = ?, attempts = known.attempts + 1
       FROM jsonb_to_recordset(?::jsonb) AS tried("claimantRef" text, subject text)
       WHERE known.claimant_ref = tried."claimantRef"
         AND known.subject = tried.subject`,
      [isSent, toStorableJson(conflicts)],
    );
  }

  /** A conflict that was last seen before, and comes back, is news again. */
  async forget(before: Date): Promise<void> {
    await this.#knex('claim_conflicts')
      .where('last_seen_at', '<', before)
      .delete();
  }
}
