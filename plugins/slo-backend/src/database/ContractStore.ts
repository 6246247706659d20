import type {
  SlaContract,
  SlaContractInput,
  SlaReport,
} from '@atrium/plugin-slo-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

/** Whether an agreement was deleted. */
export type ContractState = 'current' | 'removed';

/** Keeps agreements, and the months of them that are closed. */
export class ContractStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those of some entities, by name. */
  async list(
    entityRefs: string[],
    { state }: { state?: ContractState },
  ): Promise<SlaContract[]> {
    const rows: ContractRow[] = await this.#knex('contracts')
      .whereIn('entity_ref', entityRefs)
      .where(asked => {
        if (state === 'current') {
          asked.whereNull('removed_at');
        } else if (state === 'removed') {
          asked.whereNotNull('removed_at');
        }
      })
      .orderByRaw("terms ->> 'name', id");
    return rows.map(toContract);
  }

  /** One of them, if wanted also when it was removed. */
  async get(
    id: string,
    { withRemoved }: { withRemoved: boolean },
  ): Promise<SlaContract | undefined> {
    const row: ContractRow | undefined = await this.#knex('contracts')
      .where({ id, ...(withRemoved ? {} : { removed_at: null }) })
      .first();
    return row && toContract(row);
  }

  async create(
    terms: SlaContractInput,
    createdBy: string,
  ): Promise<SlaContract> {
    const now = new Date();
    const [row]: ContractRow[] = await this.#knex('contracts')
      .insert({
        id: randomUUID(),
        entity_ref: terms.entityRef,
        terms: JSON.stringify(terms),
        created_at: now,
        created_by: createdBy,
        updated_at: now,
      })
      .returning('*');
    return toContract(row);
  }

  /** Says nothing where there is none any more. */
  async update(
    id: string,
    terms: SlaContractInput,
  ): Promise<SlaContract | undefined> {
    const rows: ContractRow[] = await this.#knex('contracts')
      .where({ id, removed_at: null })
      .update({
        entity_ref: terms.entityRef,
        terms: JSON.stringify(terms),
        updated_at: new Date(),
      })
      .returning('*');
    return rows.map(toContract).at(0);
  }

  /** Says whether there was one. */
  async remove(id: string): Promise<boolean> {
    const removed = await this.#knex('contracts')
      .where({ id, removed_at: null })
      .update({ removed_at: new Date() });
    return removed > 0;
  }

  /** The closed months of agreements. */
  async listClosed(contractIds: string[]): Promise<SlaReport[]> {
    return this.#knex('closed_reports')
      .whereIn('contract_id', contractIds)
      .pluck('report');
  }

  /** Says whether the month was still open. */
  async close(report: SlaReport): Promise<boolean> {
    const closed = await this.#knex('closed_reports')
      .insert({
        contract_id: report.contract.id,
        month: report.month,
        report: JSON.stringify(report),
      })
      .onConflict(['contract_id', 'month'])
      .ignore()
      .returning('month');
    return closed.length > 0;
  }
}

interface ContractRow {
  id: string;
  terms: SlaContractInput;
  created_at: Date;
  created_by: string;
  updated_at: Date;
  removed_at: Date | null;
}

function toContract(row: ContractRow): SlaContract {
  return {
    ...row.terms,
    id: row.id,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    removedAt: row.removed_at?.toISOString(),
  };
}
