import { toStorableJson } from '@atrium/backend-common';
import type { Knex } from 'knex';
import { KINDS_WITH_COST, SUMMED_KINDS } from '../parts/partKinds';
import { HEALTHS } from './entityRow';
import type { AskedEntity, DueEntity } from './HealthStore';
import { inTurn } from './inTurn';

/** An entity whose cost alone is to be asked for. */
export interface CostDueEntity extends DueEntity {
  /** When the plugins were asked of all of it, in the words of the database. */
  askedAt: string | null;
}

/** What is asked of wholly within this time is not asked for its cost before. */
const SOON = `interval '10 minutes'`;

/**
 * Keeps of which entities the cost alone is to be asked again. Other sums of cost
 * are news of everything, and the other plugins have none then.
 */
export class CostDueStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Has the cost of everything asked for. */
  async markAllDue(): Promise<void> {
    await inTurn(this.#knex, trx =>
      trx.raw(
        // Who is being asked of now may have said the old sums already.
        `UPDATE entities SET
           due_at = CASE WHEN due_at > now() + ${SOON} THEN due_at
             ELSE least(due_at, now()) END,
           cost_due_at = CASE WHEN due_at > now() + ${SOON} THEN now()
             ELSE cost_due_at END
         WHERE kind = ANY(?::text[]) AND due_at IS NOT NULL`,
        [KINDS_WITH_COST],
      ),
    );
  }

  /**
   * Takes some that are due; each is given to one replica only. Were that to end
   * on the way, or cost not to answer, they are due again after some minutes.
   */
  async takeDue(limit: number): Promise<CostDueEntity[]> {
    const { rows } = await this.#knex.raw<{ rows: CostDueEntity[] }>(
      `UPDATE entities SET cost_due_at = now() + interval '5 minutes'
       WHERE entity_ref IN (
         SELECT entity_ref FROM entities WHERE cost_due_at <= now()
         ORDER BY cost_due_at LIMIT ? FOR UPDATE SKIP LOCKED
       )
       RETURNING entity_ref AS "entityRef", kind, parts,
         asked_at::text AS "askedAt"`,
      [limit],
    );
    return rows;
  }

  /**
   * Keeps the costs of entities of which the plugins were not asked meanwhile; the
   * others are due again after some minutes.
   *
   * @returns the refs of those about which something is new
   */
  async save(
    entities: readonly (AskedEntity & Pick<CostDueEntity, 'askedAt'>)[],
  ): Promise<string[]> {
    const { rows } = await inTurn(this.#knex, trx =>
      trx.raw<{ rows: { entity_ref: string; is_changed: boolean }[] }>(
        `UPDATE entities e SET
           parts = e.parts - 'cost' || one.parts,
           health = CASE WHEN e.kind = ANY(:summed) THEN e.health ELSE one.health END,
           health_reason = CASE WHEN e.kind = ANY(:summed) THEN e.health_reason
             ELSE one."healthReason" END,
           cost_amount = one."costAmount", cost_currency = one."costCurrency",
           -- What was told while it was asked for has it asked again at once.
           cost_due_at = CASE WHEN e.cost_due_at <= now() THEN e.cost_due_at END
         FROM jsonb_to_recordset(:entities::jsonb) AS one ("entityRef" text,
           "askedAt" text, parts jsonb, health smallint, "healthReason" text,
           "costAmount" numeric, "costCurrency" text)
         JOIN entities before ON before.entity_ref = one."entityRef"
         WHERE e.entity_ref = one."entityRef"
           AND e.asked_at::text IS NOT DISTINCT FROM one."askedAt"
         RETURNING e.entity_ref, e.parts -> 'cost' IS DISTINCT FROM
           before.parts -> 'cost' AS is_changed`,
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
}

function toColumns({
  parts: { cost },
  ...entity
}: Parameters<CostDueStore['save']>[0][number]) {
  return {
    ...entity,
    parts: { cost },
    health: HEALTHS.indexOf(entity.health),
    costAmount: cost?.monthToDate.amount,
    costCurrency: cost?.monthToDate.currency,
  };
}
