import type { GateOverride } from '@atrium/plugin-slo-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

/** Keeps who has opened which gate, and why. */
export class GateStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The override of an entity that holds now and lasts longest. */
  async getOverride(
    entityRef: string,
    now: Date,
  ): Promise<GateOverride | undefined> {
    const row = await this.#knex('gate_overrides')
      .where({ entity_ref: entityRef })
      .where('expires_at', '>', now)
      .orderBy('expires_at', 'desc')
      .first();
    return (
      row && {
        reason: row.reason,
        until: row.expires_at.toISOString(),
        createdBy: row.created_by,
        createdAt: row.created_at.toISOString(),
      }
    );
  }

  async addOverride(entityRef: string, override: GateOverride): Promise<void> {
    await this.#knex('gate_overrides').insert({
      id: randomUUID(),
      entity_ref: entityRef,
      reason: override.reason,
      created_at: override.createdAt,
      created_by: override.createdBy,
      expires_at: override.until,
    });
  }
}
