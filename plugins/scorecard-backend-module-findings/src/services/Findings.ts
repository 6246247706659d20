import {
  type EntityScope,
  findScopedEntities,
  type ScopeOptions,
} from '@atrium/backend-common';
import type {
  FindingDetail,
  FindingPage,
  FindingQuery,
  FindingScan,
} from '@atrium/plugin-scorecard-common';
import { MAX_PAGE_SIZE } from '@atrium/common';
import { NotFoundError } from '@backstage/errors';
import {
  type FindingFilter,
  type FindingStore,
  totalOf,
} from '../database/FindingStore';

interface FindingsOptions {
  scope: Pick<EntityScope, 'getEntities'>;
  store: FindingStore;
}

const DEFAULT_LIMIT = 50;

/** Reads findings of the entities that the reader may see. */
export class Findings {
  readonly #options: FindingsOptions;

  constructor(options: FindingsOptions) {
    this.#options = options;
  }

  async list(query: FindingQuery, options: ScopeOptions): Promise<FindingPage> {
    const { store } = this.#options;
    const { filter, skipped } = await this.#toFilter(query, options);
    const severityCounts = await store.countBySeverity(filter);
    const page = await store.list(filter, {
      limit: query.limit ?? DEFAULT_LIMIT,
      cursor: query.cursor,
      totalItems: totalOf(severityCounts, filter.severities),
    });
    return { ...page, severityCounts, skipped };
  }

  /** Reads all of them, page by page, without counting them. */
  async readPages(query: FindingQuery, options: ScopeOptions) {
    const { store } = this.#options;
    const { filter } = await this.#toFilter(query, options);
    return (cursor: string | undefined) =>
      store.list(filter, { limit: MAX_PAGE_SIZE, cursor, totalItems: 0 });
  }

  /** @throws NotFoundError also where the entity is hidden from the reader */
  async get(id: string, options: ScopeOptions): Promise<FindingDetail> {
    const { scope, store } = this.#options;
    const finding = await store.get(id);
    if (finding) {
      try {
        await scope.getEntities(finding.entityRef, options);
        return finding;
      } catch (error) {
        if (!(error instanceof NotFoundError)) {
          throw error;
        }
      }
    }
    throw new NotFoundError(`No finding with id '${id}'`);
  }

  /** @throws NotFoundError */
  async listScans(
    entityRef: string,
    options: ScopeOptions,
  ): Promise<FindingScan[]> {
    const { scope, store } = this.#options;
    await scope.getEntities(entityRef, options);
    return store.listScans(entityRef);
  }

  async #toFilter(query: FindingQuery, options: ScopeOptions) {
    const { entityRef, ownerRef, systemRef } = query;
    const { entityRefs, skipped } = await findScopedEntities(
      this.#options.scope,
      [entityRef, ownerRef, systemRef],
      options,
    );
    const filter: FindingFilter = {
      entityRefs,
      kinds: query.kind,
      severities: query.severity,
      states: query.state ?? ['open'],
      tool: query.tool,
      rule: query.rule,
      alias: query.cve,
      isOverdue:
        query.overdue === undefined ? undefined : query.overdue === 'true',
      text: query.text,
    };
    return { filter, skipped };
  }
}
