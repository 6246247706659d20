import type { ObjectSchema } from '@atrium/plugin-provisioning-common';

/** The outputs of a driver that are secrets: those that are `writeOnly`. */
export function secretNames({
  properties,
}: Pick<ObjectSchema, 'properties'>): string[] {
  return Object.entries(properties)
    .filter(([, schema]) => schema.writeOnly === true)
    .map(([name]) => name);
}
