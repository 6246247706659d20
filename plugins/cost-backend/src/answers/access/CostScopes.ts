import {
  entityNotFound,
  type Ownership,
  type ScopeOptions,
  type VisibleEntities,
} from '@atrium/backend-common';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';

/** Whose cost is meant. */
export interface CostScope {
  /** Absent for the whole organisation. */
  entityRef?: string;
  /** The same, as the catalog has it. */
  entity?: Entity;
  /** Who has the charges; absent for everybody, and those of nobody. */
  targetIds?: number[];
}

/** Someone who has charges. */
export interface Target {
  id: number;
  /** The ref of the entity. */
  ref: string;
}

interface CostScopesOptions {
  catalog: CatalogService;
  knex: Knex;
  ownership: Pick<Ownership, 'findOwnersBehind' | 'findOwnersBehindEach'>;
  visible: Pick<VisibleEntities, 'filter'>;
}

/** What a system or a domain consists of, at any depth, and itself. */
const PARTS = `WITH RECURSIVE parts AS (
    SELECT ?::text AS ref
    UNION
    SELECT e.entity_ref FROM parts p
    JOIN entities e ON e.system_refs @> ARRAY[p.ref]
  )
  SELECT ref FROM parts`;

const OF_OWNERS = `SELECT unnest(?::text[]) AS ref
  UNION SELECT entity_ref FROM entities WHERE owner_refs && ?::text[]`;

/**
 * Finds whose cost a question means: an entity stands for itself, a system or a
 * domain for what it consists of, a group or a person for what they and every group
 * below them own. What nobody may know the name of still counts.
 */
export class CostScopes {
  readonly #options: CostScopesOptions;

  constructor(options: CostScopesOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError when the entity does not exist or is hidden */
  async find(
    entityRef: string | undefined,
    options: ScopeOptions,
  ): Promise<CostScope> {
    if (entityRef === undefined) {
      return {};
    }
    const entity = await this.#requireEntity(entityRef, options);
    const ref = stringifyEntityRef(entity);
    const targets = await this.#findTargets(
      await this.#findMembers(ref, options),
    );
    return { entity, entityRef: ref, targetIds: targets.map(({ id }) => id) };
  }

  /**
   * Those of some entities that may have charges: what has some, and what stands for
   * others. Nobody else is looked for in the catalog.
   */
  async filterCharged(entityRefs: string[]): Promise<string[]> {
    const targets = await this.#findTargets(entityRefs);
    const charged = new Set(targets.map(({ ref }) => ref));
    return entityRefs.filter(ref => charged.has(ref) || standsForOthers(ref));
  }

  /** The same for several, as refs; those that do not exist or are hidden are left out. */
  async findMany(
    entityRefs: string[],
    options: ScopeOptions,
  ): Promise<Map<string, Target[]>> {
    const visible = await this.#options.visible.filter(entityRefs, options);
    const owners = await this.#options.ownership.findOwnersBehindEach(
      visible.filter(isOwner),
      options,
    );
    const members = new Map<string, string[]>();
    for (const ref of visible) {
      members.set(
        ref,
        isOwner(ref)
          ? await this.#findOwned(owners.get(ref) ?? [])
          : await this.#findMembers(ref, options),
      );
    }
    const targets = new Map(
      (await this.#findTargets([...new Set([...members.values()].flat())])).map(
        target => [target.ref, target],
      ),
    );
    return new Map(
      [...members].map(([ref, refs]) => [
        ref,
        refs.flatMap(member => targets.get(member) ?? []),
      ]),
    );
  }

  /**
   * The entity, and the refs of what it stands for.
   *
   * @throws NotFoundError when the entity does not exist or is hidden
   */
  async findMembers(
    entityRef: string,
    options: ScopeOptions,
  ): Promise<string[]> {
    const entity = await this.#requireEntity(entityRef, options);
    return this.#findMembers(stringifyEntityRef(entity), options);
  }

  /** Owners themselves, and what they own, as far as they have charges. */
  async findTargetsOf(ownerRefs: string[]): Promise<Target[]> {
    return this.#findTargets(await this.#findOwned(ownerRefs));
  }

  async #requireEntity(
    entityRef: string,
    options: ScopeOptions,
  ): Promise<Entity> {
    const entity = await this.#options.catalog.getEntityByRef(
      entityRef,
      options,
    );
    if (!entity) {
      throw entityNotFound(entityRef);
    }
    return entity;
  }

  async #findMembers(ref: string, options: ScopeOptions): Promise<string[]> {
    switch (parseEntityRef(ref).kind) {
      case 'system':
      case 'domain':
        return this.#query(PARTS, [ref]);
      case 'group':
      case 'user': {
        const owners = await this.#options.ownership.findOwnersBehind(
          ref,
          options,
        );
        return this.#findOwned(owners);
      }
      default:
        return [ref];
    }
  }

  /** Owners, and what they own. */
  async #findOwned(ownerRefs: string[]): Promise<string[]> {
    return this.#query(OF_OWNERS, [ownerRefs, ownerRefs]);
  }

  async #findTargets(refs: string[]): Promise<Target[]> {
    return this.#options
      .knex('targets')
      .where({ kind: 'entity' })
      .whereRaw('ref = ANY(?::text[])', [refs])
      .select('id', 'ref');
  }

  async #query(
    sql: string,
    bindings: (string | string[])[],
  ): Promise<string[]> {
    const { rows } = await this.#options.knex.raw(sql, bindings);
    return rows.map(({ ref }: { ref: string }) => ref);
  }
}

/** Whether the cost of an entity is that of others, too. */
function standsForOthers(ref: string): boolean {
  return (
    isOwner(ref) || ['domain', 'system'].includes(parseEntityRef(ref).kind)
  );
}

/** Whether an entity stands for what it owns. */
function isOwner(ref: string): boolean {
  return ['group', 'user'].includes(parseEntityRef(ref).kind);
}
