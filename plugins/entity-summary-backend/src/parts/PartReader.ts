import type {
  EntityParts,
  PartName,
} from '@atrium/plugin-entity-summary-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf parts are read. */
export interface ReadPartsOptions {
  credentials: BackstageCredentials;
}

/**
 * Reads one part of many entities at once. Those that have nothing of the kind are
 * left out.
 */
export type PartReader<Name extends PartName> = (
  entityRefs: string[],
  options: ReadPartsOptions,
) => Promise<Map<string, EntityParts[Name]>>;

/** One for each part. */
export type PartReaders = { [Name in PartName]: PartReader<Name> };
