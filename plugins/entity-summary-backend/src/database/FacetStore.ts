import type {
  EntityList,
  FilterOption,
} from '@atrium/plugin-entity-summary-common';
import type { Knex } from 'knex';
import { HEALTHS } from './entityRow';
import {
  type EntitySelection,
  type FacetName,
  isChosen,
  type SqlPart,
  toColumn,
  toCondition,
  toSource,
} from './EntitySelection';

interface FacetRow {
  facet: FacetName | 'all';
  value: string | null;
  title: string | null;
  count: number;
}

/** How many entities are selected, and how many each value would leave. */
export interface Facets {
  totalItems: number;
  options: EntityList['options'];
}

const MAX_OPTIONS = 200;
const NAMES: FacetName[] = [
  'kind',
  'owner',
  'system',
  'type',
  'lifecycle',
  'tag',
  'health',
];

/** Counts what filters can choose, all of them in one statement. */
export class FacetStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async count(selection: EntitySelection): Promise<Facets> {
    const counts = toCounts(selection);
    const { rows } = await this.#knex.raw<{ rows: FacetRow[] }>(
      `WITH counts (facet, value, count) AS (
         ${counts.map(({ sql }) => sql).join(' UNION ALL ')}
       ), ranked AS (
         SELECT *, row_number() OVER (PARTITION BY facet
           ORDER BY count DESC, value) AS place
         FROM counts WHERE value IS NOT NULL OR facet = 'all'
       )
       SELECT facet, value, named.title, count::int AS count
       FROM ranked
       LEFT JOIN entities named ON facet IN ('owner', 'system')
         AND named.entity_ref = value
       WHERE place <= ? ORDER BY facet, place`,
      [...counts.flatMap(({ bindings }) => bindings), MAX_OPTIONS],
    );
    const of = (name: FacetName): FilterOption[] =>
      rows
        .filter(({ facet }) => facet === name)
        .map(({ value, title, count }) => ({
          value: toValue(name, value ?? ''),
          title: title ?? undefined,
          count,
        }));
    return {
      totalItems: rows.find(({ facet }) => facet === 'all')?.count ?? 0,
      options: {
        kind: of('kind'),
        owner: of('owner'),
        system: of('system'),
        type: of('type'),
        lifecycle: of('lifecycle'),
        tag: of('tag'),
        health: of('health'),
      },
    };
  }
}

/**
 * Filters that are not set all count the same entities, in one reading; one that
 * is set counts what the others leave, in a reading of its own.
 */
function toCounts(selection: EntitySelection): SqlPart[] {
  const chosen = NAMES.filter(name => isChosen(selection, name));
  const alone = new Set<FacetName>([...chosen, 'tag']);
  if (selection.types) {
    // Types are of one kind: whoever goes on to another one leaves them behind.
    alone.add('kind');
  }
  const others = NAMES.filter(name => !alone.has(name));
  return [
    countTogether(others, selection),
    ...[...alone].map(name => countAlone(name, selection)),
  ];
}

function countTogether(
  names: FacetName[],
  selection: EntitySelection,
): SqlPart {
  const columns = names.map(name => toColumn(name, selection));
  const sets = columns.map(column => `, (${column})`).join('');
  const cases = (toResult: (name: FacetName, column: string) => string) =>
    names
      .map((name, index) => {
        const column = columns[index];
        return `WHEN grouping(${column}) = 0 THEN ${toResult(name, column)}`;
      })
      .join(' ');
  const pick = (
    toResult: (name: FacetName, column: string) => string,
    otherwise: string,
  ) =>
    names.length > 0
      ? `CASE ${cases(toResult)} ELSE ${otherwise} END`
      : otherwise;
  const from = toSource(selection);
  const where = toCondition(selection);
  return {
    sql: `SELECT ${pick(name => `'${name}'`, `'all'`)},
        ${pick((_, column) => `${column}::text`, 'NULL::text')}, count(*)
      FROM ${from.sql} WHERE ${where.sql} GROUP BY GROUPING SETS (()${sets})`,
    bindings: [...from.bindings, ...where.bindings],
  };
}

function countAlone(name: FacetName, selection: EntitySelection): SqlPart {
  const from = toSource(selection);
  const where = toCondition(
    selection,
    name === 'kind' ? ['kind', 'type'] : [name],
  );
  const tags = name === 'tag' ? 'CROSS JOIN unnest(e.tags) AS tag' : '';
  return {
    sql: `SELECT '${name}', ${toColumn(name, selection)}::text, count(*)
      FROM ${from.sql} ${tags} WHERE ${where.sql} GROUP BY 2`,
    bindings: [...from.bindings, ...where.bindings],
  };
}

function toValue(name: FacetName, value: string): string {
  return name === 'health' ? HEALTHS[Number(value)] : value;
}
