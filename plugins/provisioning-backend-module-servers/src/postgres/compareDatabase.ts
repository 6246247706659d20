import {
  type DriverText,
  driverWords,
  type PresentObservation,
  type ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import { readDatabaseSettings } from './postgresSchemas';
import type { DatabaseState } from './readDatabaseState';

/** What is not as the target has it, for people. */
export function compareDatabase(
  target: ResourceTarget,
  state: DatabaseState,
  installedExtensions: string[],
): Pick<PresentObservation, 'access' | 'health' | 'differences'> {
  const { database, owner, reader } = state;
  const { connectionLimit, extensions } = readDatabaseSettings(target);
  const roles = [owner, reader];
  const access = roles.some(role => role?.canLogin) ? 'granted' : 'suspended';
  const differences: DriverText[] = [];
  const say = (isSo: boolean, difference: DriverText) => {
    if (isSo) {
      differences.push(difference);
    }
  };
  say(!database, driverWords.write('provisioning.difference.noDatabase'));
  say(!owner, driverWords.write('provisioning.difference.noOwnerRole'));
  say(!reader, driverWords.write('provisioning.difference.noReaderRole'));
  if (database) {
    say(
      database.connectionLimit !== connectionLimit,
      driverWords.write('provisioning.difference.connectionLimit', {
        limit: database.connectionLimit,
        wanted: connectionLimit,
      }),
    );
    say(
      !database.takesConnections,
      driverWords.write('provisioning.difference.takesNoConnections'),
    );
    say(
      database.isOpenToPublic,
      driverWords.write('provisioning.difference.isOpen'),
    );
    say(
      !database.isOwnedByAccount,
      driverWords.write('provisioning.difference.otherOwner', {
        role: database.owner,
      }),
    );
  }
  for (const name of extensions) {
    say(
      database !== undefined && !installedExtensions.includes(name),
      driverWords.write('provisioning.difference.noExtension', { name }),
    );
  }
  for (const role of roles.filter(one => one !== undefined)) {
    const { name } = role;
    say(
      access === 'granted' && !role.canLogin,
      driverWords.write('provisioning.difference.noLogin', { name }),
    );
    differences.push(
      ...role.excess.map(right =>
        driverWords.write(`provisioning.difference.right.${right}`, { name }),
      ),
      ...role.rolesOf.map(other =>
        driverWords.write('provisioning.difference.rightsOfRole', {
          name,
          role: other,
        }),
      ),
    );
  }
  const isUsable = database?.takesConnections && owner && reader;
  return {
    access,
    differences,
    health: isUsable
      ? { status: 'ok' }
      : { status: 'degraded', message: differences[0] },
  };
}
