import type {
  EntityList,
  FilterOption,
} from '@atrium/plugin-entity-summary-common';
import type { Knex } from 'knex';
import { HEALTHS } from './entityRow';
import {
  type EntitySelection,
  FACET_COLUMNS,
  type FacetName,
  isChosen,
  type SqlPart,
  toCondition,
} from './EntitySelection';
import { type EntitySource, toEntitySource } from './toEntitySource';

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
    const source = toEntitySource(selection.visibleRefs);
    const counts = toCounts(selection, source);
    const { rows } = await this.#knex.raw<{ rows: FacetRow[] }>(
      `${source.with.sql} counts (facet, value, count) AS (
         ${counts.map(({ sql }) => sql).join(' UNION ALL ')}
       ), ranked AS (
         SELECT *, row_number() OVER (PARTITION BY facet
           ORDER BY count DESC, value) AS place
         FROM counts WHERE value IS NOT NULL OR facet = 'all'
       )
       SELECT facet, value, named.title, count::int AS count
       FROM ranked
       LEFT JOIN ${source.table} named ON facet IN ('owner', 'system')
         AND named.entity_ref = value
       WHERE place <= ? ORDER BY facet, place`,
      [
        ...source.with.bindings,
        ...counts.flatMap(({ bindings }) => bindings),
        MAX_OPTIONS,
      ],
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
function toCounts(selection: EntitySelection, source: EntitySource): SqlPart[] {
  const chosen = NAMES.filter(name => isChosen(selection, name));
  const alone = new Set<FacetName>([...chosen, 'tag']);
  if (selection.types) {
    // Types are of one kind: whoever goes on to another one leaves them behind.
    alone.add('kind');
  }
  const others = NAMES.filter(name => !alone.has(name));
  const parts = [countTogether(others, toRows(selection, source))];
  for (const name of alone) {
    const without: FacetName[] = name === 'kind' ? ['kind', 'type'] : [name];
    parts.push(countAlone(name, toRows(selection, source, without)));
  }
  return parts;
}

/** The rows that are counted, from `FROM` on. */
function toRows(
  selection: EntitySelection,
  { table }: EntitySource,
  without: FacetName[] = [],
): SqlPart {
  const { sql, bindings } = toCondition(selection, without);
  const tags = without.includes('tag')
    ? 'CROSS JOIN unnest(e.tags) AS tag'
    : '';
  return { sql: `FROM ${table} e ${tags} WHERE ${sql}`, bindings };
}

function countTogether(names: FacetName[], rows: SqlPart): SqlPart {
  const columns = names.map(name => FACET_COLUMNS[name]);
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
  return {
    sql: `SELECT ${pick(name => `'${name}'`, `'all'`)},
        ${pick((_, column) => `${column}::text`, 'NULL::text')}, count(*)
      ${rows.sql} GROUP BY GROUPING SETS (()${sets})`,
    bindings: rows.bindings,
  };
}

function countAlone(name: FacetName, rows: SqlPart): SqlPart {
  return {
    sql: `SELECT '${name}', ${FACET_COLUMNS[name]}::text, count(*)
      ${rows.sql} GROUP BY 2`,
    bindings: rows.bindings,
  };
}

function toValue(name: FacetName, value: string): string {
  return name === 'health' ? HEALTHS[Number(value)] : value;
}
