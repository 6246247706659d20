import type { ResourceTarget } from '@atrium/plugin-provisioning-node';
import { z } from 'zod';
import { isMarkOf, parseMark, type ResourceMark } from '../shared/ResourceMark';
import type { RabbitApi } from './RabbitApi';
import { rabbitPaths, userTag } from './rabbitPlan';

const vhostSchema = z.object({ description: z.string().default('') });
const userSchema = z.object({
  password_hash: z.string().default(''),
  tags: z.union([z.array(z.string()), z.string()]).default(''),
});
const queueSchema = z.object({
  type: z.string(),
  state: z.string().optional(),
});
/** Of all queues of a virtual host; one without a policy does not name any. */
const policiesSchema = z.array(
  z.object({ name: z.string(), policy: z.string().optional() }),
);
const permissionsSchema = z.object({
  configure: z.string(),
  write: z.string(),
  read: z.string(),
});
const policySchema = z.object({
  pattern: z.string(),
  definition: z.record(z.string(), z.json()),
});
const limitsSchema = z
  .array(z.object({ value: z.record(z.string(), z.number()) }))
  .catch([]);

/** A virtual host and all in it, as the server has it. */
export interface RabbitState {
  vhost?: { mark?: ResourceMark };
  user?: { tags: string[]; passwordHash: string };
  permissions?: z.infer<typeof permissionsSchema>;
  policy?: z.infer<typeof policySchema>;
  queue?: z.infer<typeof queueSchema>;
  /** The name of the policy that is in force for the queue. */
  appliedPolicy?: string;
  deadQueue?: z.infer<typeof queueSchema>;
  connectionLimit?: number;
}

/** Looks at a virtual host, its user and its queues. */
export async function readRabbitState(
  api: RabbitApi,
  target: ResourceTarget,
): Promise<RabbitState> {
  const paths = rabbitPaths(target);
  // The user first: it is made after the virtual host, so that whoever sees it
  // sees that, too.
  const user = userSchema.optional().parse(await api.get(paths.user));
  const vhost = vhostSchema.optional().parse(await api.get(paths.vhost));
  const state: RabbitState = {
    ...(vhost && { vhost: { mark: parseMark(vhost.description) } }),
    ...(user && {
      user: {
        tags: [user.tags].flat().filter(tag => tag !== ''),
        passwordHash: user.password_hash,
      },
    }),
  };
  if (judgeRabbit(state, target) !== 'ours' || !vhost) {
    return state;
  }
  const limits = limitsSchema.parse(await api.get(paths.limits));
  const read = async <T>(schema: z.ZodType<T>, path: string) =>
    schema.optional().parse(await api.get(path));
  const queues = await read(policiesSchema, paths.queues);
  return {
    ...state,
    permissions: await read(permissionsSchema, paths.permissions),
    policy: await read(policySchema, paths.policy),
    queue: await read(queueSchema, paths.queue),
    appliedPolicy: queues?.find(({ name }) => name === target.providerName)
      ?.policy,
    deadQueue: await read(queueSchema, paths.deadQueue),
    connectionLimit: limits[0]?.value['max-connections'],
  };
}

/** Whose it is, by the marks. */
export function judgeRabbit(
  { vhost, user }: RabbitState,
  target: ResourceTarget,
): 'nobody' | 'ours' | 'foreign' {
  if (!vhost && !user) {
    return 'nobody';
  }
  const isVhostOurs = !vhost || isMarkOf(vhost.mark, target);
  // The server makes a user first and gives it its tags then: where the virtual
  // host is ours, one without tags is being made right now.
  const isUserOurs =
    !user ||
    user.tags.includes(userTag(target)) ||
    (vhost !== undefined && isVhostOurs && user.tags.length === 0);
  return isVhostOurs && isUserOurs ? 'ours' : 'foreign';
}
