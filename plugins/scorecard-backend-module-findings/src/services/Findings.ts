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
  FindingToolQuery,
  ScanQuery,
} from '@atrium/plugin-scorecard-common';
import { MAX_PAGE_SIZE, type ScopedPage } from '@atrium/common';
import { NotFoundError } from '@backstage/errors';
import {
  type FindingFilter,
  type FindingStore,
  totalOf,
} from '../database/FindingStore';
import type { ScanReadStore } from '../database/ScanReadStore';

interface FindingsOptions {
  scope: Pick<EntityScope, 'getEntities'>;
  scans: Pick<ScanReadStore, 'list' | 'listTools'>;
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

  /** The last scan of each entity by each tool. */
  async listScans(
    { entityRef, ownerRef, systemRef, limit, cursor }: ScanQuery,
    options: ScopeOptions,
  ): Promise<ScopedPage<FindingScan>> {
    const { scope, scans } = this.#options;
    const { entityRefs, skipped } = await findScopedEntities(
      scope,
      [entityRef, ownerRef, systemRef],
      options,
    );
    const page = await scans.list(entityRefs, {
      limit: limit ?? DEFAULT_LIMIT,
      cursor,
    });
    return { ...page, skipped };
  }

  /** The tools that looked at the entities of a scope. */
  async listTools(
    { entityRef, ownerRef, systemRef }: FindingToolQuery,
    options: ScopeOptions,
  ): Promise<ScopedPage<string>> {
    const { scope, scans } = this.#options;
    const { entityRefs, skipped } = await findScopedEntities(
      scope,
      [entityRef, ownerRef, systemRef],
      options,
    );
    return { ...(await scans.listTools(entityRefs)), skipped };
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
