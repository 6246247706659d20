import type { Knex } from 'knex';
import type { WrittenBudget } from '../../answers/budgets/CatalogBudgets';
import { addMonths, firstDayOf } from '../../calendar/days';

/** Keeps what budgets were in the last months: the catalog knows only what they are. */
export class MonthBudgetStore {
  /** Puts the budgets of a month in place of those that it had before. */
  async replace(
    trx: Knex.Transaction,
    { budgets, month }: { budgets: Iterable<WrittenBudget>; month: string },
  ): Promise<void> {
    await trx('month_budgets')
      .where({ month: firstDayOf(month) })
      // The one before is asked for while its last bills come.
      .orWhere('month', '<', firstDayOf(addMonths(month, -1)))
      .delete();
    const rows = [...budgets].map(({ entityRef, text }) => ({
      ref: entityRef,
      budget: text,
    }));
    await trx.raw(
      `INSERT INTO month_budgets (month, entity_ref, budget)
       SELECT ?::date, ref, budget
       FROM jsonb_to_recordset(?::jsonb) AS r (ref text, budget text)`,
      [firstDayOf(month), JSON.stringify(rows)],
    );
  }

  /** Those of a month as they were written, by the refs of the entities. */
  async find(knex: Knex, month: string): Promise<Map<string, string>> {
    const rows: { entity_ref: string; budget: string }[] = await knex(
      'month_budgets',
    )
      .where({ month: firstDayOf(month) })
      .select('entity_ref', 'budget');
    return new Map(rows.map(row => [row.entity_ref, row.budget]));
  }
}
