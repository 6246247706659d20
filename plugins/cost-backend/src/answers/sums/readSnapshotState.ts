import type { SilentSource } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import { addDays, earlierOf, toDay } from '../../calendar/days';
import { lastChargedDaySql } from '../../database/lastChargedDaySql';

/** What is known of all sums together. */
export interface SnapshotState {
  /** Today, in UTC. */
  today: string;
  /**
   * The day after the last one that all sources have charges for, but for those that
   * are not waited for; not after today.
   */
  completeUntil: string | undefined;
  silentSources: SilentSource[];
  importedAt: string | undefined;
  /**
   * The first month, by its first day, that is known of all sources which were added
   * within the last hour: their bills of earlier months may still be read.
   */
  historyFrom: string | undefined;
  /** Whether there is another currency than that of the portal. */
  isMixed: boolean;
}

/** Bills are late by a day or two; of a source that has no charge for longer, pages tell. */
const SILENT_AFTER_DAYS = 4;
/** A source that is so far behind another is not waited for. */
const WAITED_FOR_DAYS = 35;
/** A source that the configuration does not have, and that is silent for longer, has ended. */
const ENDED_AFTER_DAYS = 100;
/** What was uploaded on fewer days has no rhythm that it could miss. */
const RHYTHM_DAYS = 2;
/** For how long after its first import a source may not have all of its months. */
const ADDED_FOR_MS = 3_600_000;

/**
 * Up to when charges are complete, when the last ones came, and in which currencies.
 *
 * @remarks A source that falls silent holds back all others for a while, and not for
 * good: then it is said that its charges are missing. What somebody uploaded once is no
 * feed that could stop: nothing waits for more of it, unless there is nothing else.
 */
export async function readSnapshotState(
  trx: Knex,
  currency: string,
): Promise<SnapshotState> {
  const today = toDay(Date.now());
  const { rows } = await trx
    .raw(
      `SELECT (
       SELECT coalesce(json_agg(l), '[]') FROM (
         SELECT g.source, to_char(l.day, 'YYYY-MM-DD') AS "lastDay",
           coalesce(s.kind <> 'upload', false) AS "isConfigured",
           (SELECT count(DISTINCT (i.received_at AT TIME ZONE 'UTC')::date)
            FROM imports i WHERE i.source = g.source AND i.state = 'imported')::int
             AS "deliveryDays"
         FROM (SELECT DISTINCT source FROM generations
               WHERE state = 'active' AND kind = 'charges') g
         CROSS JOIN LATERAL (${lastChargedDaySql('g.source')}) l
         LEFT JOIN sources s ON s.name = g.source
         ORDER BY 2, 1) l) AS sources,
       (SELECT max(finished_at) FROM imports WHERE state = 'imported') AS "importedAt",
       (SELECT to_char(max(s.month), 'YYYY-MM-DD') FROM (
          SELECT source, min(month) AS month FROM generations
          WHERE state = 'active' AND kind = 'charges' GROUP BY 1) s
        WHERE (SELECT min(i.finished_at) FROM imports i
               WHERE i.source = s.source AND i.state = 'imported') > ?) AS "historyFrom",
       coalesce((SELECT min(currency) <> ? OR max(currency) <> ? FROM dimensions), false)
         AS "isMixed"`,
      [today, today, new Date(Date.now() - ADDED_FOR_MS), currency, currency],
    )
    // Planned once for each connection.
    .options({ name: 'cost-snapshot' });
  const { historyFrom, importedAt, isMixed, sources }: StateRow = rows[0];
  const feeds = sources.filter(
    ({ deliveryDays, isConfigured }) =>
      isConfigured || deliveryDays >= RHYTHM_DAYS,
  );
  const awaited = feeds.length > 0 ? feeds : sources;
  const newest = awaited.at(-1)?.lastDay;
  const isWaitedFor = ({ lastDay }: SourceRow) =>
    newest !== undefined && lastDay > addDays(newest, -WAITED_FOR_DAYS);
  const oldest = awaited.find(isWaitedFor)?.lastDay;
  return {
    today,
    completeUntil: oldest && earlierOf(addDays(oldest, 1), today),
    silentSources: feeds
      .filter(
        source =>
          source.lastDay < addDays(today, -SILENT_AFTER_DAYS) &&
          (source.isConfigured ||
            source.lastDay >= addDays(today, -ENDED_AFTER_DAYS)),
      )
      .map(source => ({
        source: source.source,
        lastDay: source.lastDay,
        isWaitedFor: isWaitedFor(source),
      })),
    importedAt: importedAt?.toISOString(),
    historyFrom: historyFrom ?? undefined,
    isMixed,
  };
}

interface SourceRow {
  source: string;
  /** On how many days something was brought in. */
  deliveryDays: number;
  lastDay: string;
  isConfigured: boolean;
}

interface StateRow {
  historyFrom: string | null;
  importedAt: Date | null;
  isMixed: boolean;
  /** The one whose charges end first is first. */
  sources: SourceRow[];
}
