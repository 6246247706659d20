import type { ResourceTarget } from '@atrium/plugin-provisioning-node';
import {
  AckPolicy,
  type ConsumerConfig,
  DiscardPolicy,
  RetentionPolicy,
  type StreamConfig,
} from '@nats-io/jetstream';
import { readQueueSettings } from '../shared/queueParameters';
import { formatMark, type ResourceMark } from '../shared/ResourceMark';
import { readNatsSettings } from './describeNats';

/** Where the mark is, in the metadata of a stream. */
export const MARK_KEY = 'atrium.dev/resource';
/** Where the public key of its user is, of servers that have some. */
export const USER_KEY = 'atrium.dev/user';
/** Where those of its users of before are, separated by commas. */
export const FORMER_USERS_KEY = 'atrium.dev/former-users';
/** Metadata has room for 128 KiB in all; the oldest go first. */
const MAX_FORMER_USERS = 500;

const NANOSECONDS = 1_000_000_000;

/** What the stream is to be; its mark comes on top. */
export function streamPlan({
  providerName,
  type,
  inputs,
  parameters,
}: ResourceTarget) {
  const { retentionSeconds } = readQueueSettings(parameters);
  const { replicas, maxBytes } = readNatsSettings(inputs);
  return {
    subjects: [providerName, `${providerName}.>`],
    retention:
      type === 'queue' ? RetentionPolicy.Workqueue : RetentionPolicy.Limits,
    discard: DiscardPolicy.New,
    max_age: retentionSeconds * NANOSECONDS,
    max_bytes: maxBytes,
    num_replicas: replicas,
  } satisfies Partial<StreamConfig>;
}

/**
 * What the consumer is to be.
 *
 * @remarks The server stores what it sends as an answer in the stream that has the
 * reply subject, whoever asked. A message of another stream keeps its own subject
 * there, so the consumer takes only those that the stream is for.
 */
export function consumerPlan(target: ResourceTarget) {
  const { maxDeliveries, acknowledgeSeconds } = readQueueSettings(
    target.parameters,
  );
  return {
    filter_subjects: streamPlan(target).subjects,
    ack_policy: AckPolicy.Explicit,
    ack_wait: acknowledgeSeconds * NANOSECONDS,
    max_deliver: maxDeliveries,
  } satisfies Partial<ConsumerConfig>;
}

/** The public keys of the users that a stream has, and has had. */
export interface StreamUsers {
  userKey: string;
  formerUserKeys: string[];
}

/** The metadata of the stream. */
export function streamMetadata(
  mark: ResourceMark,
  users?: StreamUsers,
): Record<string, string> {
  return {
    [MARK_KEY]: formatMark(mark),
    ...(users && {
      [USER_KEY]: users.userKey,
      [FORMER_USERS_KEY]: users.formerUserKeys
        .slice(-MAX_FORMER_USERS)
        .join(','),
    }),
  };
}
