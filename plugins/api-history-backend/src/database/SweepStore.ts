import type { Knex } from 'knex';

/** Where the walk through the APIs of the catalog is. */
export interface Sweep {
  /** Walks are counted, so that what one did not meet can be told. */
  number: number;
  /** Where the catalog goes on. */
  cursor?: string;
}

/** An API as it was last looked at. */
export interface SeenApi {
  etag?: string;
  textHash?: string;
}

interface ApiRow {
  entity_ref: string;
  etag: string | null;
  text_hash: string | null;
  last_number: number;
  seen_sweep: string | number;
  deleted_at: Date | null;
}

interface SweepRow {
  id: number;
  number: string | number;
  cursor: string | null;
}

/** Remembers which APIs were looked at, and where to go on. */
export class SweepStore {
  readonly #client: Knex;

  constructor(client: Knex) {
    this.#client = client;
  }

  async getSweep(): Promise<Sweep> {
    const row = await this.#client<SweepRow>('sweeps').where({ id: 1 }).first();
    return {
      number: Number(row?.number ?? 1),
      cursor: row?.cursor ?? undefined,
    };
  }

  async saveSweep({ number, cursor }: Sweep): Promise<void> {
    await this.#client<SweepRow>('sweeps')
      .insert({ id: 1, number, cursor: cursor ?? null })
      .onConflict('id')
      .merge();
  }

  /** What is known of APIs, by their refs; those never seen are missing. */
  async getSeen(entityRefs: string[]): Promise<Map<string, SeenApi>> {
    const rows = await this.#client<ApiRow>('apis')
      .select('entity_ref', 'etag', 'text_hash')
      .whereRaw('entity_ref = any(?)', [entityRefs]);
    return new Map(
      rows.map(row => [
        row.entity_ref,
        { etag: row.etag ?? undefined, textHash: row.text_hash ?? undefined },
      ]),
    );
  }

  /** Notes that a sweep met APIs, which are no longer deleted then. */
  async markSeen(entityRefs: string[], sweepNumber: number): Promise<void> {
    if (entityRefs.length === 0) {
      return;
    }
    await this.#client<ApiRow>('apis')
      .insert(
        entityRefs.map(entityRef => ({
          entity_ref: entityRef,
          seen_sweep: sweepNumber,
        })),
      )
      .onConflict('entity_ref')
      .merge({ seen_sweep: sweepNumber, deleted_at: null });
  }

  /** Notes what an API looked like when nothing is left to do about it. */
  async markLookedAt(
    entityRef: string,
    { etag, textHash }: Required<SeenApi>,
  ): Promise<void> {
    await this.#client<ApiRow>('apis')
      .where({ entity_ref: entityRef })
      .update({ etag, text_hash: textHash });
  }

  /** Notes that a whole sweep did not meet the rest of the APIs. */
  async markUnseenDeleted(sweepNumber: number, now: Date): Promise<void> {
    await this.#client<ApiRow>('apis')
      .where('seen_sweep', '<', sweepNumber)
      .whereNull('deleted_at')
      .update({ deleted_at: now });
  }

  /** Removes the history of APIs that were deleted before an instant. */
  async removeDeleted(before: Date): Promise<number> {
    return this.#client<ApiRow>('apis')
      .where('deleted_at', '<', before)
      .delete();
  }
}
