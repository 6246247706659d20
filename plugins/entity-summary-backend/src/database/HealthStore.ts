import { toStorableJson } from '@atrium/backend-common';
import type {
  EntityParts,
  EntityRow,
} from '@atrium/plugin-entity-summary-common';
import type { Knex } from 'knex';
import { SUMMED_KINDS } from '../parts/partKinds';
import { HEALTHS } from './entityRow';
import { inTurn } from './inTurn';
import { sumContainers } from './sumContainers';

/** An entity of which the plugins are to be asked now. */
export interface DueEntity {
  entityRef: string;
  kind: string;
  /** What they said the last time. */
  parts: Partial<EntityParts>;
}

/** What the plugins said of an entity. */
export interface AskedEntity {
  entityRef: string;
  parts: Partial<EntityParts>;
  health: EntityRow['health'];
  healthReason: EntityRow['healthReason'];
  /** Whether one of them did not answer: it is asked again before it is usual. */
  isIncomplete: boolean;
}

/** Keeps what the plugins said of entities last, and of which to ask again. */
export class HealthStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Has the plugins asked of some entities now. */
  async markDue(entityRefs: readonly string[]): Promise<void> {
    await inTurn(this.#knex, trx =>
      trx.raw(
        `UPDATE entities SET due_at = now()
         WHERE entity_ref = ANY(?::text[]) AND due_at > now()`,
        [[...entityRefs]],
      ),
    );
  }

  /**
   * Takes some that are due; each is given to one replica only. Were that to end
   * on the way, they are due again after some minutes.
   */
  async takeDue(limit: number): Promise<DueEntity[]> {
    const { rows } = await this.#knex.raw<{
      rows: { entity_ref: string; kind: string; parts: DueEntity['parts'] }[];
    }>(
      `UPDATE entities SET due_at = now() + interval '5 minutes'
       WHERE entity_ref IN (
         SELECT entity_ref FROM entities WHERE due_at <= now()
         ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
       )
       RETURNING entity_ref, kind, parts`,
      [limit],
    );
    return rows.map(({ entity_ref, kind, parts }) => ({
      entityRef: entity_ref,
      kind,
      parts,
    }));
  }

  /**
   * Keeps what the plugins said. They are asked again within the hour where
   * workloads run, and within five hours otherwise, each at another time. What is
   * incomplete is asked of again after 5 minutes, and after twice as long each time
   * that it still is, up to the usual: what does not answer may not for days.
   *
   * @returns the refs of those about which something is new
   */
  async save(entities: readonly AskedEntity[]): Promise<string[]> {
    const { rows } = await inTurn(this.#knex, trx =>
      trx.raw<{
        rows: { entity_ref: string; is_changed: boolean }[];
      }>(
        `UPDATE entities e SET
         parts = one.parts,
         health = CASE WHEN e.kind = ANY(:summed) THEN e.health ELSE one.health END,
         health_reason = CASE WHEN e.kind = ANY(:summed) THEN e.health_reason
           ELSE one."healthReason" END,
         open_incidents = CASE WHEN e.kind = ANY(:summed) THEN e.open_incidents
           ELSE one."openIncidents" END,
         budget_remaining = CASE WHEN e.kind = ANY(:summed) THEN e.budget_remaining
           ELSE one."budgetRemaining" END,
         version = one.version, deployed_at = one."deployedAt",
         level = one.level, level_key = one."levelKey",
         cost_amount = one."costAmount", cost_currency = one."costCurrency",
         asked_at = now(),
         -- What was told while they were asked has it asked again at once.
         due_at = CASE WHEN e.due_at <= now() THEN e.due_at
           ELSE now() + least(
             CASE WHEN one."isIncomplete" THEN
               interval '5 minutes' * power(2, least(e.incomplete_count, 10)) END,
             -- Clusters tell nobody what runs; all others do.
             CASE WHEN one.parts -> 'runtime' IS NOT NULL
               THEN interval '50 minutes' + random() * interval '10 minutes'
               ELSE interval '4 hours' + random() * interval '1 hour' END)
         END,
         incomplete_count = CASE WHEN one."isIncomplete"
           THEN least(e.incomplete_count + 1, 10) ELSE 0 END
       FROM jsonb_to_recordset(:entities::jsonb) AS one ("entityRef" text,
         parts jsonb, health smallint, "healthReason" text,
         "openIncidents" integer, "budgetRemaining" double precision,
         version text, "deployedAt" timestamptz, level jsonb,
         "levelKey" double precision, "costAmount" numeric,
         "costCurrency" text, "isIncomplete" boolean)
       JOIN entities before ON before.entity_ref = one."entityRef"
       WHERE e.entity_ref = one."entityRef"
       RETURNING e.entity_ref, (e.parts #- '{runtime,readAt}') IS DISTINCT FROM
         (before.parts #- '{runtime,readAt}') AS is_changed`,
        {
          entities: toStorableJson(entities.map(toColumns)),
          summed: SUMMED_KINDS,
        },
      ),
    );
    return rows
      .filter(({ is_changed }) => is_changed)
      .map(({ entity_ref }) => entity_ref);
  }

  /**
   * Sums up systems, domains and groups.
   *
   * @returns the refs of those that changed
   */
  async sumUp(): Promise<string[]> {
    return inTurn(this.#knex, sumContainers);
  }
}

function toColumns({ parts, ...entity }: AskedEntity) {
  const { cost, delivery, level, slo } = parts;
  return {
    ...entity,
    parts,
    health: HEALTHS.indexOf(entity.health),
    openIncidents: delivery?.openIncidents ?? 0,
    budgetRemaining: slo?.budgetRemaining,
    version: delivery?.version,
    deployedAt: delivery?.deployedAt,
    level: level && {
      scorecard: level.scorecard,
      scorecardTitle: level.scorecardTitle,
      level: level.level,
      color: level.color,
      rank: level.rank,
      levels: level.levels,
      score: level.score,
    },
    levelKey: level && toLevelKey(level),
    costAmount: cost?.monthToDate.amount,
    costCurrency: cost?.monthToDate.currency,
  };
}

/** Levels of several scorecards in one order; the score decides between equals. */
function toLevelKey({ levels, rank = 0, score = 0 }: EntityParts['level']) {
  return (levels > 0 ? rank / levels : 0) + score / 1_000;
}
