import { timeCursor, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type { SloExclusion } from '@atrium/plugin-slo-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

/** Which exclusions of an entity are wanted. */
export interface ExclusionPageRequest {
  entityRef: string;
  from?: string;
  to?: string;
  limit: number;
  cursor?: string;
}

/** A new exclusion. */
export type NewExclusion = Omit<SloExclusion, 'id'> & { sloId?: string };

/** Keeps the times that do not count. */
export class ExclusionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Newest first, removed ones included. */
  async list(request: ExclusionPageRequest): Promise<Page<SloExclusion>> {
    const { from, to, limit } = request;
    const before = timeCursor.decode(request.cursor);
    const all = this.#select().where('e.entity_ref', request.entityRef);
    if (from !== undefined) {
      all.where('e.ends_at', '>', from);
    }
    if (to !== undefined) {
      all.where('e.starts_at', '<', to);
    }
    const [{ count }] = await this.#knex
      .from(all.clone().as('all'))
      .select(this.#knex.raw('count(*)::int AS count'));
    if (before) {
      all.whereRaw('(e.starts_at, e.id) < (?::timestamptz, ?::uuid)', before);
    }
    const rows: ExclusionRow[] = await all
      .orderBy([
        { column: 'e.starts_at', order: 'desc' },
        { column: 'e.id', order: 'desc' },
      ])
      .limit(limit + 1);
    return toPage(rows.map(toExclusion), {
      limit,
      totalItems: count,
      toCursor: ({ from: at, id }) => timeCursor.encode([at, id]),
    });
  }

  /** Those of some entities that still do not count. */
  async listCurrent(entityRefs: string[]): Promise<SloExclusion[]> {
    const rows: ExclusionRow[] = await this.#select()
      .whereIn('e.entity_ref', entityRefs)
      .where({ 'e.removed_at': null })
      .orderBy('e.starts_at');
    return rows.map(toExclusion);
  }

  async get(id: string): Promise<SloExclusion | undefined> {
    const row: ExclusionRow | undefined = await this.#select()
      .where('e.id', id)
      .first();
    return row && toExclusion(row);
  }

  async create({ sloId, ...exclusion }: NewExclusion): Promise<SloExclusion> {
    const id = randomUUID();
    await this.#knex('exclusions').insert({
      id,
      entity_ref: exclusion.entityRef,
      slo_id: sloId ?? null,
      kind: exclusion.kind,
      reason: exclusion.reason,
      starts_at: exclusion.from,
      ends_at: exclusion.to,
      created_at: exclusion.createdAt,
      created_by: exclusion.createdBy,
    });
    return { id, ...exclusion };
  }

  /** Has a time count again; says nothing where it does already. */
  async remove(
    id: string,
    { deletedBy, deletedAt }: { deletedBy: string; deletedAt: string },
  ): Promise<SloExclusion | undefined> {
    const changed = await this.#knex('exclusions')
      .where({ id, removed_at: null })
      .update({ removed_at: deletedAt, removed_by: deletedBy });
    return changed > 0 ? this.get(id) : undefined;
  }

  #select() {
    return this.#knex('exclusions as e')
      .leftJoin('slos as s', 's.id', 'e.slo_id')
      .select('e.*', 's.name as slo_name');
  }
}

interface ExclusionRow {
  id: string;
  entity_ref: string;
  slo_name: string | null;
  kind: SloExclusion['kind'];
  reason: string;
  starts_at: Date;
  ends_at: Date;
  created_at: Date;
  created_by: string;
  removed_at: Date | null;
  removed_by: string | null;
}

function toExclusion(row: ExclusionRow): SloExclusion {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    sloName: row.slo_name ?? undefined,
    kind: row.kind,
    reason: row.reason,
    from: row.starts_at.toISOString(),
    to: row.ends_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    deletedAt: row.removed_at?.toISOString(),
    deletedBy: row.removed_by ?? undefined,
  };
}
