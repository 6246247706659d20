import {
  type DriverText,
  driverWords,
  type PresentObservation,
  type ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import { isDeepStrictEqual } from 'node:util';
import {
  POLICY_NAME,
  rabbitPolicy,
  readRabbitSettings,
  userTag,
} from './rabbitPlan';
import type { RabbitState } from './readRabbitState';

/** The whole of its own virtual host. */
export const ALL_PERMISSIONS = { configure: '.*', write: '.*', read: '.*' };

/** What is not as the target has it, for people. */
export function compareRabbit(
  target: ResourceTarget,
  state: RabbitState,
): Pick<PresentObservation, 'access' | 'health' | 'differences'> {
  const { vhost, user, permissions, policy, queue, deadQueue } = state;
  const { queueType, connectionLimit } = readRabbitSettings(target.inputs);
  const wanted = rabbitPolicy(target);
  const differences: DriverText[] = [];
  const say = (isSo: boolean, difference: DriverText) => {
    if (isSo) {
      differences.push(difference);
    }
  };
  say(!vhost, driverWords.write('provisioning.difference.noVirtualHost'));
  say(!user, driverWords.write('provisioning.difference.noUser'));
  say(!queue, driverWords.write('provisioning.difference.noQueue'));
  say(!deadQueue, driverWords.write('provisioning.difference.noDeadLetters'));
  say(
    queue !== undefined && queue.type !== queueType,
    driverWords.write('provisioning.difference.queueType', {
      type: String(queue?.type),
      wanted: queueType,
    }),
  );
  say(
    state.connectionLimit !== connectionLimit,
    state.connectionLimit === undefined
      ? driverWords.write('provisioning.difference.noConnectionLimit', {
          wanted: connectionLimit,
        })
      : driverWords.write('provisioning.difference.connectionLimit', {
          limit: state.connectionLimit,
          wanted: connectionLimit,
        }),
  );
  say(
    policy?.pattern !== wanted.pattern ||
      !isDeepStrictEqual(policy.definition, wanted.definition),
    driverWords.write('provisioning.difference.policy'),
  );
  say(
    policy !== undefined &&
      queue !== undefined &&
      state.appliedPolicy !== POLICY_NAME,
    driverWords.write('provisioning.difference.policyNotApplied'),
  );
  say(
    permissions !== undefined &&
      !isDeepStrictEqual(permissions, ALL_PERMISSIONS),
    driverWords.write('provisioning.difference.otherPermissions'),
  );
  for (const tag of user?.tags ?? []) {
    say(
      tag !== userTag(target),
      driverWords.write('provisioning.difference.userTag', { tag }),
    );
  }
  const isUsable = vhost && user && queue && deadQueue;
  return {
    // Without permissions nobody gets into the virtual host, and the password stays.
    access: user?.passwordHash && permissions ? 'granted' : 'suspended',
    differences,
    health: isUsable
      ? { status: 'ok' }
      : { status: 'degraded', message: differences[0] },
  };
}
