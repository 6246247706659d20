import type {
  ApiChange,
  ApiVersion,
  BreakingVersion,
} from '@atrium/plugin-api-history-common';

/** What was found between a version and the last valid one before it. */
export interface VersionComparison {
  comparedTo: number;
  changes?: ApiChange[];
  isTruncated?: boolean;
  textOnlyReason?: string;
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

/** Keeps the versions of API definitions. */
export interface VersionStore {
  /**
   * Keeps a version under the next number of its API.
   *
   * @returns undefined when another version has come in between
   */
  addVersion(version: NewVersion): Promise<ApiVersion | undefined>;
  getVersion(id: string): Promise<ApiVersion | undefined>;
  getVersionByNumber(
    entityRef: string,
    number: number,
  ): Promise<ApiVersion | undefined>;
  /** The newest version of all, valid or not. */
  getLatest(entityRef: string): Promise<HashedVersion | undefined>;
  /** The newest valid version, or the newest before a number. */
  getLastValid(
    entityRef: string,
    beforeNumber?: number,
  ): Promise<ApiVersion | undefined>;
  getDefinition(id: string): Promise<string | undefined>;
  getComparison(id: string): Promise<VersionComparison | undefined>;
  listVersions(
    entityRef: string,
    page: { limit: number; beforeNumber?: number },
  ): Promise<{ items: ApiVersion[]; totalItems: number }>;
  /** Refs of APIs that have breaking versions, those broken last first. */
  listBrokenApis(filter: BreakingFilter, limit: number): Promise<string[]>;
  listBreaking(
    filter: Required<BreakingFilter>,
    page: { limit: number; after?: BreakingPosition },
  ): Promise<{ items: BreakingVersion[]; totalItems: number }>;
  /** Removes the oldest versions above a count, never the last valid one. */
  pruneVersions(entityRef: string, keep: number): Promise<number>;
}
