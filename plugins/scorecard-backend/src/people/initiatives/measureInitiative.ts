import type { Knex } from 'knex';
import type { GoalParts } from './goalParts';

/** What is measured, and over which entities. */
export interface Measurement {
  id: string;
  scorecard: string;
  goal: GoalParts;
  /** Owners, each meant alone; all where it is undefined, as with the others. */
  ownerRefs?: string[];
  systemRefs?: string[];
  entityRefs?: string[];
  /** The day, in UTC. */
  today: string;
  now: Date;
}

/**
 * Works out from the results how each entity of an initiative stands, and keeps
 * it with the figures of the day.
 *
 * @remarks
 * An entity that no check of the goal applies to, or that can have no level, is
 * none of those it is about. One that fails a check is `remaining`, also where
 * another check is unknown.
 */
export async function measureInitiative(
  trx: Knex.Transaction,
  measurement: Measurement,
): Promise<void> {
  const { id, scorecard, goal, today, now } = measurement;
  await trx.raw(
    `WITH outcomes AS (
       SELECT n.entity_ref, n.owner_refs, r.rank,
         coalesce(array_agg(c.name ORDER BY c.position)
           FILTER (WHERE o.outcome IN ('fail', 'unknown')), '{}') AS open,
         coalesce(bool_or(o.outcome = 'fail'), false) AS has_fail,
         coalesce(bool_or(o.outcome = 'unknown'), false) AS has_unknown,
         coalesce(bool_or(o.outcome = 'exempt'), false) AS has_exempt,
         coalesce(bool_or(o.outcome <> 'not-applicable'), false) AS applies
       FROM results r
       JOIN entities n ON n.id = r.entity_id AND n.removed_at IS NULL
       LEFT JOIN unnest(:checks::text[]) WITH ORDINALITY c (name, position) ON true
       LEFT JOIN LATERAL (SELECT r.outcomes ->> c.name AS outcome) o ON true
       WHERE r.scorecard = :scorecard
         AND (:ownerRefs::text[] IS NULL OR n.owner_refs && :ownerRefs::text[])
         AND (:systemRefs::text[] IS NULL
           OR n.system_refs && :systemRefs::text[])
         AND (:entityRefs::text[] IS NULL
           OR n.entity_ref = ANY (:entityRefs::text[]))
       GROUP BY n.id, r.rank
     ), reached AS (
       SELECT *, CASE WHEN :rank::int IS NULL THEN NOT has_fail AND NOT has_unknown
         ELSE rank >= :rank::int END AS is_reached
       FROM outcomes
       WHERE CASE WHEN :rank::int IS NULL THEN applies ELSE rank IS NOT NULL END
     ), members AS (
       SELECT entity_ref, owner_refs,
         CASE WHEN is_reached THEN '{}'::text[] ELSE open END AS checks,
         CASE WHEN is_reached AND has_exempt THEN 'exempt'
           WHEN is_reached THEN 'done'
           WHEN has_fail THEN 'remaining' ELSE 'unknown' END AS state
       FROM reached
     ), removed AS (
       DELETE FROM initiative_entities e WHERE e.initiative_id = :id
         AND NOT EXISTS (
           SELECT FROM members m WHERE m.entity_ref = e.entity_ref)
     )
     INSERT INTO initiative_entities AS e
       (initiative_id, entity_ref, owner_refs, state, checks)
     SELECT :id, entity_ref, owner_refs, state, checks FROM members
     ON CONFLICT (initiative_id, entity_ref) DO UPDATE
       SET owner_refs = excluded.owner_refs, state = excluded.state,
         checks = excluded.checks
       WHERE (e.owner_refs, e.state, e.checks) IS DISTINCT FROM
         (excluded.owner_refs, excluded.state, excluded.checks)`,
    {
      id,
      scorecard,
      checks: goal.checks,
      rank: goal.rank ?? null,
      ownerRefs: measurement.ownerRefs ?? null,
      systemRefs: measurement.systemRefs ?? null,
      entityRefs: measurement.entityRefs ?? null,
    } as Record<string, Knex.RawBinding>,
  );
  await trx('initiative_days')
    .where({ initiative_id: id, day: today })
    .delete();
  await trx.raw(
    `INSERT INTO initiative_days
       (initiative_id, day, team, total, done, exempt, unknown)
     SELECT :id, :today, t.team, count(m.entity_ref),
       count(*) FILTER (WHERE m.state = 'done'),
       count(*) FILTER (WHERE m.state = 'exempt'),
       count(*) FILTER (WHERE m.state = 'unknown')
     FROM (SELECT '*' AS team UNION ALL
           SELECT DISTINCT unnest(coalesce(nullif(owner_refs, '{}'), '{""}'))
           FROM initiative_entities WHERE initiative_id = :id) t
     LEFT JOIN initiative_entities m ON m.initiative_id = :id
       AND (t.team = '*' OR t.team = ANY (m.owner_refs)
         OR t.team = '' AND m.owner_refs = '{}')
     GROUP BY t.team`,
    { id, today },
  );
  await trx('initiatives').where({ id }).update({ measured_at: now });
}
