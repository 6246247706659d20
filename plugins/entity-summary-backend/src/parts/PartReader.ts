import type {
  EntityParts,
  PartName,
} from '@atrium/plugin-entity-summary-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf parts are read. */
export interface ReadPartsOptions {
  credentials: BackstageCredentials;
}

/** What a plugin said of some entities. Those that have nothing are left out. */
export interface PartAnswer<Name extends PartName> {
  values: Map<string, EntityParts[Name]>;
  /** Those that it could not say anything of; not in `values`. */
  unknownRefs: string[];
}

/**
 * Reads one part of many entities at once. The values alone are an answer where the
 * plugin knows all that it was asked.
 */
export type PartReader<Name extends PartName> = (
  entityRefs: string[],
  options: ReadPartsOptions,
) => Promise<Map<string, EntityParts[Name]> | PartAnswer<Name>>;

/** One for each part. */
export type PartReaders = { [Name in PartName]: PartReader<Name> };
