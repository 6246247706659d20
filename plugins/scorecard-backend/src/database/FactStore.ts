import type { FactValue } from '@atrium/plugin-scorecard-common';
import type { FactProvider } from '@atrium/plugin-scorecard-node';
import { toStorableJson } from '@atrium/backend-common';
import type { Knex } from 'knex';
import { lockFacts } from './lockFacts';
import type { StoreListeners } from './StoreListeners';

/** What a provider says of an entity, as it is kept. */
export interface SavedFacts {
  entityId: number;
  /** Undefined where it says nothing. */
  values: Record<string, FactValue> | undefined;
  urls?: Record<string, string>;
  observedAt?: string;
  /** Sooner than the provider is asked of others, until it is the same for a day. */
  refreshMs?: number;
  /** Whether these are the facts of having nothing. */
  isEmpty?: boolean;
  /** Since when it was to be asked about, where a provider was. */
  dueAt?: string;
}

/** An entity that a provider is to be asked about. */
export interface DueEntity {
  id: number;
  entityRef: string;
  /** Since when, to the microsecond. */
  dueAt: string;
}

/** What somebody tells of the time before the portal looked for itself. */
export interface ImportedFacts {
  entityId: number;
  provider: string;
  at: string;
  values: Record<string, FactValue>;
}

interface SaveFactsOptions {
  provider: string;
  /** After how long the provider is asked again; never where facts are pushed. */
  refreshMs?: number;
  /** The same where it knew nothing, once and for all; ever later without it. */
  unknownRefreshMs?: number;
  freshnessMs: number;
  /** Whether facts are left out that say they were observed before those that are known. */
  keepsNewer?: boolean;
}

/** Facts that were the same for so long are not expected to change soon. */
const STEADY_AFTER = '1 day';
/** How much less often a provider is asked that knows nothing of an entity. */
const UNKNOWN_FACTOR = 8;
/**
 * How much sooner at most a provider is asked than it wants to be, at random: those
 * that were told of together come due one by one.
 */
const JITTER = 0.25;

/** Keeps what providers say of entities. */
export class FactStore {
  readonly #knex: Knex;
  readonly #listeners: StoreListeners;
  readonly #jitter: number;

  constructor(
    knex: Knex,
    listeners: StoreListeners = {},
    { jitter = JITTER }: { jitter?: number } = {},
  ) {
    this.#knex = knex;
    this.#listeners = listeners;
    this.#jitter = jitter;
  }

