import {
  type DriverText,
  driverWords,
  type ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import {
  type ConsumerConfig,
  type JetStreamManager,
  JetStreamApiError,
  type StreamConfig,
} from '@nats-io/jetstream';
import { isDeepStrictEqual } from 'node:util';
import { parseMark, type ResourceMark } from '../shared/ResourceMark';
import {
  consumerPlan,
  FORMER_USERS_KEY,
  MARK_KEY,
  streamPlan,
  USER_KEY,
} from './natsPlan';

const STREAM_NOT_FOUND = 10059;
const CONSUMER_NOT_FOUND = 10014;

/** A stream and its consumer, as the server has them. */
export interface NatsState {
  stream?: StreamConfig;
  mark?: ResourceMark;
  /** The public key of its user. */
  userKey?: string;
  /** Those of its users of before, which nobody may be let in by. */
  formerUserKeys: string[];
  consumer?: ConsumerConfig;
}

/** Looks at a stream and its consumer. */
export async function readNatsState(
  manager: JetStreamManager,
  name: string,
): Promise<NatsState> {
  const stream = await orNothing(manager.streams.info(name), STREAM_NOT_FOUND);
  const consumer =
    stream &&
    (await orNothing(manager.consumers.info(name, name), CONSUMER_NOT_FOUND));
  const metadata = stream?.config.metadata;
  return {
    stream: stream?.config,
    mark: parseMark(metadata?.[MARK_KEY]),
    userKey: metadata?.[USER_KEY],
    formerUserKeys: (metadata?.[FORMER_USERS_KEY] ?? '')
      .split(',')
      .filter(key => key !== ''),
    consumer: consumer?.config,
  };
}

/** What is not as the target has it, for people. */
export function compareNats(
  target: ResourceTarget,
  { stream, consumer }: NatsState,
): DriverText[] {
  return [
    ...(stream
      ? compareConfig(streamPlan(target), stream).map(values =>
          driverWords.write('provisioning.difference.streamSetting', values),
        )
      : [driverWords.write('provisioning.difference.noStream')]),
    ...(consumer
      ? compareConfig(consumerPlan(target), consumer).map(values =>
          driverWords.write('provisioning.difference.consumerSetting', values),
        )
      : [driverWords.write('provisioning.difference.noConsumer')]),
  ];
}

function compareConfig(plan: object, config: object) {
  const now = new Map<string, unknown>(Object.entries(config));
  return Object.entries(plan)
    .filter(([key, value]) => !isDeepStrictEqual(now.get(key), value))
    .map(([key, value]) => ({
      key,
      value: String(now.get(key)),
      wanted: String(value),
    }));
}

async function orNothing<T>(
  answer: Promise<T>,
  code: number,
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === code) {
      return undefined;
    }
    throw error;
  }
}
