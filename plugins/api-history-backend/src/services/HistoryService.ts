import { PageCursor, timeCursor, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  ApiDiff,
  ApiLineDiff,
  ApiSummary,
  ApiVersion,
  ApiVersionWithDefinition,
  BreakingVersion,
  diffQuerySchema,
  listBreakingQuerySchema,
  listVersionsQuerySchema,
} from '@atrium/plugin-api-history-common';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import type { VersionStore } from '../database/VersionStore';
import type { ScopeOptions } from '@atrium/backend-common';
import type { ApiVisibility } from './ApiVisibility';
import type { VersionComparer } from './VersionComparer';

const DEFAULT_BREAKING_DAYS = 90;

/** APIs that broke within the time asked about; more would be no overview. */
const MAX_BROKEN_APIS = 1_000;

const versionCursor = new PageCursor(z.tuple([z.int32()]));

/** What {@link HistoryService} works with. */
export interface HistoryServiceOptions {
  comparer: VersionComparer;
  versions: VersionStore;
  visibility: ApiVisibility;
}

/** Answers what is asked about the history of APIs. */
export class HistoryService {
  readonly #comparer: VersionComparer;
  readonly #versions: VersionStore;
  readonly #visibility: ApiVisibility;

  constructor(options: HistoryServiceOptions) {
    this.#comparer = options.comparer;
    this.#versions = options.versions;
    this.#visibility = options.visibility;
  }

  async listVersions(
    query: z.output<typeof listVersionsQuerySchema>,
    options: ScopeOptions,
  ): Promise<Page<ApiVersion>> {
    const { entityRef, limit } = query;
    const [beforeNumber] = versionCursor.decode(query.cursor) ?? [];
    await this.#visibility.check(entityRef, options);
    const { items, totalItems } = await this.#versions.listVersions(entityRef, {
      limit: limit + 1,
      beforeNumber,
    });
    return toPage(items, {
      limit,
      totalItems,
      toCursor: last => versionCursor.encode([last.number]),
    });
  }

  async getVersion(
    id: string,
    options: ScopeOptions,
  ): Promise<ApiVersionWithDefinition> {
    const version = await this.#versions.getVersion(id);
    const visible =
      version &&
      (await this.#visibility.filter([version.entityRef], options)).length > 0;
    if (!version || !visible) {
      throw new NotFoundError(`No version '${id}'`);
    }
    return { ...version, definition: await this.#versions.getDefinition(id) };
  }

  async diff(
    query: z.output<typeof diffQuerySchema>,
    options: ScopeOptions,
  ): Promise<ApiDiff> {
    return this.#comparer.compare(await this.#findPair(query, options));
  }

  async diffLines(
    query: z.output<typeof diffQuerySchema>,
    options: ScopeOptions,
  ): Promise<ApiLineDiff> {
    return this.#comparer.compareLines(await this.#findPair(query, options));
  }

  async listBreaking(
    query: z.output<typeof listBreakingQuerySchema>,
    options: ScopeOptions,
  ): Promise<Page<BreakingVersion>> {
    const { limit } = query;
    const [createdAt, id] = timeCursor.decode(query.cursor) ?? [];
    const since = query.since ?? daysAgo(DEFAULT_BREAKING_DAYS);
    const apiRefs = await this.#findApis(query, options);
    const broken = await this.#versions.listBrokenApis(
      { entityRefs: apiRefs, since },
      MAX_BROKEN_APIS,
    );
    const entityRefs = await this.#visibility.filter(broken, options);
    const { items, totalItems } = await this.#versions.listBreaking(
      { entityRefs, since },
      {
        limit: limit + 1,
        after: createdAt && id ? { createdAt, id } : undefined,
      },
    );
    return toPage(items, {
      limit,
      totalItems,
      toCursor: ({ version }) =>
        timeCursor.encode([version.createdAt, version.id]),
    });
  }

  /** Sums up APIs for other plugins: who may see them, is not asked. */
  async summarize(entityRefs: string[]): Promise<ApiSummary[]> {
    const since = daysAgo(DEFAULT_BREAKING_DAYS);
    return this.#versions.listSummaries(entityRefs, since);
  }

  /** The APIs that a query is about; undefined when it is about all. */
  async #findApis(
    query: z.output<typeof listBreakingQuerySchema>,
    options: ScopeOptions,
  ): Promise<string[] | undefined> {
    const { entityRef, ownerRef } = query;
    if (entityRef !== undefined) {
      await this.#visibility.check(entityRef, options);
    }
    if (ownerRef === undefined) {
      return entityRef === undefined ? undefined : [entityRef];
    }
    const refs =
      query.as === 'provider'
        ? await this.#visibility.ownedBy(ownerRef, options)
        : await this.#visibility.consumedBy(ownerRef, options);
    return entityRef === undefined
      ? refs
      : refs.filter(ref => ref === entityRef);
  }

  async #findPair(
    query: z.output<typeof diffQuerySchema>,
    options: ScopeOptions,
  ): Promise<{ from: ApiVersion; to: ApiVersion }> {
    const { entityRef } = query;
    await this.#visibility.check(entityRef, options);
    const to =
      query.to === undefined
        ? await this.#versions.getLastValid(entityRef)
        : await this.#versions.getVersionByNumber(entityRef, query.to);
    if (!to) {
      throw new NotFoundError(
        query.to === undefined
          ? `No valid version of '${entityRef}'`
          : `No version ${query.to} of '${entityRef}'`,
      );
    }
    const from =
      query.from === undefined
        ? await this.#versions.getLastValid(entityRef, to.number)
        : await this.#versions.getVersionByNumber(entityRef, query.from);
    if (!from) {
      throw new NotFoundError(
        query.from === undefined
          ? `No valid version of '${entityRef}' before version ${to.number}`
          : `No version ${query.from} of '${entityRef}'`,
      );
    }
    return { from, to };
  }
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60_000).toISOString();
}
