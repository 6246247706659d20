import type {
  PresentObservation,
  ResourceTarget,
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
  const differences: string[] = [];
  const say = (isThere: boolean, message: string) => {
    if (isThere) {
      differences.push(message);
    }
  };
  say(!database, 'The database is missing');
  say(!owner, 'The role of the owner is missing');
  say(!reader, 'The role that only reads is missing');
  if (database) {
    say(
      database.connectionLimit !== connectionLimit,
      `The connection limit is ${database.connectionLimit}, not ${connectionLimit}`,
    );
    say(!database.takesConnections, 'The database takes no connections');
    say(database.isOpenToPublic, 'Every role of the server may connect');
    say(
      !database.isOwnedByAccount,
      `The database belongs to the role ${database.owner}`,
    );
  }
  for (const name of extensions) {
    say(
      database !== undefined && !installedExtensions.includes(name),
      `The extension ${name} is missing`,
    );
  }
  for (const role of roles) {
    say(
      access === 'granted' && role !== undefined && !role.canLogin,
      `The role ${role?.name} cannot log in`,
    );
    for (const right of role?.excess ?? []) {
      say(true, `The role ${role?.name}: ${right}`);
    }
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
