import type { AllocationWorld, ChargeKey } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';

/** What rules ask beyond the charge, as it is at one moment. */
export interface AllocationWorldSnapshot extends AllocationWorld {
  /** The same as long as rules find the same. */
  hash: string;
}

/** Knows which entities there are, and what the portal made. */
export class WorldStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The hash of how it is now. */
  async findHash(): Promise<string> {
    const { rows } = await this.#knex.raw(
      `SELECT md5(
         (SELECT coalesce(string_agg(entity_ref, ',' ORDER BY entity_ref), '') FROM entities)
         || ';' ||
         (SELECT coalesce(string_agg(name || '=' || entity_ref, ',' ORDER BY name), '')
          FROM provisioned_resources)) AS hash`,
    );
    return rows[0].hash;
  }

  /**
   * Takes over what the portal made, by its name at the provider.
   *
   * @returns whether anything is different
   */
  async saveProvisioned(
    entityRefs: ReadonlyMap<string, string>,
  ): Promise<boolean> {
    const found = [...entityRefs].map(([name, ref]) => ({ name, ref }));
    return this.#knex.transaction(async trx => {
      const { rowCount: savedCount } = await trx.raw(
        `INSERT INTO provisioned_resources AS present (name, entity_ref)
         SELECT name, ref FROM jsonb_to_recordset(?::jsonb) AS f (name text, ref text)
         ON CONFLICT (name) DO UPDATE SET entity_ref = excluded.entity_ref
         WHERE present.entity_ref <> excluded.entity_ref`,
        [JSON.stringify(found)],
      );
      const removedCount = await trx('provisioned_resources')
        .whereNotIn('name', [...entityRefs.keys()])
        .delete();
      return savedCount + removedCount > 0;
    });
  }

  /** How it is now. */
  async read(): Promise<AllocationWorldSnapshot> {
    // The hash first: what changes meanwhile is noticed the next time.
    const hash = await this.findHash();
    const refs = new Set<string>(
      await this.#knex('entities').pluck('entity_ref'),
    );
    const provisioned: { name: string; entity_ref: string }[] =
      await this.#knex('provisioned_resources');
    const byName = new Map(
      provisioned.map(({ entity_ref, name }) => [name, entity_ref]),
    );
    return {
      hash,
      hasEntity: ref => refs.has(ref),
      findProvisioned: key =>
        byName.size === 0
          ? undefined
          : namesOf(key)
              .map(name => byName.get(name))
              .find(ref => ref !== undefined),
    };
  }
}

/**
 * What a resource may be called by at its provider: all of its id, the last part of
 * it, as in `arn:aws:rds:eu-central-1:1234:db:orders`, and its name. The portal gives
 * names that end with a part of a UUID, so that no two things share one.
 */
function namesOf({ resourceId = '', resourceName = '' }: ChargeKey): string[] {
  const lastPart = resourceId.split(/[/:]/).at(-1) ?? '';
  return [resourceId, lastPart, resourceName];
}
