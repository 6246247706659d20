import type { ResourceDriverDescription } from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { queueParameterProperties } from '../shared/queueParameters';

/** What the driver says of itself. */
export function describeRabbit(
  serverSchema: JsonObject,
): ResourceDriverDescription {
  return {
    id: 'rabbitmq',
    title: 'RabbitMQ',
    description:
      'A virtual host with a queue, a queue for dead letters and a user that may do everything in it.',
    types: ['queue'],
    inputs: {
      type: 'object',
      properties: {
        server: serverSchema,
        queueType: {
          type: 'string',
          title: 'Type of queue',
          description:
            'It cannot be changed once the queue is there. A classic queue does not limit deliveries.',
          enum: ['quorum', 'classic'],
          default: 'quorum',
        },
        connectionLimit: {
          type: 'integer',
          title: 'Connections',
          description: 'How many connections it takes at once.',
          minimum: 1,
          maximum: 100_000,
          default: 100,
        },
        maxLength: {
          type: 'integer',
          title: 'Messages',
          description:
            'How many messages may wait before more are refused; default: any number.',
          minimum: 1,
        },
      },
      required: ['server'],
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
        vhost: { type: 'string', title: 'Virtual host' },
        queue: { type: 'string', title: 'Queue' },
        deadLetterQueue: { type: 'string', title: 'Queue for dead letters' },
        name: { type: 'string', title: 'Name of the queue' },
        username: { type: 'string', title: 'User' },
        password: { type: 'string', title: 'Password', writeOnly: true },
        url: { type: 'string', title: 'Connection string', writeOnly: true },
      },
      required: ['host', 'port', 'vhost', 'queue', 'name', 'username'],
      additionalProperties: false,
    },
    credentials: 'issued',
    hasSnapshots: false,
    hasSuspension: true,
  };
}
