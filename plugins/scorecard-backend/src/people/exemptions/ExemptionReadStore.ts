import { timeCursor, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  ExemptionDebt,
  ExemptionState,
} from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import {
  EXEMPTION_APPROVER,
  EXEMPTION_COLUMNS,
  EXEMPTION_OWNERS,
  EXEMPTION_STATE,
  EXEMPTION_TABLES,
  type StoredExemption,
  toExemption,
} from './StoredExemption';

/** Which exemptions are wanted. */
export interface ExemptionPageRequest {
  state?: ExemptionState;
  scorecard?: string;
  entityRef?: string;
  ownerRefs?: string[];
  /** Of these entities only; of all where it is undefined. */
  visibleRefs?: string[];
  /** Those that somebody may decide about, or those that they may not. */
  decision?: ExemptionDecision;
  limit: number;
  cursor?: string;
}

/** Whether somebody may decide. */
export interface ExemptionDecision {
  isTheirs: boolean;
  userRef: string;
  /** What the person owns, themselves or by groups. */
  memberRefs: string[];
}

type Condition = [sql: string, ...values: unknown[]];

/** Lists and counts exemptions. */
export class ExemptionReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The newest first. */
  async list(request: ExemptionPageRequest): Promise<Page<StoredExemption>> {
    const { limit } = request;
    const before = timeCursor.decode(request.cursor);
    const conditions = toConditions(request);
    const where = ['true', ...conditions.map(([sql]) => sql)].join(' AND ');
    const values = conditions.flatMap(
      ([, ...bindings]) => bindings,
    ) as Knex.RawBinding[];
    const [counted, page] = await Promise.all([
      this.#knex.raw(
        `SELECT count(*)::int AS count FROM ${EXEMPTION_TABLES} WHERE ${where}`,
        values,
      ),
      this.#knex.raw(
        `SELECT ${EXEMPTION_COLUMNS} FROM ${EXEMPTION_TABLES} WHERE ${where}
         ${
           before
             ? 'AND (e.requested_at, e.id) < (?::timestamptz, ?::uuid)'
             : ''
         }
         ORDER BY e.requested_at DESC, e.id DESC LIMIT ?`,
        [...values, ...(before ?? []), limit + 1],
      ),
    ]);
    const items: StoredExemption[] = page.rows.map(toExemption);
    return toPage(items, {
      limit,
      totalItems: counted.rows[0].count,
      toCursor: ({ requestedAt, id }) => timeCursor.encode([requestedAt, id]),
    });
  }

  /** The entities that there are exemptions of. */
  async listEntityRefs(): Promise<string[]> {
    const { rows } = await this.#knex.raw(
      'SELECT DISTINCT entity_ref FROM exemptions ORDER BY entity_ref',
    );
    return rows.map(({ entity_ref }: { entity_ref: string }) => entity_ref);
  }

  /**
   * What is passed over, by scorecard.
   *
   * @param entityRefs - of which entities; of all where it is undefined
   */
  async getDebt(entityRefs?: string[]): Promise<ExemptionDebt['items']> {
    const { rows } = await this.#knex.raw(
      `SELECT e.scorecard, max(e.scorecard_title) AS title,
         count(*) FILTER (WHERE e.state = 'granted')::int AS active,
         count(*) FILTER (WHERE e.state = 'waiting')::int AS waiting,
         count(*) FILTER (WHERE EXISTS (
           SELECT FROM exemptions before
           WHERE before.scorecard = e.scorecard
             AND before.check_name = e.check_name
             AND before.entity_ref = e.entity_ref
             AND before.id <> e.id AND before.granted_at IS NOT NULL
             AND before.until <= now() AND before.ended_at = before.until
         ))::int AS renewed,
         min(e.granted_at) FILTER (WHERE e.state = 'granted') AS oldest,
         count(*) FILTER (WHERE e.state = 'granted'
           AND e.until <= now() + interval '14 days')::int AS expiring
       FROM exemptions e
       WHERE e.state IN ('waiting', 'granted')
         AND ${EXEMPTION_STATE} <> 'expired'
         AND (?::text[] IS NULL OR e.entity_ref = ANY (?::text[]))
       GROUP BY e.scorecard ORDER BY e.scorecard`,
      [entityRefs ?? null, entityRefs ?? null] as Knex.RawBinding[],
    );
    return rows.map((row: DebtRow) => ({
      scorecard: row.scorecard,
      scorecardTitle: row.title,
      active: row.active,
      waiting: row.waiting,
      renewed: row.renewed,
      oldestSince: row.oldest?.toISOString(),
      expiringSoon: row.expiring,
    }));
  }
}

function toConditions(request: ExemptionPageRequest): Condition[] {
  const { state, scorecard, entityRef, ownerRefs, visibleRefs, decision } =
    request;
  return [
    ...condition(`${EXEMPTION_STATE} = ?`, state),
    ...condition('e.scorecard = ?', scorecard),
    ...condition('e.entity_ref = ?', entityRef),
    ...condition(`${EXEMPTION_OWNERS} && ?::text[]`, ownerRefs),
    ...condition('e.entity_ref = ANY (?)', visibleRefs),
    ...(decision
      ? [
          [
            `(${EXEMPTION_STATE} IN ('waiting', 'granted') AND e.requested_by <> ?
              AND ${EXEMPTION_APPROVER} = ANY (?)) = ?`,
            decision.userRef,
            decision.memberRefs,
            decision.isTheirs,
          ] satisfies Condition,
        ]
      : []),
  ];
}

function condition(sql: string, value: unknown): Condition[] {
  return value === undefined ? [] : [[sql, value]];
}

interface DebtRow {
  scorecard: string;
  title: string;
  active: number;
  waiting: number;
  renewed: number;
  oldest: Date | null;
  expiring: number;
}
