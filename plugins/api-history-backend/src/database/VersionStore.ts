import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { toStorableJson, toStorableText } from '@atrium/backend-common';
import type { FieldMessages } from '@atrium/common';
import type {
  ApiChange,
  ApiSummary,
  ApiVersion,
  BreakingVersion,
} from '@atrium/plugin-api-history-common';
import type { Knex } from 'knex';
import { readSummaries } from './readSummaries';
import type { StoredVersionRow, VersionRow } from './versionRow';
import { toApiVersion, VERSION_COLUMNS } from './versionRow';

/** What was found between a version and the last valid one before it. */
export interface VersionComparison {
  comparedTo: number;
  changes?: ApiChange[];
  isTruncated?: boolean;
  textOnlyReason?: string;
  /** What the reason is made of. */
  textOnlyMessages?: FieldMessages;
}

/** A version to be kept. */
export interface NewVersion extends Omit<ApiVersion, 'id' | 'number'> {
  /** Absent when the text is too large to be kept. */
  definition?: string;
  contentHash: string;
  comparison?: VersionComparison;
  /** The number of the newest version that it was compared with. */
  latestNumber: number;
  etag: string;
  textHash: string;
}

/** A version with a hash of what its definition says. */
export interface HashedVersion extends ApiVersion {
  contentHash: string;
}

/** Which breaking versions are wanted. */
export interface BreakingFilter {
  entityRefs?: string[];
  since: string;
}

/** Where a page of breaking versions starts. */
export interface BreakingPosition {
  createdAt: string;
  id: string;
}

const EXCERPT_CHANGES = 5;

// Both work in threads of their own, so that 5 MB hold up nobody.
const compress = promisify<string, Buffer>(gzip);
const decompress = promisify<Buffer, Buffer>(gunzip);

/** Keeps the versions of API definitions. */
export class VersionStore {
  readonly #client: Knex;

  constructor(client: Knex) {
    this.#client = client;
  }

