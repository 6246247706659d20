import type { Knex } from 'knex';
import { mondayOf } from '../model/days';
import { mapDoraCounts } from '../model/doraCounts';
import type { DoraDay } from '../model/DoraInput';
import { rollupCountColumns } from './rollupCountColumns';

/** What happened to an entity, day by day. */
export interface EntityDays {
  entityRef: string;
  days: DoraDay[];
}

type Row = Record<string, string | number | number[]>;

const KEY = { entity_ref: 'text', grain: 'text', start: 'date' };
const VALUES = {
  deployments: 'int',
  failed_deployments: 'int',
  lead_seconds: 'int[]',
  restore_seconds: 'int[]',
  ...Object.fromEntries(
    rollupCountColumns.map(({ column }) => [column, 'int']),
  ),
};
const NAMES = Object.keys({ ...KEY, ...VALUES });
const VALUE_NAMES = Object.keys(VALUES);

/**
 * Replaces the days and weeks of some entities from a Monday on. Those that did
 * not change are not written: most of a history never does.
 */
export async function writeDoraRollups(
  tx: Knex,
  entities: EntityDays[],
  since: string,
): Promise<void> {
  const rows = entities.flatMap(({ entityRef, days }) => {
    const recent = days.filter(({ day }) => day >= since);
    return [
      ...recent.map(day => toRow(entityRef, 'day', day)),
      ...toWeeks(recent).map(week => toRow(entityRef, 'week', week)),
    ];
  });
  const columns = Object.entries({ ...KEY, ...VALUES })
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
  const list = (prefix: string) =>
    VALUE_NAMES.map(name => `${prefix}.${name}`).join(', ');
  await tx.raw(
    `WITH input AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset(?::jsonb) AS input(${columns})
     ), gone AS (
       DELETE FROM dora_rollups present
       WHERE present.entity_ref = ANY(?::text[]) AND present.start >= ?::date
         AND NOT EXISTS (
           SELECT 1 FROM input
           WHERE input.entity_ref = present.entity_ref
             AND input.grain = present.grain AND input.start = present.start)
     )
     INSERT INTO dora_rollups AS present (${NAMES.join(', ')})
     SELECT ${NAMES.join(', ')} FROM input
     ON CONFLICT (entity_ref, grain, start) DO UPDATE SET
       ${VALUE_NAMES.map(name => `${name} = excluded.${name}`).join(', ')}
     WHERE (${list('present')}) IS DISTINCT FROM (${list('excluded')})`,
    [JSON.stringify(rows), entities.map(({ entityRef }) => entityRef), since],
  );
}

/** The same, a week at a time; a week is called by its Monday. */
function toWeeks(days: DoraDay[]): DoraDay[] {
  const weeks = new Map<string, DoraDay>();
  for (const day of days) {
    const monday = mondayOf(day.day);
    const week = weeks.get(monday);
    weeks.set(monday, week ? addDay(week, day) : { ...day, day: monday });
  }
  return [...weeks.values()];
}

function addDay(week: DoraDay, day: DoraDay): DoraDay {
  return {
    ...week,
    deployments: week.deployments + day.deployments,
    failedDeployments: week.failedDeployments + day.failedDeployments,
    leadSeconds: [...week.leadSeconds, ...day.leadSeconds],
    restoreSeconds: [...week.restoreSeconds, ...day.restoreSeconds],
    ...mapDoraCounts(name => week[name] + day[name]),
  };
}

function toRow(entityRef: string, grain: 'day' | 'week', day: DoraDay): Row {
  return {
    entity_ref: entityRef,
    grain,
    start: day.day,
    deployments: day.deployments,
    failed_deployments: day.failedDeployments,
    lead_seconds: day.leadSeconds,
    restore_seconds: day.restoreSeconds,
    ...Object.fromEntries(
      rollupCountColumns.map(({ name, column }) => [column, day[name]]),
    ),
  };
}
