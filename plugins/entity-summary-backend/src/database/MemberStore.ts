import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import type { Knex } from 'knex';
import { type ContainerSums, readContainerSums } from './ContainerSums';
import { HEALTHS } from './entityRow';
import { SUM_PARTS, SUM_PARTS_BINDINGS, type SummedParts } from './sumParts';

/** Whose members are meant: refs of what they belong to. */
export interface MembersOf {
  systems?: string[];
  domain?: string;
  owners?: string[];
  /** Those that the reader may see; absent where that is all. */
  visibleRefs?: string[];
}

/**
 * Knows what belongs to some systems, to a domain at any depth, or to some owners.
 * There may be more than anybody reads: they are counted and summed up here.
 */
export class MemberStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listRefs(of: MembersOf): Promise<string[]> {
    const rows = await this.#query<{ entity_ref: string }>(
      'SELECT e.entity_ref FROM members e',
      of,
    );
    return rows.map(({ entity_ref }) => entity_ref);
  }

  /** How many there are of each health. */
  async countHealths(
    of: MembersOf,
  ): Promise<Partial<Record<EntityRow['health'], number>>> {
    const rows = await this.#query<{ health: number; count: number }>(
      `SELECT e.health, count(*)::int AS count FROM members e
       GROUP BY e.health ORDER BY e.health`,
      of,
    );
    return Object.fromEntries(
      rows.map(({ health, count }) => [HEALTHS[health], count]),
    );
  }

  /** The refs of the worst ones, by name. */
  async listWorst(of: MembersOf, limit: number): Promise<string[]> {
    const rows = await this.#query<{ entity_ref: string }>(
      `SELECT entity_ref FROM members
       ORDER BY health, name_key, entity_ref LIMIT :limit`,
      of,
      { limit },
    );
    return rows.map(({ entity_ref }) => entity_ref);
  }

  /**
   * What the plugins said last of all of them together. A part that none of them
   * has is absent.
   */
  async sumParts(of: MembersOf): Promise<SummedParts> {
    const [{ parts }] = await this.#query<{ parts: SummedParts }>(
      SUM_PARTS,
      of,
      SUM_PARTS_BINDINGS,
    );
    return parts;
  }

  /** What each system, domain and group comes to for who sees only these entities. */
  async sumContainers(visibleRefs: string[]): Promise<ContainerSums> {
    return readContainerSums(this.#knex, visibleRefs);
  }

  async #query<Row>(
    sql: string,
    of: MembersOf,
    bindings: Record<string, Knex.RawBinding> = {},
  ): Promise<Row[]> {
    const { rows } = await this.#knex.raw<{ rows: Row[] }>(
      `WITH RECURSIVE domains AS (
         SELECT :domain::text AS ref
         UNION
         SELECT e.entity_ref FROM domains
         JOIN entities e ON e.parent_ref = domains.ref AND e.kind = 'domain'
       ), systems AS (
         SELECT unnest(:systems::text[]) AS ref
         UNION
         SELECT e.entity_ref FROM domains
         JOIN entities e ON e.parent_ref = domains.ref AND e.kind = 'system'
       ), members AS NOT MATERIALIZED (
         SELECT e.entity_ref, e.name_key, e.health, e.parts FROM entities e
         WHERE e.kind IN ('component', 'api', 'resource')
           AND (e.system_ref IN (SELECT ref FROM systems)
             OR e.owner_ref = ANY(:owners::text[]))
           AND (:visibleRefs::text[] IS NULL
             OR e.entity_ref = ANY(:visibleRefs::text[]))
       ) ${sql}`,
      {
        ...bindings,
        domain: of.domain ?? null,
        systems: of.systems ?? [],
        owners: of.owners ?? [],
        visibleRefs: of.visibleRefs ?? null,
      } as Record<string, Knex.RawBinding>,
    );
    return rows;
  }
}
