import pg from 'pg';
import { Failure } from '@atrium/launcher/src/report.ts';
import type { Portal } from '../portals/Portal.ts';
import { fillCatalog } from '../scope/fillCatalog.ts';

/**
 * Writes the same components below the catalog of a portal that does not run.
 * What an earlier run wrote is left as it is.
 *
 * @throws Failure where an earlier run wrote another number.
 */
export async function seedCatalog(
  portal: Portal,
  components: number,
): Promise<void> {
  const pool = new pg.Pool({
    host: '127.0.0.1',
    port: portal.ports.postgres,
    user: 'postgres',
    password: portal.env.ATRIUM_POSTGRES_PASSWORD,
    database: portal.name.toLowerCase(),
    max: 1,
  });
  try {
    const { rows } = await pool.query<{ seeded: number }>(
      `SELECT count(*)::int AS seeded FROM catalog.refresh_state
       WHERE entity_ref ~ '^component:default/service-[0-9]+$'`,
    );
    const [{ seeded }] = rows;
    if (seeded === 0) {
      await fillCatalog({ pool }, components);
    } else if (seeded !== components) {
      throw new Failure(
        `The catalog of ${portal.name} holds ${seeded} components of an earlier run`,
        { hint: 'Give this number its own state with --home DIR' },
      );
    }
  } finally {
    await pool.end();
  }
}
