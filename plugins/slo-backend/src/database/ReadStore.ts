import { PageCursor, timeCursor, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type { SloAlert, SloState } from '@atrium/plugin-slo-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { type AlertRow, type SloRow, toAlert, toSlo } from './readRows';
import type { StoredSlo } from './StoredSlo';

/** Which SLOs are wanted. */
export interface SloPageRequest {
  entityRefs: string[];
  states?: SloState[];
  name?: string;
  service?: string;
  limit: number;
  cursor?: string;
}

/** Which alerts are wanted. */
export interface AlertPageRequest {
  entityRefs: string[];
  sloId?: string;
  state?: SloAlert['state'];
  severity?: string;
  from?: string;
  to?: string;
  limit: number;
  cursor?: string;
}

/** What was never evaluated, and what has no budget, comes last. */
const RANK = 'coalesce(st.rank, 99)';
const BUDGET = 'coalesce(st.budget_remaining, 1e300)';

const SLO_COLUMNS = `s.id, s.entity_ref, s.name, s.definition, s.url, s.revision,
  s.is_stale, s.changed_at, d.owner_refs, d.system_refs, st.evaluated_at,
  st.state, st.budget_remaining, st.objectives, st.composite,
  ${RANK} AS position_rank, ${BUDGET} AS position_budget,
  (SELECT jsonb_build_object('problems', coalesce(jsonb_agg(DISTINCT x.problem)
       FILTER (WHERE x.problem IS NOT NULL), '[]'),
     'warnings', coalesce(jsonb_agg(DISTINCT x.warning)
       FILTER (WHERE x.warning IS NOT NULL), '[]'))
   FROM objectives o JOIN series x ON x.id = o.series_id
   WHERE o.slo_id = s.id AND o.removed_at IS NULL) AS source`;

const SLO_TABLES = `slos s
  JOIN definitions d ON d.entity_ref = s.entity_ref
  LEFT JOIN statuses st ON st.slo_id = s.id`;

const ALERT_COLUMNS = `a.*, o.key AS objective, s.name AS slo_name,
  s.definition ->> 'displayName' AS slo_title, s.entity_ref, d.owner_refs,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('target', t.target,
       'state', c.state, 'at', coalesce(t.sent_at, c.at),
       'isDelivered', t.sent_at IS NOT NULL, 'message', t.problem,
       'parts', t.problem_message)
       ORDER BY t.id), '[]')
   FROM alert_changes c JOIN alert_deliveries t ON t.change_id = c.id
   WHERE c.alert_id = a.id) AS deliveries`;

const ALERT_TABLES = `alerts a
  JOIN objectives o ON o.id = a.objective_id
  JOIN slos s ON s.id = a.slo_id
  LEFT JOIN definitions d ON d.entity_ref = s.entity_ref`;

/** Rank, remaining budget and id of the last SLO of a page. */
const sloCursor = new PageCursor(z.tuple([z.int32(), z.number(), z.guid()]));

type Condition = [sql: string, ...values: unknown[]];

/** Reads what is known of SLOs. */
export class ReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Worst first. */
  async listSlos(request: SloPageRequest): Promise<Page<StoredSlo>> {
    const { states, name, service, limit } = request;
    const after = sloCursor.decode(request.cursor);
    const conditions: Condition[] = [
      ['s.removed_at IS NULL AND s.entity_ref = ANY (?)', request.entityRefs],
    ];
    if (states) {
      conditions.push(["coalesce(st.state, 'no-data') = ANY (?)", states]);
    }
    if (name !== undefined) {
      conditions.push(['s.name = ?', name]);
    }
    if (service !== undefined) {
      conditions.push(["s.definition ->> 'service' = ?", service]);
    }
    const totalItems = await this.#count(SLO_TABLES, conditions);
    if (after) {
      conditions.push([
        `(${RANK}, ${BUDGET}, s.id) > (?::int, ?::float8, ?::uuid)`,
        ...after,
      ]);
    }
    const rows: SloRow[] = await this.#read(
      `SELECT ${SLO_COLUMNS} FROM ${SLO_TABLES}`,
      { conditions, tail: `ORDER BY ${RANK}, ${BUDGET}, s.id LIMIT ?`, limit },
    );
    const page = toPage(rows, {
      limit,
      totalItems,
      toCursor: row =>
        sloCursor.encode([row.position_rank, row.position_budget, row.id]),
    });
    return { ...page, items: page.items.map(toSlo) };
  }

  async getSlo(id: string): Promise<StoredSlo | undefined> {
    const { rows } = await this.#knex.raw(
      `SELECT ${SLO_COLUMNS} FROM ${SLO_TABLES}
       WHERE s.removed_at IS NULL AND s.id = ?`,
      [id],
    );
    return rows.map(toSlo).at(0);
  }

  /** All SLOs of some entities. */
  async listSlosOf(entityRefs: string[]): Promise<StoredSlo[]> {
    const { rows } = await this.#knex.raw(
      `SELECT ${SLO_COLUMNS} FROM ${SLO_TABLES}
       WHERE s.removed_at IS NULL AND s.entity_ref = ANY (?) ORDER BY s.name`,
      [entityRefs],
    );
    return rows.map(toSlo);
  }

  /** Newest first. */
  async listAlerts(request: AlertPageRequest): Promise<Page<SloAlert>> {
    const { sloId, state, severity, from, to, limit } = request;
    const before = timeCursor.decode(request.cursor);
    const conditions: Condition[] = [
      ['s.entity_ref = ANY (?)', request.entityRefs],
    ];
    for (const [sql, value] of [
      ['a.slo_id::text = ?', sloId],
      ['a.state = ?', state],
      ['a.severity = ?', severity],
      ['a.started_at >= ?', from],
      ['a.started_at < ?', to],
    ] as const) {
      if (value !== undefined) {
        conditions.push([sql, value]);
      }
    }
    const totalItems = await this.#count(ALERT_TABLES, conditions);
    if (before) {
      conditions.push([
        '(a.started_at, a.id) < (?::timestamptz, ?::uuid)',
        ...before,
      ]);
    }
    const rows: AlertRow[] = await this.#read(
      `SELECT ${ALERT_COLUMNS} FROM ${ALERT_TABLES}`,
      {
        conditions,
        tail: 'ORDER BY a.started_at DESC, a.id DESC LIMIT ?',
        limit,
      },
    );
    return toPage(rows.map(toAlert), {
      limit,
      totalItems,
      toCursor: ({ startedAt, id }) => timeCursor.encode([startedAt, id]),
    });
  }

  /** How many alerts of entities are firing. */
  async countFiring(entityRefs: string[]): Promise<Map<string, number>> {
    const { rows } = await this.#knex.raw(
      `SELECT s.entity_ref, count(*)::int AS firing
       FROM alerts a JOIN slos s ON s.id = a.slo_id
       WHERE a.state = 'firing' AND s.entity_ref = ANY (?)
       GROUP BY s.entity_ref`,
      [entityRefs],
    );
    return new Map(
      rows.map((row: { entity_ref: string; firing: number }) => [
        row.entity_ref,
        row.firing,
      ]),
    );
  }

  async #count(tables: string, conditions: Condition[]): Promise<number> {
    const [{ count }] = await this.#read<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${tables}`,
      { conditions },
    );
    return count;
  }

  async #read<Row>(
    select: string,
    options: { conditions: Condition[]; tail?: string; limit?: number },
  ): Promise<Row[]> {
    const { conditions, tail = '', limit } = options;
    const { rows } = await this.#knex.raw(
      `${select} WHERE ${conditions.map(([sql]) => sql).join(' AND ')} ${tail}`,
      [
        ...conditions.flatMap(([, ...values]) => values),
        // One more than the page has says whether there is another one.
        ...(limit === undefined ? [] : [limit + 1]),
      ] as Knex.RawBinding[],
    );
    return rows;
  }
}
