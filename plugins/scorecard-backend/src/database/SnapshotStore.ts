import type { Knex } from 'knex';
import type { EntitySnapshot, ProviderFacts } from '../evaluation/FactSnapshot';

interface SnapshotRow {
  id: number;
  entity_ref: string;
  owner_refs: string[];
  shape: Record<string, unknown>;
  facts: Record<string, [ProviderFacts['values'], number | null]> | null;
}

/** The entities after one, in order of their ids. */
export interface SnapshotPage {
  afterId: number;
  limit: number;
}

interface ReadOptions {
  knex: Knex;
  /** What there is of entities. */
  entities: string;
  values: Record<string, Date | string[]>;
}

/** The entities as they were at an instant. */
const ENTITIES_THEN = `(
  SELECT e.id, e.entity_ref, e.removed_at,
    coalesce(past.owner_refs, e.owner_refs) AS owner_refs,
    coalesce(past.shape, e.shape) AS shape
  FROM entities e LEFT JOIN LATERAL (
    SELECT c.owner_refs, c.shape FROM entity_changes c
    WHERE c.entity_id = e.id AND c.until_at > :at ORDER BY c.until_at LIMIT 1
  ) past ON true
) AS past_entities`;

/** Reads entities with what is, or was, known of them. */
export class SnapshotStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Some entities as they are, or the next of all of them. */
  async read(
    which: SnapshotPage | { ids: readonly number[] },
    { knex = this.#knex, providers }: { knex?: Knex; providers: string[] },
  ): Promise<EntitySnapshot[]> {
    return this.#read(
      which,
      `SELECT entity_id, provider, "values", observed_at FROM facts
       WHERE "values" IS NOT NULL AND provider = ANY(:providers)`,
      { knex, entities: 'entities', values: { providers } },
    );
  }

  /**
   * The same as they were at an instant, and with the facts as they were known
   * then. Of those that were not seen yet, it is what was seen first.
   */
  async readAt(
    which: SnapshotPage | { ids: readonly number[] },
    { at, providers }: { at: Date; providers: string[] },
  ): Promise<EntitySnapshot[]> {
    return this.#read(
      which,
      // As long as something was confirmed again and again, it was fresh.
      `SELECT entity_id, provider, "values",
         least(coalesce(observed_at, :at), :at) AS observed_at
       FROM fact_changes
       WHERE from_at <= :at AND to_at > :at AND "values" IS NOT NULL
         AND provider = ANY(:providers)`,
      {
        knex: this.#knex,
        entities: ENTITIES_THEN,
        values: { at, providers },
      },
    );
  }

  /** Since when facts are kept. */
  async findFirstInstant(): Promise<Date | undefined> {
    const row: { first?: Date | null } | undefined = await this.#knex(
      'fact_changes',
    )
      .min({ first: 'from_at' })
      .first();
    return row?.first ?? undefined;
  }

  async #read(
    which: SnapshotPage | { ids: readonly number[] },
    facts: string,
    { knex, entities, values }: ReadOptions,
  ): Promise<EntitySnapshot[]> {
    const chosen =
      'ids' in which
        ? 'id = ANY(:ids::int[]) ORDER BY id'
        : 'id > :afterId ORDER BY id LIMIT :limit';
    const { rows } = await knex.raw(
      `WITH chosen AS (
         SELECT id, entity_ref, owner_refs, shape FROM ${entities}
         WHERE removed_at IS NULL AND ${chosen}
       )
       SELECT chosen.*, known.facts
       FROM chosen LEFT JOIN (
         SELECT f.entity_id, jsonb_object_agg(f.provider, jsonb_build_array(
           f."values", extract(epoch FROM f.observed_at) * 1000)) AS facts
         FROM (${facts}) f JOIN chosen ON chosen.id = f.entity_id
         GROUP BY 1
       ) known ON known.entity_id = chosen.id
       ORDER BY chosen.id`,
      {
        ...('ids' in which ? { ids: [...which.ids] } : { ...which }),
        ...values,
      },
    );
    return rows.map(toSnapshot);
  }
}

function toSnapshot(row: SnapshotRow): EntitySnapshot {
  const facts: Record<string, ProviderFacts> = {};
  for (const [provider, [values, observedAt]] of Object.entries(
    row.facts ?? {},
  )) {
    facts[provider] = { values, observedAtMs: observedAt ?? 0 };
  }
  return {
    id: row.id,
    entityRef: row.entity_ref,
    ownerRefs: row.owner_refs,
    shape: row.shape,
    facts,
  };
}
