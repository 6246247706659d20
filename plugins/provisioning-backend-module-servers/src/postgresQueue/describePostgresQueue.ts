import type { ResourceDriverDescription } from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { queueParameterProperties } from '../shared/queueParameters';

/** What the driver says of itself. */
export function describePostgresQueue(
  serverSchema: JsonObject,
): ResourceDriverDescription {
  return {
    id: 'postgres-queue',
    title: 'Queue in PostgreSQL',
    description:
      'A queue as a schema with functions that send and read, with a role of its own.',
    types: ['queue'],
    inputs: {
      type: 'object',
      properties: { server: serverSchema },
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
        database: { type: 'string', title: 'Database' },
        schema: {
          type: 'string',
          title: 'Schema',
          description:
            'Has `send(body, delay_seconds)`, `read(quantity, hidden_seconds)`, `delete(message_id)` and `archive(message_id)`.',
        },
        name: { type: 'string', title: 'Name of the queue' },
        username: { type: 'string', title: 'User' },
        password: { type: 'string', title: 'Password', writeOnly: true },
        url: { type: 'string', title: 'Connection string', writeOnly: true },
      },
      required: ['host', 'port', 'database', 'schema', 'name', 'username'],
      additionalProperties: false,
    },
    credentials: 'issued',
    hasSnapshots: false,
    hasSuspension: true,
  };
}
