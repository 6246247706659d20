import type { BenchPostgres } from '../postgres/openPostgres.ts';

/**
 * Writes entities as they are kept once the plugins were asked: three of five are
 * components; teams own 25 each, systems have ten, one of twenty is not well.
 */
export async function fillEntities(
  { pool }: BenchPostgres,
  entities: number,
): Promise<void> {
  const teams = Math.ceil(entities / 25);
  const systems = Math.ceil(entities / 10);
  await pool.query(`TRUNCATE "entity-summary".entities`);
  await pool.query(
    `INSERT INTO "entity-summary".entities (entity_ref, kind, namespace, name, title,
       description, type, lifecycle, owner_ref, owner_title, system_ref,
       system_title, tags, search_text, name_key, owner_key, system_key, hash,
       health, health_reason, open_incidents, version, deployed_at,
       budget_remaining, level, level_key, cost_amount, cost_currency, parts,
       asked_at)
     SELECT kind || ':default/' || name, kind, 'default', name, title, description,
       type, lifecycle, 'group:default/team-' || team, 'Team ' || team,
       'system:default/system-' || system, 'System ' || system, tags,
       lower(title || ' ' || name || ' ' || description), lower(title),
       'team ' || team, 'system ' || system, md5(name), health,
       CASE health WHEN 0 THEN 'incident' WHEN 1 THEN 'slo' END,
       CASE health WHEN 0 THEN 1 ELSE 0 END, '1.' || n % 40,
       now() - n * interval '1 minute', (n % 100) / 100.0,
       '{"scorecard": "ready", "level": "Gold", "rank": 2, "levels": 3}',
       (n % 3) / 3.0, (n * 7919) % 100000 / 100.0, 'EUR',
       '{"slo": {"health": "good", "slos": 2, "state": "ok", "firingAlerts": 0}}',
       now()
     FROM generate_series(0, ${entities - 1}) AS n
     CROSS JOIN LATERAL (SELECT
       (ARRAY['component', 'component', 'component', 'api', 'resource'])[1 + n % 5]
         AS kind,
       'thing-' || (n * 7919) % ${entities} || '-' || n AS name,
       'Thing ' || md5(n::text) AS title,
       repeat('What it is for, in a few words. ', 6) AS description,
       (ARRAY['service', 'website', 'library', 'openapi', 'database'])[1 + n % 5]
         AS type,
       (ARRAY['production', 'production', 'experimental'])[1 + n % 3] AS lifecycle,
       n % ${teams} AS team, n % ${systems} AS system,
       ARRAY['tag-' || n % 40, 'java'] AS tags,
       (CASE WHEN n % 100 = 0 THEN 0 WHEN n % 20 = 0 THEN 1
         WHEN n % 7 = 0 THEN 3 ELSE 2 END)::smallint AS health) AS made`,
  );
  await pool.query(`VACUUM ANALYZE "entity-summary".entities`);
}
