import type { ResourceTarget } from '@atrium/plugin-provisioning-node';
import { isMarkOf, parseMark, type ResourceMark } from '../shared/ResourceMark';
import { readUserState, type RedisUserState } from './redisRights';
import type { RedisConnection } from './RedisServer';

/** A user with its mark, as the server has it. */
export interface RedisState {
  mark?: ResourceMark;
  /** Of the user, when the work was finished last. */
  digest?: string;
  user?: RedisUserState;
}

/** Where the marks are: no user of a resource reaches it. */
export const MARK_PREFIX = 'atrium:provisioning:';

/** Looks at a user and its mark. */
export async function readRedisState(
  { ask }: RedisConnection,
  providerName: string,
): Promise<RedisState> {
  const answer = await ask(
    'HMGET',
    MARK_PREFIX + providerName,
    'mark',
    'digest',
  );
  const [mark, digest] = Array.isArray(answer) ? answer : [];
  return {
    mark: parseMark(mark),
    digest: typeof digest === 'string' ? digest : undefined,
    user: readUserState(await ask('ACL', 'GETUSER', providerName)),
  };
}

/** Whose a user is, by the mark. */
export function judgeRedis(
  { mark, user }: RedisState,
  target: ResourceTarget,
): 'nobody' | 'ours' | 'foreign' {
  if (mark) {
    return isMarkOf(mark, target) ? 'ours' : 'foreign';
  }
  return user ? 'foreign' : 'nobody';
}
