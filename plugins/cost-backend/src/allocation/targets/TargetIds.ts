import type { ChargeDestination } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';

/** The target of charges that no rule allocates. */
export const UNALLOCATED_TARGET_ID = 1;

/** Gives the places where charges go their ids. */
export class TargetIds {
  readonly #knex: Knex;
  readonly #ids = new Map<string, number>();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The ids of some places, in order; new ones are added. */
  async find(destinations: readonly ChargeDestination[]): Promise<number[]> {
    const missing = new Map<string, { kind: string; ref: string }>();
    for (const one of destinations) {
      if (one.kind !== 'unallocated' && !this.#ids.has(nameOf(one))) {
        missing.set(nameOf(one), { kind: one.kind, ref: one.ref });
      }
    }
    if (missing.size > 0) {
      await this.#add([...missing.values()]);
    }
    return destinations.map(
      one => this.#ids.get(nameOf(one)) ?? UNALLOCATED_TARGET_ID,
    );
  }

  async #add(targets: readonly { kind: string; ref: string }[]): Promise<void> {
    const wanted = JSON.stringify(targets);
    await this.#knex.raw(
      `INSERT INTO targets (kind, ref)
       SELECT kind, ref FROM jsonb_to_recordset(?::jsonb) AS w (kind text, ref text)
       WHERE NOT EXISTS (SELECT FROM targets t WHERE (t.kind, t.ref) = (w.kind, w.ref))
       ON CONFLICT DO NOTHING`,
      [wanted],
    );
    const { rows } = await this.#knex.raw(
      `SELECT t.* FROM targets t
       JOIN jsonb_to_recordset(?::jsonb) AS w (kind text, ref text) USING (kind, ref)`,
      [wanted],
    );
    for (const { id, kind, ref } of rows) {
      this.#ids.set(`${kind} ${ref}`, id);
    }
  }
}

function nameOf(one: ChargeDestination): string {
  return one.kind === 'unallocated' ? one.kind : `${one.kind} ${one.ref}`;
}