  /**
   * Keeps a version under the next number of its API.
   *
   * @returns undefined when another version has come in between
   */
  async addVersion(version: NewVersion): Promise<ApiVersion | undefined> {
    const definition =
      version.definition === undefined
        ? null
        : await compress(version.definition);
    const id = randomUUID();
    return this.#client.transaction(async tx => {
      const api = await tx('apis')
        .select('last_number')
        .where({ entity_ref: version.entityRef })
        .forUpdate()
        .first();
      if (api?.last_number !== version.latestNumber) {
        return undefined;
      }
      const number = version.latestNumber + 1;
      await tx<StoredVersionRow>('versions').insert({
        ...toRow(version),
        id,
        number,
        definition,
      });
      await tx('apis').where({ entity_ref: version.entityRef }).update({
        last_number: number,
        etag: version.etag,
        text_hash: version.textHash,
      });
      const row = await selectVersions(tx).where({ id }).first();
      return row && toApiVersion(row);
    });
  }

  async getVersion(id: string): Promise<ApiVersion | undefined> {
    const row = await selectVersions(this.#client).where({ id }).first();
    return row && toApiVersion(row);
  }

  async getVersionByNumber(
    entityRef: string,
    number: number,
  ): Promise<ApiVersion | undefined> {
    const row = await selectVersions(this.#client)
      .where({ entity_ref: entityRef, number })
      .first();
    return row && toApiVersion(row);
  }

  /** The newest version of all, valid or not. */
  async getLatest(entityRef: string): Promise<HashedVersion | undefined> {
    const row = await selectVersions(this.#client)
      .where({ entity_ref: entityRef })
      .orderBy('number', 'desc')
      .first();
    return row && { ...toApiVersion(row), contentHash: row.content_hash };
  }

  /** The newest valid version, or the newest before a number. */
  async getLastValid(
    entityRef: string,
    beforeNumber?: number,
  ): Promise<ApiVersion | undefined> {
    const query = selectVersions(this.#client)
      .where({ entity_ref: entityRef })
      .whereNull('error')
      .orderBy('number', 'desc');
    if (beforeNumber !== undefined) {
      query.where('number', '<', beforeNumber);
    }
    const row = await query.first();
    return row && toApiVersion(row);
  }

  async getDefinition(id: string): Promise<string | undefined> {
    const row = await this.#client<StoredVersionRow>('versions')
      .select('definition')
      .where({ id })
      .first();
    return row?.definition
      ? (await decompress(row.definition)).toString('utf8')
      : undefined;
  }

  async getComparison(id: string): Promise<VersionComparison | undefined> {
    const row = await this.#client<StoredVersionRow>('versions')
      .select(
        'compared_to',
        'changes',
        'is_truncated',
        'text_only_reason',
        'text_only_messages',
      )
      .where({ id })
      .first();
    if (!row || row.compared_to === null) {
      return undefined;
    }
    return {
      comparedTo: row.compared_to,
      changes: Array.isArray(row.changes) ? row.changes : undefined,
      isTruncated: row.is_truncated,
      textOnlyReason: row.text_only_reason ?? undefined,
      textOnlyMessages:
        typeof row.text_only_messages === 'object'
          ? row.text_only_messages ?? undefined
          : undefined,
    };
  }

  async listVersions(
    entityRef: string,
    page: { limit: number; beforeNumber?: number },
  ): Promise<{ items: ApiVersion[]; totalItems: number }> {
    const query = selectVersions(this.#client)
      .where({ entity_ref: entityRef })
      .orderBy('number', 'desc')
      .limit(page.limit);
    if (page.beforeNumber !== undefined) {
      query.where('number', '<', page.beforeNumber);
    }
    const [rows, total] = await Promise.all([
      query,
      this.#client('versions').where({ entity_ref: entityRef }).count().first(),
    ]);
    return { items: rows.map(toApiVersion), totalItems: Number(total?.count) };
  }

  /** Refs of APIs that have breaking versions, those broken last first. */
  async listBrokenApis(
    filter: BreakingFilter,
    limit: number,
  ): Promise<string[]> {
    const rows = await this.#breaking(filter)
      .select('entity_ref')
      .max('created_at as broken_at')
      .groupBy('entity_ref')
      .orderBy('broken_at', 'desc')
      .limit(limit);
    return rows.map(row => row.entity_ref);
  }

  async listBreaking(
    filter: Required<BreakingFilter>,
    page: { limit: number; after?: BreakingPosition },
  ): Promise<{ items: BreakingVersion[]; totalItems: number }> {
    const query = withColumns(this.#breaking(filter), this.#client)
      // All changes of a page of versions would be megabytes.
      .select(
        this.#client.raw(
          `jsonb_path_query_array(changes, '$[0 to ${
            EXCERPT_CHANGES - 1
          }]') as excerpt`,
        ),
      )
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(page.limit);
    if (page.after) {
      const { createdAt, id } = page.after;
      query.whereRaw('(created_at, id) < (?, ?)', [createdAt, id]);
    }
    const [rows, total] = await Promise.all([
      query,
      this.#breaking(filter).count().first(),
    ]);
    const items = rows.map((row: VersionRow & { excerpt: ApiChange[] }) => ({
      version: toApiVersion(row),
      changes: row.excerpt.filter(change => change.severity === 'breaking'),
    }));
    return { items, totalItems: Number(total?.count) };
  }

  /** Sums up those of some APIs that have versions. */
  async listSummaries(
    entityRefs: string[],
    since: string,
  ): Promise<ApiSummary[]> {
    return readSummaries(this.#client, { entityRefs, since });
  }

  /** Removes the oldest versions above a count, never the last valid one. */
  async pruneVersions(entityRef: string, keep: number): Promise<number> {
    const ofApi = () =>
      this.#client('versions').where({ entity_ref: entityRef });
    return ofApi()
      .where(
        'number',
        '<=',
        ofApi()
          .select('number')
          .orderBy('number', 'desc')
          .offset(keep)
          .limit(1),
      )
      .whereNot(
        'number',
        this.#client.raw('coalesce((?), 0)', [
          ofApi().whereNull('error').max('number'),
        ]),
      )
      .delete();
  }

  #breaking({ entityRefs, since }: BreakingFilter) {
    const query = this.#client('versions')
      .where('breaking_count', '>', 0)
      .where('created_at', '>=', since);
    return entityRefs
      ? query.whereRaw('entity_ref = any(?)', [entityRefs])
      : query;
  }
}

function selectVersions(
  client: Knex,
): Knex.QueryBuilder<VersionRow, VersionRow[]> {
  return withColumns(client('versions'), client);
}

function withColumns(query: Knex.QueryBuilder, client: Knex) {
  return query.select<VersionRow[]>(
    ...VERSION_COLUMNS,
    client.raw('definition is not null as has_definition'),
  );
}

function toRow(
  version: NewVersion,
): Omit<StoredVersionRow, 'id' | 'number' | 'definition'> {
  const { comparison, counts } = version;
  return {
    entity_ref: version.entityRef,
    type: toStorableText(version.type),
    version:
      version.version === undefined ? null : toStorableText(version.version),
    created_at: new Date(version.createdAt),
    commit_id: version.commit?.id ?? null,
    commit_url: version.commit?.url ?? null,
    source_url: version.sourceUrl ?? null,
    size_bytes: version.sizeBytes,
    content_hash: version.contentHash,
    error: version.error ? toStorableJson(version.error) : null,
    compared_to: comparison?.comparedTo ?? null,
    breaking_count: counts?.breaking ?? null,
    risky_count: counts?.risky ?? null,
    compatible_count: counts?.compatible ?? null,
    changes: comparison?.changes ? toStorableJson(comparison.changes) : null,
    is_truncated: comparison?.isTruncated ?? false,
    text_only_reason:
      comparison?.textOnlyReason === undefined
        ? null
        : toStorableText(comparison.textOnlyReason),
    text_only_messages: comparison?.textOnlyMessages
      ? toStorableJson(comparison.textOnlyMessages)
      : null,
    is_announced: !counts || counts.breaking === 0,
  };
}
