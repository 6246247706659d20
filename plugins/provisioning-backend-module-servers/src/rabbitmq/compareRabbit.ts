import type {
  PresentObservation,
  ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import { isDeepStrictEqual } from 'node:util';
import { rabbitPolicy, readRabbitSettings, userTag } from './rabbitPlan';
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
  const differences: string[] = [];
  const say = (isSo: boolean, message: string) => {
    if (isSo) {
      differences.push(message);
    }
  };
  say(!vhost, 'The virtual host is missing');
  say(!user, 'The user is missing');
  say(!queue, 'The queue is missing');
  say(!deadQueue, 'The queue for dead letters is missing');
  say(
    queue !== undefined && queue.type !== queueType,
    `The queue is of type ${queue?.type}, not ${queueType}`,
  );
  say(
    state.connectionLimit !== connectionLimit,
    `The connection limit is ${
      state.connectionLimit ?? 'missing'
    }, not ${connectionLimit}`,
  );
  say(
    policy?.pattern !== wanted.pattern ||
      !isDeepStrictEqual(policy.definition, wanted.definition),
    'The policy of the queue is not as it was set',
  );
  say(
    permissions !== undefined &&
      !isDeepStrictEqual(permissions, ALL_PERMISSIONS),
    'The user has other permissions than it was given',
  );
  for (const tag of user?.tags ?? []) {
    say(tag !== userTag(target), `The user has the tag ${tag}`);
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
