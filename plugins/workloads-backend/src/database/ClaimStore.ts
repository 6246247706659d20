import type { Knex } from 'knex';

/** A claim as it is kept. */
export interface SeenClaim {
  /** Stands for what is claimed, by which entity of which owners. */
  digest: string;
  entityRef: string;
}

const DAY_MS = 24 * 60 * 60_000;
const FORGET_AFTER_MS = 30 * DAY_MS;

/** Keeps since when entities claim what they claim. */
export class ClaimStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Notes claims, and tells since when each is known, by digest.
   *
   * @remarks Reads alone while nothing is new: each claim is written when it
   * comes, and then once a day.
   */
  async note(claims: SeenClaim[], now: Date): Promise<Map<string, Date>> {
    const known = await this.#read(claims);
    const freshSince = now.getTime() - DAY_MS;
    const due = claims.filter(
      ({ digest }) =>
        (known.get(digest)?.last_seen_at.getTime() ?? 0) <= freshSince,
    );
    if (due.length === 0) {
      return toFirstSeen(known);
    }
    await this.#knex.raw(
      `INSERT INTO claims (digest, entity_ref, first_seen_at, last_seen_at)
       SELECT DISTINCT ON (digest) digest, "entityRef", ?::timestamptz, ?::timestamptz
       FROM jsonb_to_recordset(?::jsonb) AS given(digest text, "entityRef" text)
       ORDER BY digest
       ON CONFLICT (digest) DO UPDATE SET
         last_seen_at = greatest(claims.last_seen_at, excluded.last_seen_at)`,
      [now, now, JSON.stringify(due)],
    );
    // Another replica may have been first.
    return toFirstSeen(await this.#read(claims));
  }

  /** Claims that nobody has made for 30 days begin anew. */
  async forget(now: Date): Promise<void> {
    await this.#knex('claims')
      .where('last_seen_at', '<', new Date(now.getTime() - FORGET_AFTER_MS))
      .delete();
  }

  async #read(claims: SeenClaim[]): Promise<Map<string, ClaimRow>> {
    const { rows } = await this.#knex.raw<{ rows: ClaimRow[] }>(
      `SELECT digest, first_seen_at, last_seen_at FROM claims
       WHERE digest = ANY(?::text[])`,
      [claims.map(({ digest }) => digest)],
    );
    return new Map(rows.map(row => [row.digest, row]));
  }
}

interface ClaimRow {
  digest: string;
  first_seen_at: Date;
  last_seen_at: Date;
}

function toFirstSeen(rows: Map<string, ClaimRow>): Map<string, Date> {
  return new Map([...rows].map(([digest, row]) => [digest, row.first_seen_at]));
}
