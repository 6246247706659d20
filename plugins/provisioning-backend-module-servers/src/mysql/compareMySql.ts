import type {
  PresentObservation,
  ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import { readMySqlSettings } from './describeMySql';
import { mySqlNames, type MySqlNames } from './mySqlNames';
import type { MySqlState } from './readMySqlState';

/**
 * What each user may, as `GRANT` takes it and `SHOW GRANTS` says it. There an
 * underscore stands for any character, unless it is escaped.
 */
export function grantsOf({ database }: MySqlNames): {
  owner: string;
  reader: string;
} {
  const place = `\`${database.replaceAll('_', '\\_')}\`.*`;
  return {
    owner: `ALL PRIVILEGES ON ${place}`,
    reader: `SELECT, SHOW VIEW ON ${place}`,
  };
}

/** What is not as the target has it, for people. */
export function compareMySql(
  target: ResourceTarget,
  state: MySqlState,
): Pick<PresentObservation, 'access' | 'health' | 'differences'> {
  const names = mySqlNames(target.providerName);
  const { connectionLimit, requireTls } = readMySqlSettings(target.inputs);
  const users = [state.owner, state.reader];
  const access = users.some(user => user && !user.isLocked)
    ? 'granted'
    : 'suspended';
  const differences = state.hasDatabase ? [] : ['The database is missing'];
  for (const role of ['owner', 'reader'] as const) {
    const user = state[role];
    if (!user) {
      differences.push(`The user ${names[role]} is missing`);
      continue;
    }
    const say = (message: string) =>
      differences.push(`The user ${names[role]} ${message}`);
    if (user.isLocked && access === 'granted') {
      say('is locked');
    }
    if (user.connectionLimit !== connectionLimit) {
      say(`has ${user.connectionLimit} connections, not ${connectionLimit}`);
    }
    if (user.requiresTls !== requireTls) {
      say(user.requiresTls ? 'needs TLS' : 'needs no TLS');
    }
    if (user.grants.join() !== grantsOf(names)[role]) {
      say('has other rights than it was given');
    }
  }
  const isUsable = state.hasDatabase && state.owner && state.reader;
  return {
    access,
    differences,
    health: isUsable
      ? { status: 'ok' }
      : { status: 'degraded', message: differences[0] },
  };
}
