import type { Knex } from 'knex';
import type { SeenApi, Sweep, SweepStore } from './SweepStore';

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

/** Keeps the state of sweeps on PostgreSQL. */
export class DatabaseSweepStore implements SweepStore {
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

  async markLookedAt(
    entityRef: string,
    { etag, textHash }: Required<SeenApi>,
  ): Promise<void> {
    await this.#client<ApiRow>('apis')
      .where({ entity_ref: entityRef })
      .update({ etag, text_hash: textHash });
  }

  async markUnseenDeleted(sweepNumber: number, now: Date): Promise<void> {
    await this.#client<ApiRow>('apis')
      .where('seen_sweep', '<', sweepNumber)
      .whereNull('deleted_at')
      .update({ deleted_at: now });
  }

  async removeDeleted(before: Date): Promise<number> {
    return this.#client<ApiRow>('apis')
      .where('deleted_at', '<', before)
      .delete();
  }
}
