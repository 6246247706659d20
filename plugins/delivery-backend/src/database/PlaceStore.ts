import type { DeliverySubject } from '@atrium/plugin-delivery-common';
import type { Knex } from 'knex';
import {
  type SubjectDefinition,
  subjectDefinitions,
} from '../model/subjectDefinitions';
import type { SharedPlace } from '../services/catalog/buildEntityIndex';
import { markDoraStale } from './markDoraStale';
import { affectsStanding, updateStandings } from './updateStandings';

/** A repository and service that belong to nobody. */
export interface UnresolvedPlace {
  repository?: string;
  service?: string;
  subjects: number;
}

/** Rows of a table that are alike, and the entities they were assigned to. */
export interface AssignedPlace extends SharedPlace {
  table: PlacedTable;
  entityRefs: string[];
}

/** Whose pages have changed, and in what. */
type Changes = Map<string, Set<DeliverySubject>>;

/** Tables whose rows are assigned to entities by repository or service. */
const PLACED_TABLES = [
  'runs',
  'changes',
  'artifacts',
  'incidents',
  'tickets',
  'deployments',
] as const;

type PlacedTable = (typeof PLACED_TABLES)[number];

/** What signals call the rows of each table. */
const SUBJECT_OF_TABLE: Record<PlacedTable, DeliverySubject> = {
  runs: 'run',
  changes: 'change',
  artifacts: 'deployment',
  incidents: 'incident',
  tickets: 'ticket',
  deployments: 'deployment',
};

const { run, change } = subjectDefinitions;
const SHARED: SubjectDefinition[] = [run, change];

/** The digest of the id and the entity, as `digestToUuid` makes it. */
const ID_OF_ROW = `left(encode(sha256(convert_to(
  '36:' || input.id || length(other.ref) || ':' || other.ref, 'UTF8')), 'hex'), 32)::uuid`;

interface PlaceStoreOptions {
  knex: Knex;
  /** Branches whose runs decide how a component stands. */
  mainBranches: string[];
}

/** Assigns what belonged to nobody when it came in. */
export class PlaceStore {
  readonly #knex: Knex;
  readonly #mainBranches: string[];

  constructor({ knex, mainBranches }: PlaceStoreOptions) {
    this.#knex = knex;
    this.#mainBranches = mainBranches;
  }

