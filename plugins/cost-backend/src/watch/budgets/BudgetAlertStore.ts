import type { Budget } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import { firstDayOf } from '../../calendar/days';

/** A part of a budget that is reached, by what is spent or expected. */
export interface BudgetAlert {
  entityRef: string;
  basis: 'actual' | 'forecast';
  percent: number;
}

/** Keeps which parts of budgets were reached in a month. */
export class BudgetAlertStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Adds alerts, and says which of them are new. */
  async add(
    trx: Knex.Transaction,
    { alerts, month }: { alerts: readonly BudgetAlert[]; month: string },
  ): Promise<BudgetAlert[]> {
    if (alerts.length === 0) {
      return [];
    }
    const rows = await trx('budget_alerts')
      .insert(
        alerts.map(({ basis, entityRef, percent }) => ({
          entity_ref: entityRef,
          month: firstDayOf(month),
          basis,
          percent,
          at: new Date(),
        })),
      )
      .onConflict()
      .ignore()
      .returning(['entity_ref', 'basis', 'percent']);
    return rows.map(({ basis, entity_ref: entityRef, percent }) => ({
      basis,
      entityRef,
      percent,
    }));
  }

  /** Takes back what some entities had spent, by bills that were corrected since. */
  async removeUnreached(
    trx: Knex.Transaction,
    options: {
      alerts: readonly BudgetAlert[];
      entityRefs: readonly string[];
      month: string;
    },
  ): Promise<void> {
    const { alerts, entityRefs, month } = options;
    await trx.raw(
      `DELETE FROM budget_alerts a
       WHERE a.month = ? AND a.basis = 'actual' AND a.entity_ref = ANY(?::text[])
         AND NOT EXISTS (
           SELECT FROM jsonb_to_recordset(?::jsonb)
             AS r (basis text, "entityRef" text, percent integer)
           WHERE r.basis = a.basis AND r."entityRef" = a.entity_ref
             AND r.percent = a.percent)`,
      [firstDayOf(month), [...entityRefs], JSON.stringify(alerts)],
    );
  }

  /** Those of some entities in a month, in order of time. */
  async find(
    entityRefs: string[],
    month: string,
  ): Promise<Map<string, Budget['alerts']>> {
    const rows: {
      entity_ref: string;
      basis: BudgetAlert['basis'];
      percent: number;
      at: Date;
    }[] = await this.#knex('budget_alerts')
      .where({ month: firstDayOf(month) })
      .whereRaw('entity_ref = ANY(?::text[])', [entityRefs])
      .orderBy(['at', 'percent', 'basis'])
      .select('entity_ref', 'basis', 'percent', 'at');
    const byEntity = Map.groupBy(rows, row => row.entity_ref);
    return new Map(
      [...byEntity].map(([ref, alerts]) => [
        ref,
        alerts.map(({ at, basis, percent }) => ({
          basis,
          percent,
          at: at.toISOString(),
        })),
      ]),
    );
  }
}
