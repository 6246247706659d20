import {
  type DriverText,
  driverWords,
  type PresentObservation,
  type ResourceTarget,
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
  const differences: DriverText[] = state.hasDatabase
    ? []
    : [driverWords.write('provisioning.difference.noDatabase')];
  for (const role of ['owner', 'reader'] as const) {
    const user = state[role];
    const name = names[role];
    if (!user) {
      differences.push(
        driverWords.write('provisioning.difference.noUserNamed', { name }),
      );
      continue;
    }
    if (user.isLocked && access === 'granted') {
      differences.push(
        driverWords.write('provisioning.difference.isLocked', { name }),
      );
    }
    if (user.connectionLimit !== connectionLimit) {
      differences.push(
        driverWords.write('provisioning.difference.userConnections', {
          name,
          limit: user.connectionLimit,
          wanted: connectionLimit,
        }),
      );
    }
    if (user.requiresTls !== requireTls) {
      differences.push(
        user.requiresTls
          ? driverWords.write('provisioning.difference.needsTls', { name })
          : driverWords.write('provisioning.difference.needsNoTls', { name }),
      );
    }
    if (user.grants.join() !== grantsOf(names)[role]) {
      differences.push(
        driverWords.write('provisioning.difference.otherRights', { name }),
      );
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
