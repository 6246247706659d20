import {
  AnswerCache,
  type EntityScope,
  hashJson,
  type Ownership,
  PageCursor,
  type ScopeOptions,
  toPage,
  UserCache,
  type VisibleEntities,
} from '@atrium/backend-common';
import { type MessageList, MessageWriter } from '@atrium/common';
import {
  type EntityList,
  type entityListQuerySchema,
  type EntityRow,
  type FilterOption,
  entitySummaryMessages,
} from '@atrium/plugin-entity-summary-common';
import { NotAllowedError } from '@backstage/errors';
import { z } from 'zod';
import type { EntityListStore } from '../database/EntityListStore';
import {
  type ContainerSums,
  isContainerKind,
  withSum,
} from '../database/ContainerSums';
import { HEALTHS } from '../database/entityRow';
import type { EntitySelection } from '../database/EntitySelection';
import type { Facets, FacetStore } from '../database/FacetStore';
import type { MemberStore } from '../database/MemberStore';
import type { CostVisibility } from './CostVisibility';

type ListQuery = z.output<typeof entityListQuerySchema>;

interface EntityListsOptions {
  costs: CostVisibility;
  facets: FacetStore;
  lists: EntityListStore;
  members: Pick<MemberStore, 'sumContainers'>;
  ownership: Pick<Ownership, 'findOwnersBehind'>;
  /** Whom to ask for what only finance may. */
  readFinanceNames(options: ScopeOptions): Promise<MessageList>;
  scope: Pick<EntityScope, 'getEntities'>;
  visible: Pick<VisibleEntities, 'canSeeAll' | 'filter' | 'filterKnown'>;
}

const words = new MessageWriter(entitySummaryMessages);

/** Up to 1,400 choices each. */
const MAX_COUNTED = 200;

const cursors = new PageCursor(
  z.object({
    sort: z.string(),
    key: z.union([z.string(), z.null()]),
    name: z.string(),
    entityRef: z.string(),
  }),
);

/** Lists what is known of entities at a glance, as far as somebody may see them. */
export class EntityLists {
  readonly #options: EntityListsOptions;
  /** What is selected decides alone: who may see less selects less. */
  readonly #counted = new AnswerCache<Facets>({ max: MAX_COUNTED });
  readonly #sums = new UserCache<ContainerSums>();

  constructor(options: EntityListsOptions) {
    this.#options = options;
  }

  /**
   * One page, with what the filters can choose.
   *
   * @throws NotFoundError when there is no such owner, NotAllowedError when it is
   * to be sorted by a cost that one may not see
   */
  async list(query: ListQuery, options: ScopeOptions): Promise<EntityList> {
    const { costs, lists } = this.#options;
    const { limit, sort, order } = query;
    const owners =
      query.ownerRef &&
      (await this.#options.ownership.findOwnersBehind(query.ownerRef, options));
    if (sort === 'cost' && !(await costs.canSeeCosts(owners, options))) {
      const finance = await this.#options.readFinanceNames(options);
      throw words.error(
        NotAllowedError,
        words.describe('entity-summary.refusal.sortByCost', { finance }),
      );
    }
    const selection = await this.#select(query, owners || undefined, options);
    // Where the order was changed on the way, the list begins anew.
    const inOrder = (position?: { sort: string }) =>
      position?.sort === `${sort} ${order}`;
    const [rows, { totalItems, options: filterOptions }] = await Promise.all([
      cursors.query(query.cursor, after =>
        lists.list(selection, {
          sort,
          order,
          after: inOrder(after) ? after : undefined,
          limit: limit + 1,
        }),
      ),
      this.#count(selection, options),
    ]);
    const page = toPage(rows, {
      limit,
      totalItems,
      toCursor: last =>
        cursors.encode({ ...last.position, sort: `${sort} ${order}` }),
    });
    return {
      ...page,
      items: await this.#asSeen(
        page.items.map(({ row }) => row),
        options,
      ),
      options: filterOptions,
    };
  }

