import type { ResourceDriverDescription } from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { queueParameterProperties } from '../shared/queueParameters';

const streamProperties = {
  replicas: {
    type: 'integer',
    title: 'Replicas',
    description: 'On how many servers of a cluster messages are kept.',
    minimum: 1,
    maximum: 5,
    default: 1,
  },
  maxBytes: {
    type: 'integer',
    title: 'Bytes',
    description:
      'How much it keeps before more is refused; default: any number.',
    minimum: 1024,
  },
};

/** What the driver without users says of itself. */
export function describeNats(
  serverSchema: JsonObject,
): ResourceDriverDescription {
  return {
    id: 'nats',
    title: 'NATS JetStream',
    description:
      'A stream with a durable consumer: a queue, where a message is gone once it was acknowledged, or a topic, where it stays for everybody.',
    types: ['queue', 'topic'],
    inputs: {
      type: 'object',
      properties: {
        server: serverSchema,
        credentials: {
          type: 'string',
          title: 'Credentials',
          description:
            'Says that whoever reaches the server is let in: the portal cannot make users there, and takes no access away.',
          enum: ['none'],
        },
        ...streamProperties,
      },
      required: ['server', 'credentials'],
      additionalProperties: false,
    },
    parameters: {
      type: 'object',
      properties: queueParameterProperties,
      additionalProperties: false,
    },
    outputs: {
      type: 'object',
      properties: {
        host: { type: 'string', title: 'Host' },
        port: { type: 'integer', title: 'Port' },
        servers: { type: 'string', title: 'Address' },
        stream: { type: 'string', title: 'Stream' },
        subject: {
          type: 'string',
          title: 'Subject',
          description:
            'Messages go to it, or to what begins with it and a dot.',
        },
        consumer: { type: 'string', title: 'Durable consumer' },
        name: { type: 'string', title: 'Name' },
      },
      required: ['host', 'port', 'servers', 'stream', 'subject', 'consumer'],
      additionalProperties: false,
    },
    credentials: 'none',
    hasSnapshots: false,
    hasSuspension: false,
  };
}

/** What the driver says of itself that makes users, too. */
export function describeNatsJwt(
  serverSchema: JsonObject,
): ResourceDriverDescription {
  const { inputs, outputs, ...description } = describeNats(serverSchema);
  return {
    ...description,
    id: 'nats-jwt',
    title: 'NATS JetStream with users',
    inputs: {
      ...inputs,
      properties: { server: serverSchema, ...streamProperties },
      required: ['server'],
    },
    outputs: {
      ...outputs,
      properties: {
        ...outputs.properties,
        username: { type: 'string', title: 'User' },
        inboxPrefix: {
          type: 'string',
          title: 'Inbox prefix',
          description: 'Clients have to ask for answers there.',
        },
        credentials: {
          type: 'string',
          title: 'Credentials file',
          writeOnly: true,
        },
      },
    },
    credentials: 'issued',
    hasSuspension: true,
  };
}

const settingsSchema = z.object({
  replicas: z.int().default(1),
  maxBytes: z.int().default(-1),
});

/** Reads what the schema above has let through. */
export function readNatsSettings(inputs: JsonObject) {
  return settingsSchema.parse(inputs);
}
