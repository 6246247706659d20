import type {
  Ownership,
  ScopeOptions,
  VisibleEntities,
} from '@atrium/backend-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';

/** Whose cost is meant. */
export interface CostScope {
  /** Absent for the whole organisation. */
  entityRef?: string;
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
  ownership: Pick<Ownership, 'findOwnersBehind'>;
  visible: Pick<VisibleEntities, 'filter'>;
}

const COMPOSED_KINDS = ['system', 'domain', 'group', 'user'];

/** What a system or a domain consists of, at any depth, and itself. */
const PARTS = `WITH RECURSIVE parts AS (
    SELECT ?::text AS ref
    UNION
    SELECT e.entity_ref FROM parts p
    JOIN entities e ON e.system_refs @> ARRAY[p.ref]
  )
  SELECT t.id, t.ref FROM targets t JOIN parts ON parts.ref = t.ref WHERE t.kind = 'entity'`;

const OF_OWNERS = `SELECT t.id, t.ref FROM targets t WHERE t.kind = 'entity' AND (
    t.ref = ANY(?::text[])
    OR t.ref IN (SELECT entity_ref FROM entities WHERE owner_refs && ?::text[]))`;

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
    const entity = await this.#options.catalog.getEntityByRef(
      entityRef,
      options,
    );
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}'`);
    }
    const ref = stringifyEntityRef(entity);
    const targets = await this.#findTargets(ref, options);
    return { entityRef: ref, targetIds: targets.map(({ id }) => id) };
  }

  /** The same for several, as refs; those that do not exist or are hidden are left out. */
  async findMany(
    entityRefs: string[],
    options: ScopeOptions,
  ): Promise<Map<string, Target[]>> {
    const visible = await this.#options.visible.filter(entityRefs, options);
    const { rows } = await this.#options.knex.raw(
      `SELECT id, ref FROM targets WHERE kind = 'entity' AND ref = ANY(?::text[])`,
      [visible],
    );
    const targets = new Map<string, Target>(
      rows.map((target: Target) => [target.ref, target]),
    );
    const found = new Map<string, Target[]>();
    for (const ref of visible) {
      const own = targets.get(ref);
      found.set(
        ref,
        COMPOSED_KINDS.includes(parseEntityRef(ref).kind)
          ? await this.#findTargets(ref, options)
          : [own].filter(target => target !== undefined),
      );
    }
    return found;
  }

  /** Owners themselves, and what they own. */
  async findTargetsOf(ownerRefs: string[]): Promise<Target[]> {
    return this.#query(OF_OWNERS, [ownerRefs, ownerRefs]);
  }

  async #findTargets(ref: string, options: ScopeOptions): Promise<Target[]> {
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
        return this.findTargetsOf(owners);
      }
      default:
        return this.#query(
          `SELECT id, ref FROM targets WHERE kind = 'entity' AND ref = ?`,
          [ref],
        );
    }
  }

  async #query(sql: string, bindings: (string | string[])[]) {
    const { rows } = await this.#options.knex.raw(sql, bindings);
    return rows as Target[];
  }
}
