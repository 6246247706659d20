import type { Ownership, ScopeOptions } from '@atrium/backend-common';
import { relationTargets } from '@atrium/common';
import type {
  EntityRow,
  EntitySummary,
} from '@atrium/plugin-entity-summary-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { HEALTHS } from '../database/entityRow';
import type { MembersOf, MemberStore } from '../database/MemberStore';
import type { SummedParts } from '../database/sumParts';
import type { EntityLists } from '../services/EntityLists';

interface NeighboursOptions {
  lists: EntityLists;
  ownership: Pick<Ownership, 'findOwnersBehind'>;
  members: MemberStore;
}

/** An entity with those around it. */
export interface Surroundings {
  neighbours: EntitySummary['neighbours'];
  /** What the plugins said last of all that belongs to it, together. */
  memberParts: SummedParts;
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
    return {
      neighbours: {
        dependsOn: worstFirst(dependsOn).slice(0, MAX_NEIGHBOURS),
        dependsOnTotal: dependsOn.length,
        usedBy: worstFirst(usedBy).slice(0, MAX_NEIGHBOURS),
        usedByTotal: usedBy.length,
        parts: members.worst,
        partsTotal: sum(Object.values(members.healths)),
        partsHealth: members.healths,
      },
      memberParts: members.parts,
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

  /** What belongs to it, as far as it is shown, and all of it together. */
  async #findMembers(entity: Entity, options: ScopeOptions) {
    const { lists, members } = this.#options;
    const all = await this.#membersOf(entity, options);
    if (!all) {
      return { healths: {}, parts: {}, worst: [] };
    }
    const visibleRefs = await lists.findVisible(
      () => members.listRefs(all),
      options,
    );
    const of = { ...all, visibleRefs };
    const [healths, parts, worst] = await Promise.all([
      members.countHealths(of),
      members.sumParts(of),
      members.listWorst(of, MAX_PARTS),
    ]);
    return {
      healths,
      parts,
      worst: await lists.getRows(worst, options),
    };
  }

  /** What a system or domain consists of, or what a group or person owns. */
  async #membersOf(
    entity: Entity,
    options: ScopeOptions,
  ): Promise<MembersOf | undefined> {
    const ref = stringifyEntityRef(entity);
    switch (entity.kind.toLocaleLowerCase('en-US')) {
      case 'system':
        return { systems: [ref] };
      case 'domain':
        return { domain: ref };
      case 'group':
      case 'user':
        return {
          owners: await this.#options.ownership.findOwnersBehind(ref, options),
        };
      default:
        return undefined;
    }
  }
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function worstFirst(rows: EntityRow[]): EntityRow[] {
  const rank = ({ health }: EntityRow) => HEALTHS.indexOf(health);
  const name = ({ name: id, title }: EntityRow) => title ?? id;
  return rows.toSorted(
    (one, other) =>
      rank(one) - rank(other) || name(one).localeCompare(name(other)),
  );
}
