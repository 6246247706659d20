import type { ResourceDetails } from '@atrium/plugin-provisioning-common';

/** Where the owner of a resource gets its credentials; never what they are. */
export function describeCredentials({
  credentials,
  id,
}: Pick<ResourceDetails, 'credentials' | 'id'>): string {
  const current = credentials.at(-1);
  return current?.reference ?? `/provisioning/resources/${id}`;
}
