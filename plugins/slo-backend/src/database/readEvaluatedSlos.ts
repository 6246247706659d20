import type { SloDefinition } from '@atrium/plugin-slo-common';
import type { Knex } from 'knex';
import type { OpenAlert } from '../engine/alerts/OpenAlert';
import type { EvaluatedObjective, EvaluatedSlo } from '../engine/EvaluatedSlo';
import { type Interval, minuteOf } from '../engine/Interval';

/** The newest minute is found from the end of the key, not by reading all. */
const OBJECTIVES = `
  SELECT o.id, o.slo_id, o.key, o.series_id, o.counted_series_id,
    coalesce(c.slice_minutes, 1) AS bucket_minutes, b.created_at,
    (SELECT m.minute FROM minute_counts m WHERE m.series_id = o.series_id
     ORDER BY m.minute DESC LIMIT 1) AS last_minute
  FROM objectives o
  JOIN slos s ON s.id = o.slo_id AND s.removed_at IS NULL
  JOIN series b ON b.id = o.series_id
  JOIN series c ON c.id = o.counted_series_id
  WHERE o.removed_at IS NULL AND s.id = ANY (?)`;

/** Windows are at most two years long. */
const EXCLUSIONS = `
  SELECT s.id AS slo_id, e.starts_at, e.ends_at
  FROM exclusions e
  JOIN slos s ON s.entity_ref = e.entity_ref AND s.removed_at IS NULL
    AND (e.slo_id IS NULL OR e.slo_id = s.id)
  WHERE s.id = ANY (?) AND e.removed_at IS NULL
    AND e.ends_at > now() - interval '800 days'`;

/** Reads what all SLOs are evaluated from. */
export async function readEvaluatedSlos(
  tx: Knex.Transaction,
): Promise<EvaluatedSlo[]> {
  const slos = await tx('slos')
    .where({ removed_at: null })
    .orderBy('id')
    .select(
      'id',
      'entity_ref',
      'definition',
      'composite_series_id',
      'changed_at',
    );
  const objectives = await readObjectives(tx, slos);
  const alerts = groupBySlo(
    await tx('alerts').whereNot({ state: 'resolved' }),
    toOpenAlert,
  );
  return slos.map(({ id, entity_ref: entityRef, definition, ...slo }) => ({
    id,
    entityRef,
    definition,
    definedSince: slo.changed_at,
    compositeSeriesId: slo.composite_series_id ?? undefined,
    ...(objectives.get(id) ?? { objectives: [], exclusions: [] }),
    alerts: alerts.get(id) ?? [],
  }));
}

/** Reads where the counts of SLOs are, and what does not count of them. */
export async function readObjectives(
  knex: Knex,
  slos: { id: string; definition: SloDefinition }[],
): Promise<Map<string, Pick<EvaluatedSlo, 'objectives' | 'exclusions'>>> {
  const ids = slos.map(({ id }) => id);
  const objectives = groupBySlo(
    (await knex.raw(OBJECTIVES, [ids])).rows,
    (row: ObjectiveRow) => row,
  );
  const exclusions = groupBySlo(
    (await knex.raw(EXCLUSIONS, [ids])).rows,
    toInterval,
  );
  return new Map(
    slos.map(({ id, definition }) => [
      id,
      {
        objectives: toObjectives(definition, objectives.get(id) ?? []),
        exclusions: exclusions.get(id) ?? [],
      },
    ]),
  );
}

interface SloRow {
  slo_id: string;
}

interface ObjectiveRow extends SloRow {
  id: number;
  key: string;
  series_id: number;
  counted_series_id: number;
  bucket_minutes: number;
  created_at: Date;
  last_minute: Date | null;
}

interface AlertRow extends SloRow {
  id: string;
  objective_id: number;
  rule: string;
  severity: string;
  state: 'pending' | 'firing';
  started_at: Date;
  clear_since: Date | null;
}

/** In the order of the file. */
function toObjectives(
  definition: SloDefinition,
  rows: ObjectiveRow[],
): EvaluatedObjective[] {
  return definition.objectives.flatMap(objective => {
    const row = rows.find(({ key }) => key === objective.id);
    return row
      ? [
          {
            id: row.id,
            objective,
            seriesId: row.series_id,
            countedSeriesId: row.counted_series_id,
            bucketMinutes: row.bucket_minutes,
            measuredSince: row.created_at,
            lastDataAt: row.last_minute ?? undefined,
          },
        ]
      : [];
  });
}

function toInterval(
  row: SloRow & { starts_at: Date; ends_at: Date },
): Interval {
  return {
    from: minuteOf(row.starts_at),
    // A minute that is excluded in part does not count.
    to: Math.ceil(row.ends_at.getTime() / 60_000),
  };
}

function toOpenAlert(row: AlertRow): OpenAlert {
  return {
    id: row.id,
    objectiveId: row.objective_id,
    rule: row.rule,
    severity: row.severity,
    state: row.state,
    startedAt: row.started_at,
    clearSince: row.clear_since ?? undefined,
  };
}

function groupBySlo<R extends SloRow, T>(
  rows: R[],
  toItem: (row: R) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.slo_id) ?? [];
    groups.set(row.slo_id, group);
    group.push(toItem(row));
  }
  return groups;
}
