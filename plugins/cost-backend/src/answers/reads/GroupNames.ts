import type { ScopeOptions, VisibleEntities } from '@atrium/backend-common';
import type { CostDimension } from '@atrium/plugin-cost-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import type { Sum } from '../sums/Snapshot';
import { readPoolTitles } from '../../allocation/pools/readPoolTitles';
import {
  NO_KEY,
  POOL_PREFIX,
  UNALLOCATED_KEY,
} from '../../allocation/generations/sumKeys';
import { OTHER_KEY } from '../sums/sumQuery';

/** What people call a group. */
export interface GroupName {
  label: string;
  /** Where the group is the cost of an entity. */
  entityRef?: string;
}

/** Stands for entities whose names somebody may not know. */
export const HIDDEN_KEY = 'hidden';

const ENTITY_DIMENSIONS: CostDimension[] = ['entity', 'system', 'team'];

const NONE: Partial<Record<CostDimension, string>> = {
  subAccount: 'No sub-account',
  serviceCategory: 'No category',
  region: 'No region',
  pricingCategory: 'No pricing category',
  system: 'No system',
  team: 'No owner',
};

interface GroupNamesOptions {
  groupBy: CostDimension;
  knex: Knex;
  visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
}

/** Keeps names from those who may not know them, and finds the others. */
export class GroupNames {
  readonly #options: GroupNamesOptions;

  constructor(options: GroupNamesOptions) {
    this.#options = options;
  }

  /** Has all groups that are hidden from somebody be one together. */
  async hide(sums: Sum[], options: ScopeOptions): Promise<Sum[]> {
    const { groupBy, visible } = this.#options;
    if (
      !ENTITY_DIMENSIONS.includes(groupBy) ||
      (await visible.canSeeAll(options))
    ) {
      return sums;
    }
    const refs = sums.map(({ key }) => key).filter(isRef);
    const seen = new Set(await visible.filter(refs, options));
    return addUpByKey(
      sums.map(sum =>
        isRef(sum.key) && !seen.has(sum.key)
          ? { ...sum, key: HIDDEN_KEY, label: undefined }
          : sum,
      ),
    );
  }

  /** What the groups are called, by their keys. */
  async find(
    sums: readonly Pick<Sum, 'key' | 'label'>[],
  ): Promise<(key: string) => GroupName> {
    const { groupBy, knex } = this.#options;
    const labels = new Map(sums.map(({ key, label }) => [key, label]));
    const refs = new Set(
      ENTITY_DIMENSIONS.includes(groupBy)
        ? [...labels.keys()].filter(isRef)
        : [],
    );
    const rows: { entity_ref: string; title: string | null }[] =
      refs.size > 0
        ? await knex('entities')
            .whereRaw('entity_ref = ANY(?::text[])', [[...refs]])
            .select('entity_ref', 'title')
        : [];
    const titles = new Map(rows.map(row => [row.entity_ref, row.title]));
    const pools = await readPoolTitles(
      knex,
      [...labels.keys()].flatMap(key => toPool(key) ?? []),
    );
    return key => {
      if (refs.has(key)) {
        const label = titles.get(key) ?? parseEntityRef(key).name;
        return { label, entityRef: key };
      }
      const pool = toPool(key);
      return {
        label:
          pool === undefined
            ? labels.get(key) ?? this.#nameOf(key)
            : pools.get(pool) ?? pool,
      };
    };
  }

  #nameOf(key: string): string {
    const { groupBy } = this.#options;
    switch (key) {
      case NO_KEY:
        return NONE[groupBy] ?? 'None';
      case OTHER_KEY:
        return 'Other';
      case UNALLOCATED_KEY:
        return 'Unallocated';
      case HIDDEN_KEY:
        return 'Not visible to you';
      case 'direct':
        return groupBy === 'origin' ? 'Direct' : key;
      default:
        return key;
    }
  }
}

/** The name of a pool, where a key is one. */
function toPool(key: string): string | undefined {
  return key.startsWith(POOL_PREFIX)
    ? key.slice(POOL_PREFIX.length)
    : undefined;
}

function isRef(key: string): boolean {
  return /^[^:/]+:[^/]+\/./.test(key) && !key.startsWith(POOL_PREFIX);
}

function addUpByKey(sums: Sum[]): Sum[] {
  const byKey = new Map<string, Sum>();
  for (const sum of sums) {
    const id = JSON.stringify([sum.start, sum.key]);
    const before = byKey.get(id);
    byKey.set(
      id,
      before ? { ...before, amount: before.amount.plus(sum.amount) } : sum,
    );
  }
  return [...byKey.values()];
}
