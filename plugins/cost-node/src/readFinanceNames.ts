import {
  readOwnerNames,
  type ReadEntitiesByRefOptions,
} from '@atrium/backend-common';
import type { MessageList } from '@atrium/common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** Options of {@link readFinanceNames}. */
export interface ReadFinanceNamesOptions
  extends Omit<ReadEntitiesByRefOptions, 'fields'> {
  config: RootConfigService;
}

/**
 * Reads whom a refusal names of what only finance may: its groups with their channel
 * or address, or the administrators where the configuration has no such group.
 */
export async function readFinanceNames(
  options: ReadFinanceNamesOptions,
): Promise<MessageList> {
  const { config, ...read } = options;
  const groups =
    config.getOptionalStringArray('permission.atrium.financeGroups') ?? [];
  const { owners } = await readOwnerNames(groups.map(toGroupRef), read);
  return owners;
}

/** The configuration may name a group by its name alone, as it may for the policy. */
function toGroupRef(group: string): string {
  return stringifyEntityRef(parseEntityRef(group, { defaultKind: 'group' }));
}