  /** Repositories and services that belong to nobody, the most frequent first. */
  async listUnresolved(): Promise<UnresolvedPlace[]> {
    const { rows } = await this.#knex.raw(
      `SELECT repository, service, count(*)::int AS subjects FROM (
         ${PLACED_TABLES.map(
           table => `SELECT repository, service FROM ${table}
             WHERE entity_ref IS NULL
               AND (repository IS NOT NULL OR service IS NOT NULL)`,
         ).join(' UNION ALL ')}
       ) places
       GROUP BY repository, service ORDER BY subjects DESC, repository, service`,
    );
    return rows.map((row: Record<string, string | number | null>) => ({
      repository: row.repository ?? undefined,
      service: row.service ?? undefined,
      subjects: row.subjects,
    }));
  }

  /** Assigns places to one entity each. */
  async resolve(
    matches: { place: UnresolvedPlace; entityRef: string }[],
  ): Promise<Changes> {
    const changed: Changes = new Map();
    if (matches.length === 0) {
      return changed;
    }
    const input = JSON.stringify(
      matches.map(({ place, entityRef }) => ({ ...place, entityRef })),
    );
    await this.#knex.transaction(async tx => {
      // A fixed handful of tables, each updated as a whole.
      for (const table of PLACED_TABLES) {
        const { rows } = await tx.raw(
          `WITH mine AS (
             SELECT one.id, input."entityRef"
             FROM jsonb_to_recordset(?::jsonb)
               AS input(repository text, service text, "entityRef" text)
             JOIN ${table} AS one ON one.entity_ref IS NULL
               AND one.repository IS NOT DISTINCT FROM input.repository
               AND one.service IS NOT DISTINCT FROM input.service
             ORDER BY one.id FOR NO KEY UPDATE OF one
           ), moved AS (
             UPDATE ${table} AS present SET entity_ref = mine."entityRef"
             FROM mine WHERE present.id = mine.id
             RETURNING present.entity_ref
           )
           SELECT DISTINCT entity_ref FROM moved`,
          [input],
        );
        note(changed, rows, SUBJECT_OF_TABLE[table]);
      }
      await this.#noteMoved(tx, changed);
    });
    return changed;
  }

  /** What was assigned by what the catalog said, and not by its event. */
  async listAssigned(): Promise<AssignedPlace[]> {
    const { rows } = await this.#knex.raw(
      PLACED_TABLES.map(
        table => `SELECT DISTINCT '${table}' AS "table", t.repository, t.service,
          ${columnsOf(table)}, ${entityRefsOf(table)} AS "entityRefs"
          FROM ${table} t WHERE ${isAssigned(table)}`,
      ).join(' UNION ALL '),
    );
    return rows.map((row: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value ?? undefined]),
      ),
    );
  }

  /** Takes assignments back, so that they are made anew. */
  async release(places: AssignedPlace[]): Promise<Changes> {
    const changed: Changes = new Map();
    const tables = new Set(places.map(({ table }) => table));
    await this.#knex.transaction(async tx => {
      // In the order in which events lock them.
      for (const table of PLACED_TABLES.filter(name => tables.has(name))) {
        const input = places.filter(place => place.table === table);
        const { rows } = await tx.raw(toReleaseStatement(table), [
          JSON.stringify(input),
        ]);
        note(changed, rows, SUBJECT_OF_TABLE[table]);
      }
      await this.#noteMoved(tx, changed);
    });
    return changed;
  }

  /** Where the runs and changes of some repositories that are nobody's belong. */
  async listShared(repositories: string[]): Promise<SharedPlace[]> {
    const { rows } = await this.#knex.raw(
      SHARED.map(
        ({ table, fields }) => `SELECT DISTINCT repository, service, paths,
           ${fields.pipeline ? 'pipeline' : 'NULL'} AS pipeline
         FROM ${table}
         WHERE entity_ref IS NULL AND repository = ANY(:repositories::text[])`,
      ).join(' UNION '),
      { repositories },
    );
    return rows.map((row: Record<string, string | null>) => ({
      repository: row.repository ?? undefined,
      service: row.service ?? undefined,
      paths: row.paths ?? undefined,
      pipeline: row.pipeline ?? undefined,
    }));
  }

  /** Assigns runs and changes to all the entities that share them. */
  async resolveShared(
    matches: { place: SharedPlace; entityRefs: string[] }[],
  ): Promise<Changes> {
    const changed: Changes = new Map();
    if (matches.length === 0) {
      return changed;
    }
    const input = JSON.stringify(
      matches.map(({ place, entityRefs }) => ({ ...place, entityRefs })),
    );
    await this.#knex.transaction(async tx => {
      for (const definition of SHARED) {
        const { rows } = await tx.raw(toShareStatement(definition), [input]);
        if (definition.signal) {
          note(changed, rows, definition.signal);
        }
      }
      await this.#noteMoved(tx, changed);
    });
    return changed;
  }

  async #noteMoved(tx: Knex, changed: Changes): Promise<void> {
    await markDoraStale(tx, { entityRefs: changed.keys() });
    await updateStandings(tx, {
      entityRefs: [...changed]
        .filter(([, subjects]) => affectsStanding(subjects))
        .map(([ref]) => ref),
      mainBranches: this.#mainBranches,
    });
  }
}

function definitionOf(table: PlacedTable): SubjectDefinition | undefined {
  return SHARED.find(definition => definition.table === table);
}

/** What besides repository and service says whose a row is. */
function columnsOf(table: PlacedTable): string {
  const fields = definitionOf(table)?.fields;
  return [
    fields ? 't.paths' : 'NULL::text[] AS paths',
    fields?.pipeline ? 't.pipeline' : 'NULL AS pipeline',
  ].join(', ');
}

function entityRefsOf(table: PlacedTable): string {
  return definitionOf(table)
    ? `CASE WHEN t.shared_id IS NULL THEN ARRAY[t.entity_ref] ELSE ARRAY(
        SELECT other.entity_ref FROM ${table} other
        WHERE other.shared_id = t.id ORDER BY other.entity_ref) END`
    : 'ARRAY[t.entity_ref]';
}

