import type { ResourceTarget } from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readQueueSettings } from '../shared/queueParameters';

const settingsSchema = z.object({
  queueType: z.enum(['quorum', 'classic']).default('quorum'),
  connectionLimit: z.int().default(100),
  maxLength: z.int().optional(),
});

/** What the policy is called, within its virtual host. */
export const POLICY_NAME = 'atrium';

/** Reads what the schema of the inputs has let through. */
export function readRabbitSettings(inputs: JsonObject) {
  return settingsSchema.parse(inputs);
}

/** The parts of one resource, as paths of the management API. */
export function rabbitPaths({ providerName }: ResourceTarget) {
  const vhost = encodeURIComponent(providerName);
  return {
    vhost: `/vhosts/${vhost}`,
    user: `/users/${vhost}`,
    permissions: `/permissions/${vhost}/${vhost}`,
    limits: `/vhost-limits/${vhost}`,
    connectionLimit: `/vhost-limits/${vhost}/max-connections`,
    policy: `/policies/${vhost}/${POLICY_NAME}`,
    queue: `/queues/${vhost}/${vhost}`,
    // Only without statistics is it said at once which policy is in force.
    queues: `/queues/${vhost}?disable_stats=true`,
    deadQueue: `/queues/${vhost}/${encodeURIComponent(
      deadQueueName(providerName),
    )}`,
    connections: `/connections/username/${vhost}`,
  };
}

export function deadQueueName(queue: string): string {
  return `${queue}.dead`;
}

/**
 * What holds for the queue, as a policy: it can be changed later.
 *
 * @remarks RabbitMQ applies nothing of a policy to a queue whose type does not know
 * each of its keys, and a classic queue does not count deliveries.
 */
export function rabbitPolicy(target: ResourceTarget) {
  const { maxDeliveries, acknowledgeSeconds, retentionSeconds } =
    readQueueSettings(target.parameters);
  const { maxLength, queueType } = readRabbitSettings(target.inputs);
  const name = target.providerName;
  return {
    pattern: `^${name}$`,
    'apply-to': 'queues',
    priority: 0,
    definition: {
      'dead-letter-exchange': '',
      'dead-letter-routing-key': deadQueueName(name),
      // It counts how often a message comes back: the first delivery is not in it.
      ...(queueType === 'quorum' && { 'delivery-limit': maxDeliveries - 1 }),
      'consumer-timeout': acknowledgeSeconds * 1_000,
      'message-ttl': retentionSeconds * 1_000,
      ...(maxLength !== undefined && {
        'max-length': maxLength,
        overflow: 'reject-publish',
      }),
    },
  };
}

/**
 * The user: with the tag that says whose it is, without rights of management.
 *
 * @param passwordHash - An empty one lets nobody in
 */
export function rabbitUser(target: ResourceTarget, passwordHash: string) {
  return {
    password_hash: passwordHash,
    hashing_algorithm: 'rabbit_password_hashing_sha256',
    tags: userTag(target),
  };
}

export function userTag({ resourceId }: ResourceTarget): string {
  return `atrium-${resourceId}`;
}

/** What RabbitMQ keeps of a password: a salt, and the hash of both. */
export function hashPassword(password: string, salt = randomBytes(4)): string {
  const hash = createHash('sha256').update(salt).update(password).digest();
  return Buffer.concat([salt, hash]).toString('base64');
}
