import { PageCursor, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  InitiativeDetails,
  InitiativeState,
} from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { OwnerRemainder } from './initiativeMessages';
import {
  INITIATIVE_COLUMNS,
  INITIATIVE_TABLES,
  type InitiativeRow,
  type StoredInitiative,
  toInitiative,
} from './StoredInitiative';

/** Which initiatives are wanted. */
export interface InitiativePageRequest {
  state?: InitiativeState;
  scorecard?: string;
  /** Those that this entity has to do something for. */
  entityRef?: string;
  /** Those that one of these leads, or has an entity in. */
  ownerRefs?: string[];
  limit: number;
  cursor?: string;
}

/** An entity that has not reached the goal, with the names of its checks. */
export interface RemainingEntity {
  entityRef: string;
  entityTitle?: string;
  ownerRefs: string[];
  checks: string[];
}

type Condition = [sql: string, ...values: unknown[]];

/** Those that go on first, the one due first at the top; then the last ended. */
const IS_ENDED = `(i.state NOT IN ('scheduled', 'running'))::int`;
const POSITION = `(i.due_on - date '2000-01-01') * (1 - 2 * ${IS_ENDED})`;

const OWNED_REMAINING = `(SELECT count(*)::int FROM initiative_entities m
  WHERE m.initiative_id = i.id AND m.state IN ('remaining', 'unknown')
    AND m.owner_refs && ?::text[]) AS owned_remaining`;

const initiativeCursor = new PageCursor(
  z.tuple([z.int32(), z.int32(), z.guid()]),
);

/** How many names a reminder holds. */
const MAX_NAMES = 5;