  /** The rows of some entities, in the order asked. */
  async getRows(
    entityRefs: string[],
    options: ScopeOptions,
  ): Promise<EntityRow[]> {
    const { lists, visible } = this.#options;
    const refs = [...new Set(entityRefs)];
    const [rows, seen] = await Promise.all([
      lists.find(refs),
      visible.filterKnown(refs, options),
    ]);
    return this.#asSeen(
      seen.flatMap(ref => rows.get(ref) ?? []),
      options,
    );
  }

  /** Those of some entities that somebody may see; undefined where that is all. */
  async findVisible(
    listRefs: () => Promise<string[]>,
    options: ScopeOptions,
  ): Promise<string[] | undefined> {
    const { visible } = this.#options;
    return (await visible.canSeeAll(options))
      ? undefined
      : visible.filter(await listRefs(), options);
  }

  async #select(
    query: ListQuery,
    owners: string[] | undefined,
    options: ScopeOptions,
  ): Promise<EntitySelection> {
    const kind = query.kind?.toLocaleLowerCase('en-US');
    const visibleRefs = await this.#getVisibleRefs(options);
    return {
      kind,
      owners,
      system: query.systemRef,
      types: query.type,
      lifecycles: query.lifecycle,
      tags: query.tag,
      healths: query.health?.map(health => HEALTHS.indexOf(health)),
      entityRefs: query.entityRef,
      visibleRefs,
      sums:
        visibleRefs && isContainerKind(kind)
          ? await this.#getSums(options)
          : undefined,
      text: query.text?.trim().toLocaleLowerCase('en-US') || undefined,
    };
  }

  /** The choices of filters, without titles of what somebody may not see. */
  async #count(
    selection: EntitySelection,
    options: ScopeOptions,
  ): Promise<Facets> {
    const { facets, visible } = this.#options;
    const key = hashJson({
      ...selection,
      sums: selection.sums && [...selection.sums.values()],
    });
    const counted = await this.#counted.get(key, () => facets.count(selection));
    if (!selection.visibleRefs) {
      return counted;
    }
    const { owner, system } = counted.options;
    const named = [...owner, ...system].map(({ value }) => value);
    const seen = new Set(await visible.filter(named, options));
    const withTitles = (choices: FilterOption[]) =>
      choices.map(one =>
        seen.has(one.value) ? one : { ...one, title: undefined },
      );
    return {
      ...counted,
      options: {
        ...counted.options,
        owner: withTitles(owner),
        system: withTitles(system),
      },
    };
  }

  /**
   * Rows with what somebody may see alone: sums of it, no titles of hidden owners
   * and systems, and no costs of others.
   */
  async #asSeen(
    rows: EntityRow[],
    options: ScopeOptions,
  ): Promise<EntityRow[]> {
    const { costs, visible } = this.#options;
    const priced = await costs.withVisibleCosts(rows, options);
    if (await visible.canSeeAll(options)) {
      return priced;
    }
    const named = rows.flatMap(({ ownerRef, systemRef }) => [
      ...(ownerRef ? [ownerRef] : []),
      ...(systemRef ? [systemRef] : []),
    ]);
    const [seenRefs, sums] = await Promise.all([
      visible.filter(named, options),
      rows.some(({ kind }) => isContainerKind(kind))
        ? this.#getSums(options)
        : undefined,
    ]);
    const seen = new Set<string | undefined>(seenRefs);
    return priced.map(row => ({
      ...(sums ? withSum(row, sums) : row),
      ownerTitle: seen.has(row.ownerRef) ? row.ownerTitle : undefined,
      systemTitle: seen.has(row.systemRef) ? row.systemTitle : undefined,
    }));
  }

  async #getSums(options: ScopeOptions): Promise<ContainerSums> {
    const { members, scope } = this.#options;
    return this.#sums.get('', options.credentials, async () =>
      members.sumContainers(await scope.getEntities(undefined, options)),
    );
  }

  /** Those that somebody may see; undefined where that is all. */
  async #getVisibleRefs(options: ScopeOptions): Promise<string[] | undefined> {
    const { scope, visible } = this.#options;
    return (await visible.canSeeAll(options))
      ? undefined
      : scope.getEntities(undefined, options);
  }
}