/** The row that events are merged into, where no event said whose it is. */
function isAssigned(table: PlacedTable): string {
  return [
    't.entity_ref IS NOT NULL',
    table === 'deployments'
      ? 't.has_entity_ref IS FALSE'
      : "NOT jsonb_exists(t.stamps, 'entity_ref')",
    ...(definitionOf(table) ? ['coalesce(t.shared_id, t.id) = t.id'] : []),
  ].join(' AND ');
}

/** Takes the places as JSON; answers whose rows they were. */
function toReleaseStatement(table: PlacedTable): string {
  const fields = definitionOf(table)?.fields;
  const conditions = [
    isAssigned(table),
    't.repository IS NOT DISTINCT FROM input.repository',
    't.service IS NOT DISTINCT FROM input.service',
    `${entityRefsOf(table)} = input."entityRefs"`,
    ...(fields ? ['t.paths IS NOT DISTINCT FROM input.paths'] : []),
    ...(fields?.pipeline ? ['t.pipeline = input.pipeline'] : []),
  ];
  const deleted = fields
    ? `, gone AS (
        DELETE FROM ${table} other USING mine
        WHERE other.shared_id = mine.id AND other.id <> mine.id)`
    : '';
  return `WITH mine AS (
      SELECT t.id, input."entityRefs" FROM ${table} t
      JOIN jsonb_to_recordset(?::jsonb) AS input(repository text, service text,
        paths text[], pipeline text, "entityRefs" text[])
        ON ${conditions.join(' AND ')}
      ORDER BY t.id FOR NO KEY UPDATE OF t
    ), moved AS (
      UPDATE ${table} present SET entity_ref = NULL
        ${fields ? ', shared_id = NULL' : ''}
      FROM mine WHERE present.id = mine.id
    )${deleted}
    SELECT DISTINCT unnest("entityRefs") AS entity_ref FROM mine`;
}

/** Takes the places and their entities as JSON; answers whose rows there are. */
function toShareStatement(definition: SubjectDefinition): string {
  const { table, idColumn, times, fields, derived } = definition;
  const copied = [
    ...['source', idColumn, 'at', 'updated_at', 'stamps', 'revision'],
    ...Object.keys(times),
    ...Object.keys(fields).filter(name => name !== 'entity_ref'),
    ...Object.keys(derived),
  ].join(', ');
  const isSamePipeline = fields.pipeline
    ? 'AND one.pipeline IS NOT DISTINCT FROM input.pipeline'
    : 'AND input.pipeline IS NULL';
  return `WITH mine AS (
      SELECT one.id, input."entityRefs" AS refs
      FROM jsonb_to_recordset(?::jsonb) AS input(repository text, service text,
        paths text[], pipeline text, "entityRefs" text[])
      JOIN ${table} AS one ON one.entity_ref IS NULL
        AND one.repository IS NOT DISTINCT FROM input.repository
        AND one.service IS NOT DISTINCT FROM input.service
        AND one.paths IS NOT DISTINCT FROM input.paths
        ${isSamePipeline}
      ORDER BY one.id FOR NO KEY UPDATE OF one
    ), moved AS (
      UPDATE ${table} AS present SET entity_ref = mine.refs[1],
        shared_id = CASE WHEN cardinality(mine.refs) > 1 THEN mine.id END
      FROM mine WHERE present.id = mine.id
      RETURNING present.*
    ), added AS (
      INSERT INTO ${table} (id, shared_id, entity_ref, ${copied})
      SELECT ${ID_OF_ROW}, input.id, other.ref, ${copied}
      FROM moved AS input JOIN mine USING (id)
      CROSS JOIN LATERAL unnest(mine.refs[2:]) AS other(ref)
      ON CONFLICT (id) DO NOTHING
      RETURNING entity_ref
    )
    SELECT entity_ref FROM moved UNION SELECT entity_ref FROM added`;
}

function note(
  changed: Changes,
  rows: { entity_ref: string }[],
  subject: DeliverySubject,
): void {
  for (const { entity_ref: entityRef } of rows) {
    changed.set(entityRef, (changed.get(entityRef) ?? new Set()).add(subject));
  }
}