  /**
   * Has all entities asked about that a provider knows anything of.
   *
   * @returns how often, for the first time
   */
  async syncProviders(
    providers: readonly Pick<FactProvider, 'description' | 'kinds'>[],
    entityRefs: readonly string[],
  ): Promise<number> {
    const { rowCount } = await this.#knex.raw(
      `INSERT INTO facts (entity_id, provider, due_at)
       SELECT e.id, p.id, now()
       FROM jsonb_to_recordset(?::jsonb) AS p (id text, kinds text[])
       JOIN entities e ON e.kind = ANY(p.kinds) AND e.removed_at IS NULL
       WHERE e.entity_ref = ANY(?::text[]) AND NOT EXISTS (
         SELECT FROM facts f WHERE f.entity_id = e.id AND f.provider = p.id
       )
       ON CONFLICT (entity_id, provider) DO NOTHING`,
      [
        JSON.stringify(
          providers.map(({ description, kinds = ['component'] }) => ({
            id: description.id,
            kinds,
          })),
        ),
        [...entityRefs],
      ],
    );
    return rowCount;
  }

  /**
   * Has a provider asked about entities as soon as possible, and once more where it
   * is being asked.
   */
  async markDue(
    provider: string,
    entityRefs: readonly string[],
  ): Promise<void> {
    await this.#knex.raw(
      `UPDATE facts f SET due_at = now()
       FROM entities e
       WHERE e.id = f.entity_id AND f.provider = ? AND f.due_at IS NOT NULL
         AND e.entity_ref = ANY(?::text[])`,
      [provider, [...entityRefs]],
    );
  }

  /**
   * Has a provider asked soon about those entities that it knew nothing of, or had
   * nothing of, as {@link markDue} does.
   *
   * @returns whether there are any
   */
  async markUnknownDue(
    provider: string,
    entityRefs: readonly string[] | 'all',
  ): Promise<boolean> {
    const isAll = entityRefs === 'all';
    const { rowCount } = await this.#knex.raw(
      `UPDATE facts f SET due_at = now()
       FROM entities e
       WHERE e.id = f.entity_id AND f.provider = ? AND f.due_at IS NOT NULL
         AND (f."values" IS NULL OR f.is_empty)
         ${isAll ? '' : 'AND e.entity_ref = ANY(?::text[])'}`,
      isAll ? [provider] : [provider, [...entityRefs]],
    );
    return rowCount > 0;
  }

  /** Those of some providers that are to be asked about anybody now. */
  async findDueProviders(providers: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.#knex.raw(
      `SELECT p.id FROM unnest(?::text[]) AS p (id)
       WHERE EXISTS (
         SELECT FROM facts f JOIN entities e ON e.id = f.entity_id
         WHERE f.provider = p.id AND f.due_at <= now() AND e.removed_at IS NULL
       )`,
      [[...providers]],
    );
    return new Set(rows.map(({ id }: { id: string }) => id));
  }

  /** Whom a provider is to be asked about now, who waits longest first. */
  async listDue(provider: string, limit: number): Promise<DueEntity[]> {
    const { rows } = await this.#knex.raw(
      `SELECT e.id, e.entity_ref AS "entityRef", f.due_at::text AS "dueAt"
       FROM facts f JOIN entities e ON e.id = f.entity_id
       WHERE f.provider = ? AND f.due_at <= now() AND e.removed_at IS NULL
       ORDER BY f.due_at LIMIT ?`,
      [provider, limit],
    );
    return rows;
  }

  /** Has a provider asked again later about those it could not answer for. */
  async postpone(
    provider: string,
    { delayMs, entityIds }: { delayMs: number; entityIds: number[] },
  ): Promise<void> {
    await this.#knex.raw(
      `UPDATE facts SET due_at = now() + ? * interval '1 millisecond'
       WHERE provider = ? AND entity_id = ANY(?::int[])`,
      [delayMs, provider, entityIds],
    );
  }

  /**
   * Takes over what a provider says of entities. Those of whom it says something
   * else than before, or whose facts were too old, are rated anew. What was the same
   * for a day is asked for half as often; what is not known, ever less often; each up to
   * a quarter sooner. Whoever was marked while the provider was asked stays due.
   *
   * @returns the ids of those whose facts were left out
   */
  async save(
    facts: readonly SavedFacts[],
    options: SaveFactsOptions,
  ): Promise<number[]> {
    const { provider, refreshMs, unknownRefreshMs, freshnessMs } = options;
    const rows = facts.map(one => ({
      id: one.entityId,
      d: one.dueAt ?? null,
      v: one.values ?? null,
      u: one.urls ?? null,
      o: one.observedAt ?? null,
      r: one.refreshMs ?? null,
      e: one.isEmpty ?? false,
    }));
    /** Less often, but before half of the time is over that facts are fresh. */
    const atMost = (ms: number) =>
      refreshMs === undefined
        ? null
        : Math.max(refreshMs, Math.min(ms, freshnessMs / 2));
    const seldomMs = atMost(
      unknownRefreshMs ?? UNKNOWN_FACTOR * (refreshMs ?? NaN),
    );
    const { queuedCount, leftOutIds } = await this.#knex.transaction(
      async trx => {
        await lockFacts(
          trx,
          provider,
          facts.map(({ entityId }) => entityId),
        );
        // The transaction may have begun before what it waited for was written.
        const {
          rows: [counts],
        } = await trx.raw(
          `WITH sent AS (
         SELECT id, nullif(v, 'null') AS v, nullif(u, 'null') AS u,
           coalesce(o, statement_timestamp()) AS o, o IS NOT NULL AS is_dated, d, r, e
         FROM jsonb_to_recordset(:rows::jsonb)
           AS t (id int, v jsonb, u jsonb, o timestamptz, d timestamptz, r float8,
             e boolean)
       ), before AS (
         SELECT f.entity_id, f."values", f.observed_at,
           CASE WHEN f.due_at <> sent.d THEN f.due_at END AS marked_at,
           CASE WHEN f."values" IS NULL OR f.is_empty
             THEN 1000 * extract(epoch FROM f.due_at - f.collected_at) END AS waited_ms
         FROM facts f JOIN sent ON sent.id = f.entity_id
         WHERE f.provider = :provider
       ), told AS (
         SELECT sent.* FROM sent LEFT JOIN before ON before.entity_id = sent.id
         WHERE NOT (:keepsNewer AND sent.is_dated
           AND coalesce(before.observed_at > sent.o, false))
       ), changed AS (
         SELECT told.*, before.observed_at AS last_observed_at
         FROM told LEFT JOIN before ON before.entity_id = told.id
         WHERE before."values" IS DISTINCT FROM told.v
       ), steady AS (
         SELECT told.id FROM told
         JOIN before ON before.entity_id = told.id AND before."values" = told.v
         JOIN fact_changes c ON c.entity_id = told.id AND c.provider = :provider
           AND c.to_at = 'infinity'
         WHERE c.from_at < statement_timestamp() - interval '${STEADY_AFTER}'
       ), closed AS (
         UPDATE fact_changes c
         SET to_at = statement_timestamp(),
           observed_at = coalesce(changed.last_observed_at, c.from_at)
         FROM changed
         WHERE c.entity_id = changed.id AND c.provider = :provider
           AND c.to_at = 'infinity'
       ), opened AS (
         INSERT INTO fact_changes (entity_id, provider, from_at, "values")
         SELECT id, :provider, statement_timestamp(), v FROM changed
         ON CONFLICT (entity_id, provider, from_at)
         DO UPDATE SET "values" = excluded."values"
       ), saved AS (
         INSERT INTO facts AS f (entity_id, provider, "values", urls, is_empty,
           observed_at, collected_at, due_at)
         SELECT told.id, :provider, v, u, e, o, statement_timestamp(),
           coalesce(before.marked_at, statement_timestamp()
             + (1 - :jitter * random()) * interval '1 millisecond'
             * CASE WHEN :refreshMs::float8 IS NULL THEN NULL
               WHEN v IS NULL OR e THEN least(:seldomMs::float8,
                 greatest(2 * before.waited_ms::float8, :firstMs::float8))
               WHEN steady.id IS NULL THEN least(told.r, :refreshMs::float8)
               ELSE :steadyMs::float8 END)
         FROM told LEFT JOIN steady ON steady.id = told.id
           LEFT JOIN before ON before.entity_id = told.id
         ORDER BY told.id
         ON CONFLICT (entity_id, provider) DO UPDATE
         SET "values" = excluded."values", urls = excluded.urls,
           is_empty = excluded.is_empty, observed_at = excluded.observed_at, collected_at = excluded.collected_at,
           due_at = excluded.due_at
       ), queued AS (
         INSERT INTO evaluation_queue (entity_id)
         SELECT id FROM changed
         UNION
         SELECT entity_id FROM before
         WHERE observed_at
           < statement_timestamp() - :freshnessMs * interval '1 millisecond'
         RETURNING 1
       )
       SELECT (SELECT count(*)::int FROM queued) AS "queuedCount",
         ARRAY(SELECT id FROM sent EXCEPT SELECT id FROM told) AS "leftOutIds"`,
          {
            rows: toStorableJson(rows),
            provider,
            refreshMs: refreshMs ?? null,
            firstMs:
              unknownRefreshMs === undefined ? refreshMs ?? null : seldomMs,
            seldomMs,
            steadyMs: atMost(2 * (refreshMs ?? NaN)),
            jitter: this.#jitter,
            freshnessMs,
            keepsNewer: options.keepsNewer ?? false,
          } as Record<string, Knex.RawBinding>,
        );
        return counts;
      },
    );
    if (queuedCount > 0) {
      this.#listeners.onQueued?.();
    }
    return leftOutIds;
  }

  /**
   * Takes over the past of facts, up to when the portal looked for itself.
   *
   * @returns which of the items were of a later time, by their place
   */
  async import(items: readonly ImportedFacts[]): Promise<number[]> {
    return this.#knex.transaction(async trx => {
      const { rows } = await trx.raw(
        `WITH told AS (
           SELECT place, t.* FROM jsonb_array_elements(?::jsonb)
             WITH ORDINALITY AS one (item, place),
             jsonb_to_record(one.item)
               AS t ("entityId" int, provider text, at timestamptz, "values" jsonb)
         ), own AS (
           SELECT c.entity_id, c.provider, min(c.from_at) AS first_at
           FROM fact_changes c
           WHERE NOT c.is_imported AND (c.entity_id, c.provider) IN
             (SELECT "entityId", provider FROM told)
           GROUP BY 1, 2
         ), judged AS (
           SELECT told.*, told.at < coalesce(own.first_at, now()) AS is_past
           FROM told LEFT JOIN own
             ON own.entity_id = told."entityId" AND own.provider = told.provider
         ), kept AS (
           INSERT INTO fact_changes (entity_id, provider, from_at, to_at, "values",
             is_imported)
           SELECT DISTINCT ON ("entityId", provider, at)
             "entityId", provider, at, at, "values", true
           FROM judged WHERE is_past ORDER BY "entityId", provider, at, place DESC
           ON CONFLICT (entity_id, provider, from_at)
           DO UPDATE SET "values" = excluded."values"
           WHERE fact_changes.is_imported
         )
         SELECT place::int - 1 AS place FROM judged WHERE NOT is_past`,
        [toStorableJson(items)],
      );
      const ids = [...new Set(items.map(({ entityId }) => entityId))];
      // Each holds until the next: of imported ones nobody says when they ended.
      await trx.raw(
        `UPDATE fact_changes c SET to_at = next.at, observed_at = next.at
         FROM (
           SELECT entity_id, provider, from_at, coalesce(lead(from_at)
             OVER (PARTITION BY entity_id, provider ORDER BY from_at), now()) AS at
           FROM fact_changes WHERE entity_id = ANY(?::int[])
         ) next
         WHERE c.is_imported AND next.entity_id = c.entity_id
           AND next.provider = c.provider AND next.from_at = c.from_at
           AND c.to_at IS DISTINCT FROM next.at`,
        [ids],
      );
      await trx('scorecards').whereNull('removed_at').update({
        past_wanted_at: trx.fn.now(),
      });
      return rows.map(({ place }: { place: number }) => place);
    });
  }

  /** Where the facts of an entity can be seen, by provider and fact. */
  async readUrls(
    entityId: number,
  ): Promise<Record<string, Record<string, string>>> {
    const rows: { provider: string; urls: Record<string, string> }[] =
      await this.#knex('facts')
        .where({ entity_id: entityId })
        .whereNotNull('urls')
        .select('provider', 'urls');
    return Object.fromEntries(
      rows.map(({ provider, urls }) => [provider, urls]),
    );
  }

  /** Forgets what was said, once it is over for long. */
  async deleteOlderThan(before: Date): Promise<number> {
    return this.#knex('fact_changes').where('to_at', '<', before).delete();
  }
}
