import { cursorTime, PageCursor, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import {
  type FindingChange,
  findingChangeSchema,
  type FindingDetail,
  type FindingKind,
  type FindingSeverity,
  findingSeveritySchema,
  type FindingSighting,
  type FindingState,
  type SecurityFinding,
} from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { SlaDays } from '../config/readFindingsConfig';
import { type FindingRow, toFinding, toState } from './findingRows';
import { dueSql, STANDING_SQL, standsFor } from './findingSql';
import { toSeverity, toSeverityRank } from './severityRanks';

/** Which findings are meant. */
export interface FindingFilter {
  entityRefs: string[];
  kinds?: FindingKind[];
  severities?: FindingSeverity[];
  states: FindingState[];
  tool?: string;
  rule?: string;
  alias?: string;
  isOverdue?: boolean;
  text?: string;
}

interface PageOptions {
  limit: number;
  cursor?: string;
}

const MAX_HISTORY = 200;

/** Worst first, then the oldest. */
const findingCursor = new PageCursor(
  z.tuple([z.int32(), cursorTime, z.guid()]),
);

/** Reads findings, with what persons say of them. */
export class FindingStore {
  readonly #knex: Knex;
  readonly #slaDays: SlaDays;

  constructor(knex: Knex, slaDays: SlaDays) {
    this.#knex = knex;
    this.#slaDays = slaDays;
  }

  /** A page of findings; `totalItems` is worked out by {@link countBySeverity}. */
  async list(
    filter: FindingFilter,
    { limit, cursor, totalItems }: PageOptions & { totalItems: number },
  ): Promise<Page<SecurityFinding>> {
    const after = findingCursor.decode(cursor);
    const rows: FindingRow[] = await this.#select(filter)
      .modify(query => {
        if (after) {
          query.whereRaw('(-f.severity, f.first_seen_at, f.id) > (?, ?, ?)', [
            -after[0],
            after[1],
            after[2],
          ]);
        }
      })
      .orderByRaw('f.severity DESC, f.first_seen_at, f.id')
      .limit(limit + 1);
    const page = toPage(rows, {
      limit,
      totalItems,
      toCursor: row =>
        findingCursor.encode([
          row.severity,
          row.first_seen_at.toISOString(),
          row.id,
        ]),
    });
    return { ...page, items: page.items.map(toFinding) };
  }

  /** How many there are of each severity, whatever severities are asked for. */
  async countBySeverity(
    filter: FindingFilter,
  ): Promise<Record<FindingSeverity, number>> {
    const rows: { severity: number; count: string }[] = await this.#filter({
      ...filter,
      severities: undefined,
    })
      .select('f.severity')
      .count({ count: '*' })
      .groupBy('f.severity');
    const counts = { critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
    for (const { severity, count } of rows) {
      counts[toSeverity(severity)] = Number(count);
    }
    return counts;
  }

  /** One finding with what each tool says, and what happened to it. */
  async get(id: string): Promise<FindingDetail | undefined> {
    const [row]: FindingRow[] = await this.#withDerived(
      this.#knex('findings AS f').where('f.id', id),
    );
    if (!row) {
      return undefined;
    }
    const [sightings, history] = await Promise.all([
      this.#knex('finding_sightings')
        .where({ finding_id: id })
        .orderBy(['tool', 'category']),
      this.#knex('finding_changes')
        .where({ finding_id: id })
        .orderBy('id', 'desc')
        .limit(MAX_HISTORY),
    ]);
    return {
      ...toFinding(row),
      sightings: sightings.map(toSighting),
      history: history.map(toChange),
    };
  }

  /** All entities that something is kept about, in order. */
  async listEntityRefs(): Promise<string[]> {
    return this.#knex('finding_scans')
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  #select(filter: FindingFilter) {
    return this.#withDerived(this.#filter(filter));
  }

  #withDerived(query: Knex.QueryBuilder) {
    const now = new Date();
    const due = dueSql(this.#slaDays);
    return query.select(
      'f.*',
      this.#knex.raw(`${STANDING_SQL} AS standing`, { now }),
      this.#knex.raw(`${due} AS due_at`),
      this.#knex.raw(
        `(${STANDING_SQL} = 'open' AND ${due} < :now) AS is_overdue`,
        { now },
      ),
      this.#knex.raw(
        `ARRAY(SELECT DISTINCT g.tool FROM finding_sightings g
           WHERE g.finding_id = f.id ORDER BY g.tool) AS tools`,
      ),
    );
  }

  #filter(filter: FindingFilter): Knex.QueryBuilder {
    const { entityRefs, kinds, severities, states } = filter;
    const { tool, rule, alias, isOverdue, text } = filter;
    const now = new Date();
    return this.#knex('findings AS f')
      .whereRaw('f.entity_ref = ANY (?)', [entityRefs])
      .modify(query => {
        standsFor(query, states, now);
        if (kinds) {
          query.whereIn('f.kind', kinds);
        }
        if (severities) {
          query.whereIn('f.severity', severities.map(toSeverityRank));
        }
        if (tool) {
          query.whereRaw(
            `EXISTS (SELECT FROM finding_sightings g
               WHERE g.finding_id = f.id AND lower(g.tool) = lower(?))`,
            [tool],
          );
        }
        if (rule) {
          query.where('f.rule_id', rule);
        }
        if (alias) {
          query.whereRaw('f.aliases && ?::text[]', [
            [alias, alias.toUpperCase()],
          ]);
        }
        if (isOverdue !== undefined) {
          query.whereRaw(
            `coalesce(${STANDING_SQL} = 'open' AND ${dueSql(
              this.#slaDays,
            )} < :now, false) = :isOverdue`,
            { now, isOverdue },
          );
        }
        if (text) {
          query.whereRaw(
            `concat_ws(' ', f.title, f.rule_id, f.file, f.package_name) ILIKE ?`,
            [`%${text.replace(/[\\%_]/g, '\\$&')}%`],
          );
        }
      });
  }
}

/** All severities of a filter together. */
export function totalOf(
  counts: Record<FindingSeverity, number>,
  severities: FindingSeverity[] = [...findingSeveritySchema.options],
): number {
  return [...new Set(severities)].reduce(
    (total, severity) => total + counts[severity],
    0,
  );
}

interface SightingRow {
  tool: string;
  category: string;
  state: string;
  reason: string | null;
  severity: number;
  first_seen_at: Date;
  last_seen_at: Date;
  commit: string | null;
}

function toSighting(row: SightingRow): FindingSighting {
  return {
    tool: row.tool,
    category: row.category,
    state: toState(row.state),
    reason: row.reason ?? undefined,
    severity: toSeverity(row.severity),
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    commit: row.commit ?? undefined,
  };
}

interface ChangeRow {
  at: Date;
  change: string;
  changed_by: string | null;
  commit: string | null;
  reason: string | null;
}

function toChange(row: ChangeRow): FindingChange {
  return findingChangeSchema.parse({
    at: row.at.toISOString(),
    change: row.change,
    by: row.changed_by ?? undefined,
    commit: row.commit ?? undefined,
    reason: row.reason ?? undefined,
  });
}
