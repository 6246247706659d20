import type { Knex } from 'knex';
import type { AppliedScan } from './applyFindings';

/**
 * Makes what is in `staged_components` the bill of materials of a tool. A version
 * that was there before keeps since when it was.
 *
 * @returns how many components it has
 */
export async function applyComponents(
  transaction: Knex.Transaction,
  { entityRef, category, scannedAt }: AppliedScan,
  { tool, isComplete }: { tool: string; isComplete: boolean },
): Promise<number> {
  const source = { entityRef, category, tool, at: scannedAt };
  if (isComplete) {
    await transaction.raw(
      `DELETE FROM finding_components c
       WHERE c.entity_ref = :entityRef AND c.tool = :tool AND c.category = :category
         AND NOT EXISTS (SELECT FROM staged_components s WHERE s.key = c.key)`,
      source,
    );
  }
  const { rowCount } = await transaction.raw(
    `INSERT INTO finding_components (
       entity_ref, tool, category, key, purl, type, name, version, dependency, since)
     SELECT DISTINCT ON (key)
       :entityRef, :tool, :category, key, purl, type, name, version, dependency, :at
     FROM staged_components
     ORDER BY key, dependency
     ON CONFLICT (entity_ref, tool, category, key)
     DO UPDATE SET dependency = EXCLUDED.dependency`,
    source,
  );
  return rowCount;
}
