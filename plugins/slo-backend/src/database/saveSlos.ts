import { toStorableJson } from '@atrium/backend-common';
import type { Knex } from 'knex';
import type { ObjectivePlan } from '../services/definitions/planSlo';
import type { CheckedDefinition } from './CheckedDefinition';

const WRITE_SLOS = `
  INSERT INTO slos
    (id, entity_ref, name, definition, url, revision, is_stale, changed_at)
  SELECT s.id, ?, s.name, s.definition, s.url, s.revision, false, ?
  FROM jsonb_to_recordset(?) AS s
    (id uuid, name text, definition jsonb, url text, revision text)
  ON CONFLICT (id) DO UPDATE SET definition = excluded.definition,
    url = excluded.url, revision = excluded.revision, is_stale = false,
    changed_at = CASE WHEN slos.definition = excluded.definition
      AND slos.removed_at IS NULL
      THEN slos.changed_at ELSE excluded.changed_at END,
    removed_at = NULL`;

const WRITE_SERIES = `
  INSERT INTO series (key, is_collected, created_at)
  SELECT DISTINCT s."seriesKey", s."isCollected", ?::timestamptz
  FROM jsonb_to_recordset(?) AS s ("seriesKey" text, "isCollected" boolean)
  ON CONFLICT (key) DO NOTHING`;

/**
 * The past of a series is cut into slices as soon as somebody wants these, as far
 * as its minutes are kept: hours that have sums only are not to be summed up again.
 */
const WRITE_SLICES = `
  WITH written AS (
    INSERT INTO series
      (key, is_collected, created_at, derived_from, slice_minutes,
       slice_target_ppb)
    SELECT DISTINCT ON (s.key) s.key, false, ?::timestamptz, base.id,
      s.minutes, s."targetPpb"
    FROM jsonb_to_recordset(?) AS p ("seriesKey" text, slices jsonb)
    CROSS JOIN LATERAL jsonb_to_record(p.slices) AS s
      (key text, minutes integer, "targetPpb" bigint)
    JOIN series base ON base.key = p."seriesKey"
    WHERE s.key IS NOT NULL
    ON CONFLICT (key) DO NOTHING
    RETURNING derived_from
  )
  INSERT INTO stale_hours
  SELECT DISTINCT m.series_id, date_trunc('hour', m.minute, 'UTC')
  FROM written JOIN minute_counts m ON m.series_id = written.derived_from`;

/** Needs the series of slices that are joined. */
const WRITE_COMPOSITES = `
  WITH composite AS (
    SELECT c.id AS slo_id, c.key, c.minutes,
      (SELECT array_agg(s.id) FROM series s WHERE s.key = ANY (c."allOf")) AS all_of
    FROM jsonb_to_recordset(?) AS c
      (id uuid, key text, minutes integer, "allOf" text[])
  ), written AS (
    INSERT INTO series (key, is_collected, created_at, slice_minutes, all_of)
    SELECT DISTINCT ON (key) key, false, ?::timestamptz, minutes, all_of
    FROM composite WHERE key IS NOT NULL
    ON CONFLICT (key) DO NOTHING
    RETURNING id, all_of
  )
  INSERT INTO stale_hours
  SELECT DISTINCT m.series_id, date_trunc('hour', m.minute, 'UTC')
  FROM written JOIN minute_counts m ON m.series_id = ANY (written.all_of)`;

const LINK_COMPOSITES = `
  UPDATE slos SET composite_series_id =
    (SELECT s.id FROM series s WHERE s.key = c.key)
  FROM jsonb_to_recordset(?) AS c (id uuid, key text) WHERE slos.id = c.id`;

const WRITE_OBJECTIVES = `
  INSERT INTO objectives (slo_id, key, series_id, counted_series_id)
  SELECT o."sloId", o.key, base.id, counted.id
  FROM jsonb_to_recordset(?) AS o
    ("sloId" uuid, key text, "seriesKey" text, "countedKey" text)
  JOIN series base ON base.key = o."seriesKey"
  JOIN series counted ON counted.key = o."countedKey"
  ON CONFLICT (slo_id, key) DO UPDATE SET series_id = excluded.series_id,
    counted_series_id = excluded.counted_series_id, removed_at = NULL`;

/** Takes over the SLOs that the files of an entity define validly now. */
export async function saveSlos(
  tx: Knex.Transaction,
  checked: CheckedDefinition,
): Promise<void> {
  const { entityRef, slos, readAt } = checked;
  const objectives = slos.flatMap(slo =>
    slo.objectives.map(objective => ({ sloId: slo.id, ...objective })),
  );
  await tx.raw(WRITE_SLOS, [entityRef, readAt, toStorableJson(slos)]);
  await markStaleOrRemoved(tx, checked);
  await tx.raw(WRITE_SERIES, [readAt, toStorableJson(objectives)]);
  await tx.raw(WRITE_SLICES, [
    readAt,
    toStorableJson(objectives.filter(({ slices }) => slices)),
  ]);
  const composites = toStorableJson(
    slos.map(({ id, composite }) => ({ id, ...composite })),
  );
  await tx.raw(WRITE_COMPOSITES, [composites, readAt]);
  await tx.raw(LINK_COMPOSITES, [composites]);
  await tx.raw(WRITE_OBJECTIVES, [
    toStorableJson(
      objectives.map(objective => ({
        ...objective,
        countedKey: countedKeyOf(objective),
      })),
    ),
  ]);
  await tx.raw(
    `UPDATE objectives o SET removed_at = ?
     WHERE o.removed_at IS NULL AND o.slo_id = ANY (?) AND NOT EXISTS (
       SELECT FROM jsonb_to_recordset(?) AS n ("sloId" uuid, key text)
       WHERE n."sloId" = o.slo_id AND n.key = o.key)`,
    [readAt, slos.map(({ id }) => id), toStorableJson(objectives)],
  );
}

function countedKeyOf({ slices, seriesKey }: ObjectivePlan): string {
  return slices?.key ?? seriesKey;
}

/** What is not valid now goes on as it was, or ends. */
async function markStaleOrRemoved(
  tx: Knex.Transaction,
  { entityRef, slos, isKept, readAt }: CheckedDefinition,
): Promise<void> {
  const others = await tx('slos')
    .where({ entity_ref: entityRef, removed_at: null })
    .whereNotIn(
      'id',
      slos.map(({ id }) => id),
    )
    .select('id', 'name');
  const idsOf = (kept: boolean) =>
    others.filter(({ name }) => isKept(name) === kept).map(({ id }) => id);
  await tx('slos').whereIn('id', idsOf(true)).update({ is_stale: true });
  await tx('slos').whereIn('id', idsOf(false)).update({ removed_at: readAt });
}
