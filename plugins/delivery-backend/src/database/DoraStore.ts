import type { Knex } from 'knex';
import type { DoraFigures, DoraInput } from '../model/DoraInput';
import type { DayPeriod, DoraSummary } from './DoraSummary';
import { readDoraInputs } from './readDoraInputs';
import { summarizeDora } from './summarizeDora';
import { writeDoraRollups } from './writeDoraRollups';

/** An entity whose days are to be computed, and its revision when that was read. */
export interface PendingEntity {
  entityRef: string;
  revision: string;
}

/** How far the computation has come for some entities. */
export interface DoraProgress {
  pendingEntities: number;
  /** When the oldest of their figures was computed. */
  computedAt?: string;
}

interface Figures {
  entity: PendingEntity;
  figures: DoraFigures;
}

interface DoraStoreOptions {
  knex: Knex;
  /**
   * Stands for the configuration that figures are computed by. Those of another
   * one are computed again.
   */
  definition: string;
}

/** Has new events, or figures of another definition. */
const IS_PENDING =
  '(revision > computed_revision OR definition IS DISTINCT FROM ?)';

/** Keeps the daily figures that the metrics are computed from. */
export class DoraStore {
  readonly #knex: Knex;
  readonly #definition: string;

  constructor(options: DoraStoreOptions) {
    this.#knex = options.knex;
    this.#definition = options.definition;
  }

  /** Entities with events that are not counted yet, or not by this definition. */
  async listPending(limit: number): Promise<PendingEntity[]> {
    const rows = await this.#knex('dora_entities')
      .select('entity_ref', 'revision')
      .whereRaw(IS_PENDING, [this.#definition])
      // Whoever has waited longest goes first, so that nobody waits forever.
      .orderByRaw('computed_at NULLS FIRST, entity_ref')
      .limit(limit);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      revision: row.revision,
    }));
  }

  /** How many such entities there are. */
  async countPending(): Promise<number> {
    const { rows } = await this.#knex.raw(
      `SELECT count(*)::int AS pending FROM dora_entities WHERE ${IS_PENDING}`,
      [this.#definition],
    );
    return rows[0].pending;
  }

  /** The history of each entity that its figures follow from. */
  async readInputs(entityRefs: string[]): Promise<Map<string, DoraInput>> {
    return readDoraInputs(this.#knex, entityRefs);
  }

  /**
   * Replaces the figures from `since` on, a Monday, and what was found about
   * changes and incidents. Older figures stay: their events may be gone.
   */
  async write(all: Figures[], options: { since: string }): Promise<void> {
    // Tables and rows are locked in the order in which events lock them.
    await this.#knex.transaction(async tx => {
      await writeDoraRollups(
        tx,
        all.map(({ entity, figures }) => ({
          entityRef: entity.entityRef,
          days: figures.days,
        })),
        options.since,
      );
      await writeChanges(tx, all);
      await writeCauses(tx, all);
      await tx.raw(
        `WITH mine AS (
           SELECT one.entity_ref, input.revision
           FROM jsonb_to_recordset(?::jsonb)
             AS input("entityRef" text, revision bigint)
           JOIN dora_entities AS one ON one.entity_ref = input."entityRef"
           ORDER BY one.entity_ref FOR NO KEY UPDATE OF one
         )
         UPDATE dora_entities AS present
         SET computed_revision = mine.revision, computed_at = now(), definition = ?
         FROM mine WHERE present.entity_ref = mine.entity_ref`,
        [JSON.stringify(all.map(({ entity }) => entity)), this.#definition],
      );
    });
  }

  /**
   * Adds up sets of entities over a period, in the order of the sets. Weeks are
   * only told apart on demand.
   */
  async summarize(
    sets: string[][],
    options: { period: DayPeriod; byWeek: boolean },
  ): Promise<DoraSummary[]> {
    return summarizeDora(this.#knex, sets, options);
  }

  /** In the order of the sets. */
  async readProgress(sets: string[][]): Promise<DoraProgress[]> {
    const { rows } = await this.#knex.raw(
      `SELECT input.number,
         count(*) FILTER (WHERE ${IS_PENDING})::int AS pending,
         min(e.computed_at) AS computed_at
       FROM jsonb_to_recordset(?::jsonb) AS input(number int, ref text)
       JOIN dora_entities e ON e.entity_ref = input.ref
       GROUP BY input.number`,
      [
        this.#definition,
        JSON.stringify(
          sets.flatMap((refs, number) => refs.map(ref => ({ number, ref }))),
        ),
      ],
    );
    const progress = sets.map((): DoraProgress => ({ pendingEntities: 0 }));
    for (const { number, pending, computed_at: computedAt } of rows) {
      progress[number] = {
        pendingEntities: pending,
        computedAt: computedAt?.toISOString(),
      };
    }
    return progress;
  }
}

async function writeChanges(tx: Knex, all: Figures[]): Promise<void> {
  const rows = all.flatMap(({ figures }) =>
    [...figures.changes].map(([id, { deployedAt, leadSeconds }]) => ({
      id,
      deployed_at: new Date(deployedAt),
      lead_time_seconds: leadSeconds,
    })),
  );
  await tx.raw(
    `WITH input AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset(?::jsonb)
         AS input(id uuid, deployed_at timestamptz, lead_time_seconds int)
     ), mine AS (
       SELECT one.id, input.deployed_at, input.lead_time_seconds
       FROM changes AS one LEFT JOIN input ON input.id = one.id
       WHERE one.entity_ref = ANY(?::text[]) AND one.merged_at IS NOT NULL
         AND (one.deployed_at, one.lead_time_seconds)
           IS DISTINCT FROM (input.deployed_at, input.lead_time_seconds)
       ORDER BY coalesce(one.shared_id, one.id) <> one.id, one.id
       FOR NO KEY UPDATE OF one
     )
     UPDATE changes AS present
     SET deployed_at = mine.deployed_at,
         lead_time_seconds = mine.lead_time_seconds
     FROM mine WHERE present.id = mine.id`,
    [JSON.stringify(rows), all.map(({ entity }) => entity.entityRef)],
  );
}

async function writeCauses(tx: Knex, all: Figures[]): Promise<void> {
  const rows = all.flatMap(({ figures }) =>
    [...figures.causes].map(([id, deploymentId]) => ({
      id,
      deployment_id: deploymentId,
    })),
  );
  await tx.raw(
    `WITH input AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset(?::jsonb)
         AS input(id uuid, deployment_id uuid)
     ), mine AS (
       SELECT one.id, input.deployment_id
       FROM incidents AS one LEFT JOIN input ON input.id = one.id
       WHERE one.entity_ref = ANY(?::text[])
         AND one.deployment_id IS DISTINCT FROM input.deployment_id
       ORDER BY one.id FOR NO KEY UPDATE OF one
     )
     UPDATE incidents AS present SET deployment_id = mine.deployment_id
     FROM mine WHERE present.id = mine.id`,
    [JSON.stringify(rows), all.map(({ entity }) => entity.entityRef)],
  );
}
