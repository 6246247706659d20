import type {
  EntityProblemCounts,
  ProblemSubject,
} from '@atrium/plugin-catalog-health-common';
import type { Knex } from 'knex';

/** Values: entity refs, addresses of their files. */
const COUNTS = `SELECT s.ref AS "entityRef",
    (count(*) FILTER (WHERE p.severity = 'error'))::int AS errors,
    (count(*) FILTER (WHERE p.severity = 'warning'))::int AS warnings
  FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS s(ref, url, place)
  LEFT JOIN problems p ON p.resolved_at IS NULL AND p.confirmed_at IS NOT NULL
    AND (p.entity_ref = s.ref OR (p.entity_ref IS NULL AND p.url = s.url))
  GROUP BY s.ref, s.place ORDER BY s.place`;

/** How many problems are open, of each entity and of its file, in order. */
export async function countProblems(
  knex: Knex,
  subjects: ProblemSubject[],
): Promise<EntityProblemCounts[]> {
  const { rows } = await knex.raw(COUNTS, [
    subjects.map(({ entityRef }) => entityRef),
    subjects.map(({ url }) => url ?? ''),
  ]);
  return rows;
}
