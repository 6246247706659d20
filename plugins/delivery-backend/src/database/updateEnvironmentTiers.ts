import {
  type EnvironmentTier,
  toEnvironmentTier,
} from '@atrium/plugin-delivery-common';
import type { Knex } from 'knex';

/** Brings the tiers of known environments in line with the configuration. */
export async function updateEnvironmentTiers(
  knex: Knex,
  configured: Record<string, EnvironmentTier>,
): Promise<void> {
  const rows = await knex('environments').select('name');
  await knex.raw(
    `UPDATE environments AS present SET tier = input.tier
     FROM jsonb_to_recordset(?::jsonb) AS input(name text, tier text)
     WHERE present.name = input.name AND present.tier <> input.tier`,
    [
      JSON.stringify(
        rows.map(({ name }) => ({
          name,
          tier: toEnvironmentTier(name, configured),
        })),
      ),
    ],
  );
}
