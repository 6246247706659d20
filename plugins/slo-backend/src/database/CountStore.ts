import { failpoint } from '@atrium/backend-common';
import type { PushCount } from '@atrium/plugin-slo-common';
import type { Knex } from 'knex';
import { minuteOf } from '../engine/Interval';
import { pushedKey } from '../services/definitions/planSlo';
import { writeCounts } from './writeCounts';

/** What became of counts that were pushed. */
export interface PushedCounts {
  stored: number;
  unchanged: number;
  /** Series that no SLO reads. */
  unknownSeries: string[];
}

/** What nobody reads yet is kept, too: a definition may come after its counts. */
const ADD_SERIES = `
  INSERT INTO series (key, is_collected, created_at)
  SELECT key, false, ?::timestamptz FROM unnest(?::text[]) AS k (key)
  WHERE NOT EXISTS (SELECT FROM series s WHERE s.key = k.key)
  ORDER BY key ON CONFLICT (key) DO NOTHING`;

const FIND_SERIES = `
  SELECT s.id, s.key AS name, EXISTS (
    SELECT FROM objectives o WHERE o.series_id = s.id AND o.removed_at IS NULL
  ) AS is_read
  FROM series s WHERE s.key = ANY (?::text[])`;

const FIND_OBJECTIVES = `
  SELECT o.series_id AS id, 'slo:' || o.slo_id || '/' || o.key AS name,
    true AS is_read
  FROM objectives o JOIN slos s ON s.id = o.slo_id
  WHERE o.removed_at IS NULL AND s.removed_at IS NULL
    AND (o.slo_id::text, o.key) IN (
      SELECT split_part(n.name, '/', 1), substr(n.name, strpos(n.name, '/') + 1)
      FROM unnest(?::text[]) AS n (name))`;

/** How the counts of an objective are named, whatever its source is. */
const OBJECTIVE_PREFIX = 'slo:';

/** Keeps what was counted. */
export class CountStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Stores pushed counts, all of them or none. */
  async push(counts: PushCount[], now: Date): Promise<PushedCounts> {
    return this.#knex.transaction(async tx => {
      const series = await findSeries(tx, counts, now);
      failpoint('slo.push.1');
      const { minutes, written } = await writeCounts(
        tx,
        counts.flatMap(({ series: name, minute, good, total }) => {
          const known = series.get(name);
          return known
            ? [{ seriesId: known.id, minute: minuteOf(minute), good, total }]
            : [];
        }),
      );
      failpoint('slo.push.2');
      return {
        stored: written,
        unchanged: minutes - written,
        unknownSeries: [
          ...new Set(counts.map(({ series: name }) => name)),
        ].filter(name => !series.get(name)?.isRead),
      };
    });
  }
}

interface FoundSeries {
  id: number;
  isRead: boolean;
}

/**
 * The series behind the names that counts are pushed under: those that a query
 * of type push names, or an objective by its id, whose past is filled so.
 */
async function findSeries(
  tx: Knex.Transaction,
  counts: PushCount[],
  now: Date,
): Promise<Map<string, FoundSeries>> {
  const names = [...new Set(counts.map(({ series }) => series))];
  const isObjective = (name: string) => name.startsWith(OBJECTIVE_PREFIX);
  const objectives = names.filter(isObjective);
  const keys = new Map(
    names
      .filter(name => !isObjective(name))
      .map(name => [pushedKey(name), name]),
  );
  await tx.raw(ADD_SERIES, [now, [...keys.keys()]]);
  const pushed = await tx.raw(FIND_SERIES, [[...keys.keys()]]);
  const measured = await tx.raw(FIND_OBJECTIVES, [
    objectives.map(name => name.slice(OBJECTIVE_PREFIX.length)),
  ]);
  return new Map(
    [...pushed.rows, ...measured.rows].map((row: SeriesRow) => [
      keys.get(row.name) ?? row.name,
      { id: row.id, isRead: row.is_read },
    ]),
  );
}

interface SeriesRow {
  id: number;
  name: string;
  is_read: boolean;
}
