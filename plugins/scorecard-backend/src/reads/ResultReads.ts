import {
  type Ownership,
  type ScopeOptions,
  toPage,
  type VisibleEntities,
} from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  EntityResult,
  resultQuerySchema,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';
import { InputError } from '@backstage/errors';
import type { z } from 'zod';
import type { VisibleResults } from '../scorecards/VisibleResults';
import type { CheckResults } from './CheckResults';
import type { ResultFilter, ResultReadStore } from './ResultReadStore';
import type { ScorecardDefinitions } from './ScorecardDefinitions';
import { type StoredResult, toSummary } from './StoredResult';

interface ResultReadsOptions {
  checks: CheckResults;
  definitions: ScorecardDefinitions;
  ownership: Pick<Ownership, 'findOwnersBehind'>;
  store: ResultReadStore;
  visible: Pick<VisibleEntities, 'filterKnown'>;
  visibleResults: Pick<VisibleResults, 'findRefs'>;
}

type Query = z.output<typeof resultQuerySchema>;

/** A list of results before it is cut into pages. */
export interface ResultList {
  /** With the scorecard that is asked for, if one is. */
  definition?: ScorecardDefinition;
  /** Whole chunks, one after the other, in the order asked for. */
  chunks: AsyncIterable<StoredResult[]>;
}

/** Large enough that few queries read all, small enough to hold. */
const CHUNK = 5_000;

/** Answers how the entities stand that one may see. */
export class ResultReads {
  readonly #options: ResultReadsOptions;

  constructor(options: ResultReadsOptions) {
    this.#options = options;
  }

  /**
   * A page of results.
   *
   * @throws InputError when a filter needs a scorecard that is not given, or
   * names what the scorecard does not have; NotFoundError when an owner is not
   * there
   */
  async list(query: Query, options: ScopeOptions): Promise<Page<EntityResult>> {
    const { checks, store } = this.#options;
    const { limit, cursor, sort = 'entity' } = query;
    const { filter } = await this.#toFilter(query, options);
    const [rows, totalItems] = await Promise.all([
      store.list(filter, { sort, limit, cursor }),
      store.count(filter),
    ]);
    const page = toPage(rows, {
      limit,
      totalItems,
      toCursor: last => store.toCursor(last, sort),
    });
    const detail =
      query.detail ?? (query.entityRef?.length === 1 ? 'evidence' : 'summary');
    const definitions = await this.#options.definitions.list([
      ...new Set(page.items.map(({ scorecard }) => scorecard)),
    ]);
    const details =
      detail === 'summary'
        ? undefined
        : await checks.list(page.items, {
            definitions,
            hasEvidence: detail === 'evidence',
          });
    return {
      ...page,
      items: page.items.map((result, index) => ({
        ...toSummary(result, definitions.get(result.scorecard)),
        ...(details && { checks: details[index] }),
      })),
    };
  }

  /** All results that are meant; throws as `list` does. */
  async listAll(
    query: Omit<Query, 'limit' | 'cursor' | 'detail'>,
    options: ScopeOptions,
  ): Promise<ResultList> {
    const { store } = this.#options;
    const { sort = 'entity' } = query;
    const { filter, definition } = await this.#toFilter(query, options);
    async function* readChunks() {
      let cursor: string | undefined;
      do {
        const rows = await store.list(filter, { sort, limit: CHUNK, cursor });
        const chunk = rows.slice(0, CHUNK);
        yield chunk;
        const last = chunk.at(-1);
        cursor =
          last && rows.length > CHUNK ? store.toCursor(last, sort) : undefined;
      } while (cursor !== undefined);
    }
    return { definition, chunks: readChunks() };
  }

  async #toFilter(
    query: Omit<Query, 'limit' | 'cursor' | 'detail'>,
    options: ScopeOptions,
  ): Promise<{ filter: ResultFilter; definition?: ScorecardDefinition }> {
    const { definitions, ownership } = this.#options;
    const { check, level, outcome, ownerRef, scorecard } = query;
    refuseIncomplete(query);
    const definition =
      scorecard === undefined ? undefined : await definitions.find(scorecard);
    return {
      definition,
      filter: {
        scorecard,
        entityRefs: await this.#findVisible(query.entityRef, options),
        ownerRefs:
          ownerRef === undefined
            ? undefined
            : await ownership.findOwnersBehind(ownerRef, options),
        systemRef: query.systemRef,
        rank: level === undefined ? undefined : toRank(level, definition),
        check:
          check === undefined || outcome === undefined
            ? undefined
            : { name: check, outcome },
        text: query.text,
      },
    };
  }

  /** The entities that are meant and may be seen; undefined for all. */
  async #findVisible(
    entityRefs: string[] | undefined,
    options: ScopeOptions,
  ): Promise<string[] | undefined> {
    const { visible, visibleResults } = this.#options;
    if (!entityRefs) {
      return visibleResults.findRefs(options);
    }
    return visible.filterKnown(entityRefs, options);
  }
}

function refuseIncomplete({
  check,
  level,
  outcome,
  scorecard,
}: Partial<Query>) {
  if ((check === undefined) !== (outcome === undefined)) {
    throw new InputError("'check' and 'outcome' are given together");
  }
  if (scorecard === undefined && (level !== undefined || check !== undefined)) {
    throw new InputError(
      `'${level === undefined ? 'check' : 'level'}' needs a 'scorecard'`,
    );
  }
}

/** From 1; 0 for none. What has no such scorecard has no such result. */
function toRank(level: string, definition: ScorecardDefinition | undefined) {
  if (level === '' || !definition) {
    return 0;
  }
  const index = definition.spec.levels.findIndex(({ name }) => name === level);
  if (index < 0) {
    throw new InputError(
      `'level': '${definition.metadata.name}' has no level '${level}'`,
    );
  }
  return index + 1;
}
