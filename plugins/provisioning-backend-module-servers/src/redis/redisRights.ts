import { createHash } from 'node:crypto';

/**
 * What a user may do, as rules of ACL (Redis 7): everything with keys and channels
 * that begin with its name, and nothing that shows or disturbs those of others.
 */
export function redisRights(
  prefix: string,
  { mayRunScripts }: { mayRunScripts: boolean },
): string[] {
  return [
    `~${prefix}*`,
    `&${prefix}*`,
    '+@all',
    '-@admin',
    '-@dangerous',
    // They look at the keys and channels of everybody.
    '-scan',
    '-randomkey',
    '-dbsize',
    '-pubsub',
    '-client|tracking',
    // What is in another database would be left behind.
    '-select',
    '-move',
    '-copy',
    '-swapdb',
    // Functions and cached scripts are of the whole server.
    '-function',
    '-script',
    ...(mayRunScripts ? [] : ['-@scripting']),
  ];
}

/** What Redis keeps of a password; it takes that in the place of the password. */
export function hashPassword(password: string): string {
  return createHash('sha256').update(password).digest('hex');
}

/** A user, as `ACL GETUSER` says it. */
export interface RedisUserState {
  isOn: boolean;
  /** Stands for all that it may, and its passwords. */
  digest: string;
}

/** Reads the answer of `ACL GETUSER`: names and values in turn. */
export function readUserState(answer: unknown): RedisUserState | undefined {
  if (!Array.isArray(answer)) {
    return undefined;
  }
  const fields = new Map<string, unknown>();
  for (let index = 0; index + 1 < answer.length; index += 2) {
    fields.set(String(answer[index]), answer[index + 1]);
  }
  const flags = fields.get('flags');
  const isOn = Array.isArray(flags) && flags.includes('on');
  const rest = [...fields].filter(([name]) => name !== 'flags');
  return {
    isOn,
    digest: createHash('sha256').update(JSON.stringify(rest)).digest('hex'),
  };
}
