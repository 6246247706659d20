import type { Definitions } from '@atrium/plugin-provisioning-common';
import type { DefinitionValue } from './definitionEditor';

/** What a new definition begins with: a type, and a driver that makes it. */
export function newDefinition({
  types,
  drivers,
}: Pick<Definitions, 'types' | 'drivers'>): DefinitionValue {
  const driver = drivers.find(one =>
    one.types.some(type => types.some(({ name }) => name === type)),
  );
  const type = types.find(({ name }) => driver?.types.includes(name));
  return {
    apiVersion: 'atrium.dev/v1',
    kind: 'ResourceDefinition',
    metadata: { name: '' },
    spec: {
      type: type?.name ?? '',
      driver: driver?.id ?? '',
      // eslint-disable-next-line no-restricted-syntax -- A file of a repository, whose language the portal does not choose.
      plans: [{ name: 'small', title: 'Small' }],
      deletion: 'delete',
    },
  };
}
