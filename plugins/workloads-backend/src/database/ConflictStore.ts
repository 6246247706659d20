import type { Knex } from 'knex';

/** An entity that claims what another one holds. */
export interface ClaimConflict {
  claimantRef: string;
  holderRef: string;
}

const MAX_ATTEMPTS = 12;
const FORGET_AFTER_MS = 30 * 24 * 60 * 60_000;

/** Keeps which conflicts there are, and whether their owners were notified. */
export class ConflictStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Notes the conflicts that are there now. */
  async note(conflicts: ClaimConflict[], now: Date): Promise<void> {
    await this.#knex.raw(
      `INSERT INTO claim_conflicts (claimant_ref, holder_ref, last_seen_at)
       SELECT "claimantRef", "holderRef", ?::timestamptz
       FROM jsonb_to_recordset(?::jsonb) AS told("claimantRef" text, "holderRef" text)
       ORDER BY "claimantRef", "holderRef"
       ON CONFLICT (claimant_ref, holder_ref)
         DO UPDATE SET last_seen_at = excluded.last_seen_at`,
      [now, JSON.stringify(conflicts)],
    );
  }

  /** Conflicts that nobody was notified of. */
  async listUnsent(limit: number): Promise<ClaimConflict[]> {
    const rows = await this.#knex('claim_conflicts')
      .select('claimant_ref', 'holder_ref')
      .where({ is_sent: false })
      .where('attempts', '<', MAX_ATTEMPTS)
      .orderBy(['attempts', 'holder_ref', 'claimant_ref'])
      .limit(limit);
    return rows.map(row => ({
      claimantRef: row.claimant_ref,
      holderRef: row.holder_ref,
    }));
  }

  /** Notes that owners were notified, or that it was tried. */
  async markTried(conflicts: ClaimConflict[], isSent: boolean): Promise<void> {
    await this.#knex.raw(
      `UPDATE claim_conflicts AS present
       SET is_sent = ?, attempts = present.attempts + 1
       FROM jsonb_to_recordset(?::jsonb) AS told("claimantRef" text, "holderRef" text)
       WHERE present.claimant_ref = told."claimantRef"
         AND present.holder_ref = told."holderRef"`,
      [isSent, JSON.stringify(conflicts)],
    );
  }

  /** A conflict that comes back after 30 days is news again. */
  async forget(now: Date): Promise<void> {
    await this.#knex('claim_conflicts')
      .where('last_seen_at', '<', new Date(now.getTime() - FORGET_AFTER_MS))
      .delete();
  }
}
