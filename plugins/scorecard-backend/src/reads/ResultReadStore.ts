import { PageCursor } from '@atrium/backend-common';
import type {
  CheckOutcome,
  ResultQuery,
} from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import {
  RESULT_COLUMNS,
  RESULT_TABLES,
  type ResultRow,
  type StoredResult,
  toResult,
} from './StoredResult';

/** Which results are wanted. */
export interface ResultFilter {
  /** Of these entities; of all where it is undefined, as with the others. */
  entityRefs?: string[];
  ownerRefs?: string[];
  systemRef?: string;
  scorecard?: string;
  /** From 1; 0 for those that hold none. */
  rank?: number;
  check?: { name: string; outcome: CheckOutcome };
  text?: string;
}

/** In which order, and which part of them. */
export interface ResultPageRequest {
  sort: NonNullable<ResultQuery['sort']>;
  limit: number;
  cursor?: string;
}

type Condition = [sql: string, ...values: unknown[]];

/** The value that is sorted by, then entity and scorecard. */
const resultCursor = new PageCursor(
  z.tuple([z.string().or(z.number()).nullable(), z.number().int(), z.string()]),
);

type Position = [value: string | number | null, entityId: number, name: string];

/** Those by level and score are the orders of the indexes, in both directions. */
const ORDERS: Record<ResultPageRequest['sort'], string> = {
  entity: 'n.entity_ref, r.entity_id, r.scorecard',
  level: 'r.rank ASC NULLS FIRST, r.entity_id DESC, r.scorecard DESC',
  '-level': 'r.rank DESC NULLS LAST, r.entity_id, r.scorecard',
  score: 'r.score ASC NULLS FIRST, r.entity_id DESC, r.scorecard DESC',
  '-score': 'r.score DESC NULLS LAST, r.entity_id, r.scorecard',
};

const COLUMNS: Record<
  ResultPageRequest['sort'],
  [column: string, type: string]
> = {
  entity: ['n.entity_ref', 'text'],
  level: ['r.rank', 'smallint'],
  '-level': ['r.rank', 'smallint'],
  score: ['r.score', 'float8'],
  '-score': ['r.score', 'float8'],
};

/** Reads how entities stand. */
export class ResultReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** One more than asked for, where there are more. */
  async list(
    filter: ResultFilter,
    { sort, limit, cursor }: ResultPageRequest,
  ): Promise<StoredResult[]> {
    const rows = await resultCursor.query(cursor, after =>
      this.#read<ResultRow>(`SELECT ${RESULT_COLUMNS} FROM ${RESULT_TABLES}`, {
        conditions: [
          ...toConditions(filter),
          ...(after ? [toPosition(sort, after)] : []),
        ],
        tail: `ORDER BY ${ORDERS[sort]} LIMIT ?`,
        values: [limit + 1],
      }),
    );
    return rows.map(toResult);
  }

  async count(filter: ResultFilter): Promise<number> {
    const [{ count }] = await this.#read<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${RESULT_TABLES}`,
      { conditions: toConditions(filter) },
    );
    return count;
  }

  /** The cursor behind a result in a list of that order. */
  toCursor(
    { entityId, entityRef, rank, score, scorecard }: StoredResult,
    sort: ResultPageRequest['sort'],
  ): string {
    const values = {
      entity: entityRef,
      level: rank ?? null,
      '-level': rank ?? null,
      score: score ?? null,
      '-score': score ?? null,
    };
    return resultCursor.encode([values[sort], entityId, scorecard]);
  }

  async #read<Row>(
    select: string,
    options: { conditions: Condition[]; tail?: string; values?: unknown[] },
  ): Promise<Row[]> {
    const { conditions, tail = '', values = [] } = options;
    const where = ['true', ...conditions.map(([sql]) => sql)].join(' AND ');
    const { rows } = await this.#knex.raw(`${select} WHERE ${where} ${tail}`, [
      ...conditions.flatMap(([, ...bindings]) => bindings),
      ...values,
    ] as Knex.RawBinding[]);
    return rows;
  }
}

/** What comes after a position in an order. */
function toPosition(
  sort: ResultPageRequest['sort'],
  [value, entityId, name]: Position,
): Condition {
  const [column, type] = COLUMNS[sort];
  const same = `(r.entity_id, r.scorecard)`;
  switch (sort) {
    case 'entity':
      return [
        `(${column}, r.entity_id, r.scorecard) > (?::${type}, ?::int, ?)`,
        value,
        entityId,
        name,
      ];
    case 'level':
    case 'score':
      return value === null
        ? [`(${column} IS NOT NULL OR ${same} < (?::int, ?))`, entityId, name]
        : [
            `(${column} > ?::${type} OR ${column} = ?::${type} AND ${same} < (?::int, ?))`,
            value,
            value,
            entityId,
            name,
          ];
    case '-level':
    case '-score':
      return value === null
        ? [`(${column} IS NULL AND ${same} > (?::int, ?))`, entityId, name]
        : [
            `(${column} < ?::${type} OR ${column} IS NULL
              OR ${column} = ?::${type} AND ${same} > (?::int, ?))`,
            value,
            value,
            entityId,
            name,
          ];
    default:
      return sort satisfies never;
  }
}

function toConditions(filter: ResultFilter): Condition[] {
  const { entityRefs, ownerRefs, systemRef, scorecard, rank, check, text } =
    filter;
  const conditions: (Condition | false)[] = [
    entityRefs !== undefined && ['n.entity_ref = ANY (?)', entityRefs],
    ownerRefs !== undefined && ['n.owner_refs && ?::text[]', ownerRefs],
    systemRef !== undefined && ['n.system_refs && ARRAY[?]', systemRef],
    scorecard !== undefined && ['r.scorecard = ?', scorecard],
    rank !== undefined &&
      (rank === 0 ? ['(r.rank = 0 OR r.rank IS NULL)'] : ['r.rank = ?', rank]),
    check !== undefined && ['r.outcomes ->> ? = ?', check.name, check.outcome],
    text !== undefined && [
      "position(lower(?) IN lower(concat(n.title, ' ', n.entity_ref))) > 0",
      text,
    ],
  ];
  return conditions.filter(condition => condition !== false);
}
