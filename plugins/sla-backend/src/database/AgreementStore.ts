import { openDatabase } from '@atrium/backend-common';
import type {
  Agreement,
  AgreementTerms,
  MonthlyReport,
} from '@atrium/plugin-sla-common';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

/** Whether an agreement was deleted. */
export type AgreementState = 'current' | 'removed';

/** Keeps agreements, and the months of them that are closed. */
export class AgreementStore {
  readonly #knex: Knex;

  /** Opens the store, and brings its tables up to date. */
  static async create(database: DatabaseService): Promise<AgreementStore> {
    const packageName = '@atrium/plugin-sla-backend';
    return new AgreementStore(await openDatabase(database, { packageName }));
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those of some entities, by name. */
  async list(
    entityRefs: string[],
    { state }: { state?: AgreementState },
  ): Promise<Agreement[]> {
    const rows: AgreementRow[] = await this.#knex('agreements')
      .whereIn('entity_ref', entityRefs)
      .where(builder => {
        if (state === 'current') {
          builder.whereNull('removed_at');
        } else if (state === 'removed') {
          builder.whereNotNull('removed_at');
        }
      })
      .orderByRaw("terms ->> 'name', id");
    return rows.map(toAgreement);
  }

  /** The refs of all entities that have agreements or had some, in order. */
  async listEntityRefs(): Promise<string[]> {
    return this.#knex('agreements')
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  /** One of them, if wanted also when it was removed. */
  async get(
    id: string,
    { withRemoved }: { withRemoved: boolean },
  ): Promise<Agreement | undefined> {
    const row: AgreementRow | undefined = await this.#knex('agreements')
      .where({ id, ...(withRemoved ? {} : { removed_at: null }) })
      .first();
    return row && toAgreement(row);
  }

  async create(terms: AgreementTerms, createdBy: string): Promise<Agreement> {
    const now = new Date();
    const [row]: AgreementRow[] = await this.#knex('agreements')
      .insert({
        id: randomUUID(),
        entity_ref: terms.entityRef,
        terms: JSON.stringify(terms),
        created_at: now,
        created_by: createdBy,
        updated_at: now,
      })
      .returning('*');
    return toAgreement(row);
  }

  /** Says nothing where there is none any more. */
  async update(
    id: string,
    terms: AgreementTerms,
  ): Promise<Agreement | undefined> {
    const rows: AgreementRow[] = await this.#knex('agreements')
      .where({ id, removed_at: null })
      .update({
        entity_ref: terms.entityRef,
        terms: JSON.stringify(terms),
        updated_at: new Date(),
      })
      .returning('*');
    return rows.map(toAgreement).at(0);
  }

  /** Says whether there was one. */
  async remove(id: string): Promise<boolean> {
    const removed = await this.#knex('agreements')
      .where({ id, removed_at: null })
      .update({ removed_at: new Date() });
    return removed > 0;
  }

  /** The closed months of agreements. */
  async listClosed(agreementIds: string[]): Promise<MonthlyReport[]> {
    return this.#knex('closed_reports')
      .whereIn('agreement_id', agreementIds)
      .pluck('report');
  }

  /** Says whether the month was still open. */
  async close(report: MonthlyReport): Promise<boolean> {
    const closed = await this.#knex('closed_reports')
      .insert({
        agreement_id: report.agreement.id,
        month: report.month,
        report: JSON.stringify(report),
      })
      .onConflict(['agreement_id', 'month'])
      .ignore()
      .returning('month');
    return closed.length > 0;
  }
}

interface AgreementRow {
  id: string;
  terms: AgreementTerms;
  created_at: Date;
  created_by: string;
  updated_at: Date;
  removed_at: Date | null;
}

function toAgreement(row: AgreementRow): Agreement {
  return {
    ...row.terms,
    id: row.id,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    removedAt: row.removed_at?.toISOString(),
  };
}
