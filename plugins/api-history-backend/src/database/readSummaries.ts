import type { ApiSummary } from '@atrium/plugin-api-history-common';
import type { Knex } from 'knex';
import { toApiVersion, VERSION_COLUMNS, type VersionRow } from './versionRow';

type Broken = ApiSummary['broken'][number];

interface BrokenRow {
  entity_ref: string;
  number: number;
  created_at: Date;
  version: string | null;
  previous_version: string | null;
}

/** Values: APIs. */
const LATEST = `SELECT ${VERSION_COLUMNS.map(column => `v.${column}`).join(
  ', ',
)}, v.definition IS NOT NULL AS has_definition
  FROM unnest(?::text[]) AS r(ref)
  CROSS JOIN LATERAL (
    SELECT * FROM versions WHERE entity_ref = r.ref
    ORDER BY number DESC LIMIT 1
  ) v`;

/** Values: APIs, an instant. */
const BROKEN = `SELECT v.entity_ref, v.number, v.created_at, v.version,
    p.version AS previous_version
  FROM unnest(?::text[]) AS r(ref)
  CROSS JOIN LATERAL (
    SELECT * FROM versions
    WHERE entity_ref = r.ref AND breaking_count > 0
      AND created_at >= ?::timestamptz
    ORDER BY number DESC LIMIT 20
  ) v
  LEFT JOIN versions p
    ON p.entity_ref = v.entity_ref AND p.number = v.compared_to
  ORDER BY v.entity_ref, v.number DESC`;

/** Sums up those of some APIs that have versions. */
export async function readSummaries(
  client: Knex,
  { entityRefs, since }: { entityRefs: string[]; since: string },
): Promise<ApiSummary[]> {
  const [latest, broken] = await Promise.all([
    client.raw<{ rows: VersionRow[] }>(LATEST, [entityRefs]),
    client.raw<{ rows: BrokenRow[] }>(BROKEN, [entityRefs, since]),
  ]);
  const brokenOf = new Map<string, Broken[]>();
  for (const row of broken.rows) {
    const own = brokenOf.get(row.entity_ref) ?? [];
    brokenOf.set(row.entity_ref, [...own, toBroken(row)]);
  }
  return latest.rows.map(row => ({
    entityRef: row.entity_ref,
    latest: toApiVersion(row),
    broken: brokenOf.get(row.entity_ref) ?? [],
  }));
}

function toBroken(row: BrokenRow): Broken {
  return {
    number: row.number,
    createdAt: row.created_at.toISOString(),
    version: row.version ?? undefined,
    previousVersion: row.previous_version ?? undefined,
  };
}
