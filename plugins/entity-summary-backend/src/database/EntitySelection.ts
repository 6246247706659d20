import type { Knex } from 'knex';
import type { ContainerSums } from './ContainerSums';

/** The filters whose values can be chosen, with the columns they are about. */
const FACET_COLUMNS = {
  kind: 'e.kind',
  owner: 'e.owner_ref',
  system: 'e.system_ref',
  type: 'e.type',
  lifecycle: 'e.lifecycle',
  tag: 'tag',
  health: 'e.health',
} as const;

/** A filter whose values can be chosen. */
export type FacetName = keyof typeof FACET_COLUMNS;

/** Which entities are meant; what is absent filters nothing. */
export interface EntitySelection {
  kind?: string;
  /** Refs of owners, any of which owns it. */
  owners?: string[];
  system?: string;
  types?: string[];
  lifecycles?: string[];
  tags?: string[];
  /** As they are kept: 0 for bad to 3 for unknown. */
  healths?: number[];
  /** Only these. */
  entityRefs?: string[];
  /** Those that the reader may see; absent where that is all. */
  visibleRefs?: string[];
  /** What containers come to for the reader; absent where that is what is kept. */
  sums?: ContainerSums;
  text?: string;
}

/** A part of a statement, with what belongs in place of its question marks. */
export interface SqlPart {
  sql: string;
  bindings: Knex.RawBinding[];
}

/** What holds the value of a filter, of the rows of {@link toSource}. */
export function toColumn(name: FacetName, { sums }: EntitySelection): string {
  return name === 'health' && sums
    ? `(CASE WHEN e.kind IN ('system', 'domain', 'group')
        THEN coalesce(s.health, 3) ELSE e.health END)`
    : FACET_COLUMNS[name];
}

/** Where the entities `e` of a selection come from, with the sums of the reader. */
export function toSource({ sums }: EntitySelection): SqlPart {
  return sums
    ? {
        sql: `entities e LEFT JOIN jsonb_to_recordset(?::jsonb)
          AS s ("entityRef" text, health smallint) ON s."entityRef" = e.entity_ref`,
        bindings: [JSON.stringify([...sums.values()])],
      }
    : { sql: 'entities e', bindings: [] };
}

/**
 * The condition for a selection.
 *
 * @param without - the filters that are left out, to say what they could choose
 */
export function toCondition(
  selection: EntitySelection,
  without: readonly FacetName[] = [],
): SqlPart {
  const parts: SqlPart[] = [];
  const add = (
    name: FacetName | undefined,
    sql: string,
    value: Knex.RawBinding | undefined,
  ) => {
    if (
      value !== undefined &&
      (name === undefined || !without.includes(name))
    ) {
      parts.push({ sql, bindings: [value] });
    }
  };
  add('kind', 'e.kind = ?', selection.kind);
  add('owner', 'e.owner_ref = ANY(?::text[])', selection.owners);
  add('system', 'e.system_ref = ?', selection.system);
  add('type', 'e.type = ANY(?::text[])', selection.types);
  add('lifecycle', 'e.lifecycle = ANY(?::text[])', selection.lifecycles);
  add('tag', 'e.tags && ?::text[]', selection.tags);
  add(
    'health',
    `${toColumn('health', selection)} = ANY(?::int[])`,
    selection.healths,
  );
  add(undefined, 'e.entity_ref = ANY(?::text[])', selection.entityRefs);
  add(undefined, 'e.entity_ref = ANY(?::text[])', selection.visibleRefs);
  add(undefined, 'strpos(e.search_text, ?) > 0', selection.text);
  return {
    sql: parts.map(({ sql }) => sql).join(' AND ') || 'true',
    bindings: parts.flatMap(({ bindings }) => bindings),
  };
}

/** Whether a filter is set. */
export function isChosen(selection: EntitySelection, name: FacetName): boolean {
  return (
    {
      kind: selection.kind,
      owner: selection.owners,
      system: selection.system,
      type: selection.types,
      lifecycle: selection.lifecycles,
      tag: selection.tags,
      health: selection.healths,
    }[name] !== undefined
  );
}
