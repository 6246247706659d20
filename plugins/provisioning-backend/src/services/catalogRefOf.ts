import type { StoredResource } from '../database/StoredResource';

/** The entity of a resource in the catalog, whose name is unique as at the provider. */
export function catalogRefOf({
  providerName,
}: Pick<StoredResource, 'providerName'>): string {
  return `resource:default/${providerName}`;
}