/** Lists initiatives and what they consist of. */
export class InitiativeReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(request: InitiativePageRequest): Promise<Page<StoredInitiative>> {
    const { limit } = request;
    const after = initiativeCursor.decode(request.cursor);
    const conditions = toConditions(request);
    const where = ['true', ...conditions.map(([sql]) => sql)].join(' AND ');
    const values = conditions.flatMap(
      ([, ...bindings]) => bindings,
    ) as Knex.RawBinding[];
    const { ownerRefs } = request;
    const [counted, page] = await Promise.all([
      this.#knex.raw(
        `SELECT count(*)::int AS count FROM initiatives i WHERE ${where}`,
        values,
      ),
      this.#knex.raw(
        `SELECT ${INITIATIVE_COLUMNS}, ${IS_ENDED} AS is_ended,
           ${POSITION} AS position${ownerRefs ? `, ${OWNED_REMAINING}` : ''}
         FROM ${INITIATIVE_TABLES} WHERE ${where}
         ${
           after ? `AND (${IS_ENDED}, ${POSITION}, i.id) > (?, ?, ?::uuid)` : ''
         }
         ORDER BY is_ended, position, i.id LIMIT ?`,
        [
          ...(ownerRefs ? [ownerRefs] : []),
          ...values,
          ...(after ?? []),
          limit + 1,
        ] as Knex.RawBinding[],
      ),
    ]);
    const rows: (InitiativeRow & { is_ended: number; position: number })[] =
      page.rows;
    const result = toPage(rows, {
      limit,
      totalItems: counted.rows[0].count,
      toCursor: row =>
        initiativeCursor.encode([row.is_ended, row.position, row.id]),
    });
    return { ...result, items: result.items.map(toInitiative) };
  }

  /** How many were left at the end of each day that was measured. */
  async listDays(id: string): Promise<InitiativeDetails['burnDown']> {
    const { rows } = await this.#knex.raw(
      `SELECT day::text AS at, total - done - exempt AS remaining
       FROM initiative_days WHERE initiative_id = ? AND team = '*'
       ORDER BY day`,
      [id],
    );
    return rows;
  }

  /** How far each team is; what two of them own counts for both. */
  async listTeams(id: string): Promise<InitiativeDetails['teams']> {
    const { rows } = await this.#knex.raw(
      `SELECT nullif(d.team, '') AS team, d.total, d.done, d.exempt, d.unknown
       FROM initiative_days d
       WHERE d.initiative_id = :id AND d.team <> '*' AND d.day = (
         SELECT max(day) FROM initiative_days WHERE initiative_id = :id)
       ORDER BY d.total - d.done - d.exempt DESC, d.team`,
      { id },
    );
    return rows.map(
      ({ team, ...progress }: TeamRow): InitiativeDetails['teams'][number] => ({
        ...(team !== null && { ownerRef: team }),
        ...progress,
      }),
    );
  }

  /**
   * What is left to do.
   *
   * @param visibleRefs - of these entities; of all where it is undefined
   */
  async listRemaining(
    id: string,
    { limit, visibleRefs }: { limit: number; visibleRefs?: string[] },
  ): Promise<RemainingEntity[]> {
    const { rows } = await this.#knex.raw(
      `SELECT m.entity_ref, n.title, m.owner_refs, m.checks
       FROM initiative_entities m
       LEFT JOIN entities n ON n.entity_ref = m.entity_ref
       WHERE m.initiative_id = ? AND m.state IN ('remaining', 'unknown')
         AND (?::text[] IS NULL OR m.entity_ref = ANY (?::text[]))
       ORDER BY cardinality(m.checks), m.entity_ref LIMIT ?`,
      [
        id,
        visibleRefs ?? null,
        visibleRefs ?? null,
        limit,
      ] as Knex.RawBinding[],
    );
    return rows.map((row: RemainingRow) => ({
      entityRef: row.entity_ref,
      entityTitle: row.title ?? undefined,
      ownerRefs: row.owner_refs,
      checks: row.checks,
    }));
  }

  async listEntityRefs(id: string): Promise<string[]> {
    return this.#knex('initiative_entities')
      .where({ initiative_id: id })
      .whereIn('state', ['remaining', 'unknown'])
      .pluck('entity_ref');
  }

  /** What each owner still has to do. */
  async listRemainders(
    id: string,
    trx: Knex.Transaction,
  ): Promise<OwnerRemainder[]> {
    const { rows } = await trx.raw(
      `SELECT o.ref, count(*)::int AS count,
         to_jsonb((array_agg(jsonb_build_object('entityRef', m.entity_ref, 'title', n.title)
           ORDER BY m.entity_ref))[1:?]) AS entities
       FROM initiative_entities m
       LEFT JOIN entities n ON n.entity_ref = m.entity_ref
       CROSS JOIN LATERAL unnest(m.owner_refs) o (ref)
       WHERE m.initiative_id = ? AND m.state IN ('remaining', 'unknown')
       GROUP BY o.ref ORDER BY o.ref`,
      [MAX_NAMES, id],
    );
    return rows.map((row: RemainderRow) => ({
      ownerRef: row.ref,
      count: row.count,
      entities: row.entities.map(({ entityRef, title }) => ({
        entityRef,
        title: title ?? undefined,
      })),
    }));
  }
}

function toConditions(request: InitiativePageRequest): Condition[] {
  const { state, scorecard, entityRef, ownerRefs } = request;
  const conditions: (Condition | false)[] = [
    state !== undefined && ['i.state = ?', state],
    scorecard !== undefined && ['i.scorecard = ?', scorecard],
    entityRef !== undefined && [
      `i.state = 'running' AND EXISTS (
         SELECT FROM initiative_entities m WHERE m.initiative_id = i.id
           AND m.entity_ref = ? AND m.state IN ('remaining', 'unknown'))`,
      entityRef,
    ],
    ownerRefs !== undefined && [
      `(i.owner_ref = ANY (?) OR EXISTS (
         SELECT FROM initiative_entities m WHERE m.initiative_id = i.id
           AND m.owner_refs && ?::text[]))`,
      ownerRefs,
      ownerRefs,
    ],
  ];
  return conditions.filter(condition => condition !== false);
}

interface TeamRow {
  team: string | null;
  total: number;
  done: number;
  exempt: number;
  unknown: number;
}

interface RemainingRow {
  entity_ref: string;
  title: string | null;
  owner_refs: string[];
  checks: string[];
}

interface RemainderRow {
  ref: string;
  count: number;
  entities: { entityRef: string; title: string | null }[];
}
