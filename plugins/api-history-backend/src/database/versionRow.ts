import type { DefinitionProblem } from '@atrium/api-definitions';
import type { FieldMessages } from '@atrium/common';
import type { ApiChange, ApiVersion } from '@atrium/plugin-api-history-common';

/** A row of `versions`, without its large columns. */
export interface VersionRow {
  id: string;
  entity_ref: string;
  number: number;
  type: string;
  version: string | null;
  created_at: Date;
  commit_id: string | null;
  commit_url: string | null;
  source_url: string | null;
  size_bytes: number;
  has_definition: boolean;
  content_hash: string;
  error: DefinitionProblem | null;
  compared_to: number | null;
  breaking_count: number | null;
  risky_count: number | null;
  compatible_count: number | null;
}

/** A row of `versions` as it is written. */
export interface StoredVersionRow
  extends Omit<VersionRow, 'has_definition' | 'error'> {
  error: DefinitionProblem | string | null;
  definition: Buffer | null;
  changes: ApiChange[] | string | null;
  is_truncated: boolean;
  text_only_reason: string | null;
  text_only_messages: FieldMessages | string | null;
  is_announced: boolean;
}

/** The columns of a {@link VersionRow}. */
export const VERSION_COLUMNS = [
  'id',
  'entity_ref',
  'number',
  'type',
  'version',
  'created_at',
  'commit_id',
  'commit_url',
  'source_url',
  'size_bytes',
  'content_hash',
  'error',
  'compared_to',
  'breaking_count',
  'risky_count',
  'compatible_count',
] as const;

/** Turns a row into what the API answers. */
export function toApiVersion(row: VersionRow): ApiVersion {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    number: row.number,
    version: row.version ?? undefined,
    type: row.type,
    createdAt: row.created_at.toISOString(),
    commit:
      row.commit_id === null
        ? undefined
        : { id: row.commit_id, url: row.commit_url ?? undefined },
    sourceUrl: row.source_url ?? undefined,
    sizeBytes: row.size_bytes,
    hasDefinition: row.has_definition,
    isValid: row.error === null,
    error: row.error ?? undefined,
    comparedTo: row.compared_to ?? undefined,
    counts:
      row.breaking_count === null
        ? undefined
        : {
            breaking: row.breaking_count,
            risky: row.risky_count ?? 0,
            compatible: row.compatible_count ?? 0,
          },
  };
}
