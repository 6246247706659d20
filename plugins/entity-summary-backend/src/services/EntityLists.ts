import {
  AnswerCache,
  type EntityScope,
  hashJson,
  type Ownership,
  PageCursor,
  type ScopeOptions,
  toPage,
  type VisibleEntities,
} from '@atrium/backend-common';
import { type MessageList, MessageWriter } from '@atrium/common';
import {
  type EntityList,
  type entityListQuerySchema,
  type EntityRow,
  entitySummaryMessages,
} from '@atrium/plugin-entity-summary-common';
import { NotAllowedError } from '@backstage/errors';
import { z } from 'zod';
import type { EntityListStore } from '../database/EntityListStore';
import { HEALTHS } from '../database/entityRow';
import type { EntitySelection } from '../database/EntitySelection';
import type { Facets, FacetStore } from '../database/FacetStore';
import type { CostVisibility } from './CostVisibility';

type ListQuery = z.output<typeof entityListQuerySchema>;

interface EntityListsOptions {
  costs: CostVisibility;
  facets: FacetStore;
  lists: EntityListStore;
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
    const { costs, facets, lists } = this.#options;
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
      this.#counted.get(hashJson(selection), () => facets.count(selection)),
    ]);
    const page = toPage(rows, {
      limit,
      totalItems,
      toCursor: last =>
        cursors.encode({ ...last.position, sort: `${sort} ${order}` }),
    });
    return {
      ...page,
      items: await costs.withVisibleCosts(
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
    const { costs, lists, visible } = this.#options;
    const [seen, all] = await Promise.all([
      visible.filterKnown([...new Set(entityRefs)], options),
      this.#getVisibleRefs(options),
    ]);
    const rows = await lists.find(seen, all && [...all, ...seen]);
    return costs.withVisibleCosts(
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
    return {
      kind: query.kind?.toLocaleLowerCase('en-US'),
      owners,
      system: query.systemRef,
      types: query.type,
      lifecycles: query.lifecycle,
      tags: query.tag,
      healths: query.health?.map(health => HEALTHS.indexOf(health)),
      entityRefs: query.entityRef,
      visibleRefs: await this.#getVisibleRefs(options),
      text: query.text?.trim().toLocaleLowerCase('en-US') || undefined,
    };
  }

  /** Those that somebody may see; undefined where that is all. */
  async #getVisibleRefs(options: ScopeOptions): Promise<string[] | undefined> {
    const { scope, visible } = this.#options;
    return (await visible.canSeeAll(options))
      ? undefined
      : scope.getEntities(undefined, options);
  }
}
