import type { Ownership, ScopeOptions } from '@atrium/backend-common';
import { relationTargets } from '@atrium/common';
import type {
  EntityParts,
  EntityRow,
  EntitySummary,
} from '@atrium/plugin-entity-summary-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityListStore } from '../database/EntityListStore';
import { HEALTHS } from '../database/entityRow';
import type { EntityLists } from '../services/EntityLists';

interface NeighboursOptions {
  lists: EntityLists;
  ownership: Pick<Ownership, 'findOwnersBehind'>;
  store: Pick<EntityListStore, 'findMembers'>;
}

/** An entity with those around it. */
export interface Surroundings {
  neighbours: EntitySummary['neighbours'];
  /** What the plugins said last of all that belongs to it. */
  memberParts: Partial<EntityParts>[];
}

const DEPENDS_ON = ['dependsOn', 'consumesApi', 'apiProvidedBy'];
const USED_BY = ['dependencyOf', 'apiConsumedBy'];
const MAX_NEIGHBOURS = 20;
const MAX_PARTS = 100;

/** Finds what an entity depends on, what uses it and what belongs to it. */
export class Neighbours {
  readonly #options: NeighboursOptions;

  constructor(options: NeighboursOptions) {
    this.#options = options;
  }

  async find(entity: Entity, options: ScopeOptions): Promise<Surroundings> {
    const [dependsOn, usedBy, members] = await Promise.all([
      this.#findRows(entity, DEPENDS_ON, options),
      this.#findRows(entity, USED_BY, options),
      this.#findMembers(entity, options),
    ]);
    const rows = members.map(({ row }) => row);
    const partsHealth: EntitySummary['neighbours']['partsHealth'] = {};
    for (const { health } of rows) {
      partsHealth[health] = (partsHealth[health] ?? 0) + 1;
    }
    const parts = await this.#options.lists.withVisibleCosts(
      worstFirst(rows).slice(0, MAX_PARTS),
      options,
    );
    return {
      neighbours: {
        dependsOn: worstFirst(dependsOn).slice(0, MAX_NEIGHBOURS),
        dependsOnTotal: dependsOn.length,
        usedBy: worstFirst(usedBy).slice(0, MAX_NEIGHBOURS),
        usedByTotal: usedBy.length,
        parts,
        partsTotal: rows.length,
        partsHealth,
      },
      memberParts: members.map(member => member.parts),
    };
  }

  async #findRows(
    entity: Entity,
    relations: string[],
    options: ScopeOptions,
  ): Promise<EntityRow[]> {
    const refs = new Set(
      relations.flatMap(type => relationTargets(entity, type)),
    );
    return refs.size > 0 ? this.#options.lists.getRows([...refs], options) : [];
  }

  /** What a system or domain consists of, or what a group or person owns. */
  async #findMembers(entity: Entity, options: ScopeOptions) {
    const { lists, ownership, store } = this.#options;
    const ref = stringifyEntityRef(entity);
    const find = async () => {
      switch (entity.kind.toLocaleLowerCase('en-US')) {
        case 'system':
          return store.findMembers({ systems: [ref] });
        case 'domain':
          return store.findMembers({ domain: ref });
        case 'group':
        case 'user':
          return store.findMembers({
            owners: await ownership.findOwnersBehind(ref, options),
          });
        default:
          return [];
      }
    };
    return lists.keepVisible(await find(), ({ row }) => row.entityRef, options);
  }
}

function worstFirst(rows: EntityRow[]): EntityRow[] {
  const rank = ({ health }: EntityRow) => HEALTHS.indexOf(health);
  const name = ({ name: id, title }: EntityRow) => title ?? id;
  return rows.toSorted(
    (one, other) =>
      rank(one) - rank(other) || name(one).localeCompare(name(other)),
  );
}
