import type { ResourceDriverDescription } from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

/** What the driver says of itself. */
export function describeRedis(
  serverSchema: JsonObject,
): ResourceDriverDescription {
  return {
    id: 'redis',
    title: 'Redis',
    description:
      'A user on a server that is shared, for keys and channels with a prefix of their own.',
    types: ['redis'],
    inputs: {
      type: 'object',
      properties: {
        server: serverSchema,
        mayRunScripts: {
          type: 'boolean',
          title: 'May run scripts',
          description:
            'Whether it may run scripts in Lua; a slow one stops the server for everybody.',
          default: true,
        },
      },
      required: ['server'],
      additionalProperties: false,
    },
    parameters: { type: 'object', properties: {}, additionalProperties: false },
    outputs: {
      type: 'object',
      properties: {
        host: { type: 'string', title: 'Host' },
        port: { type: 'integer', title: 'Port' },
        username: { type: 'string', title: 'User' },
        keyPrefix: {
          type: 'string',
          title: 'Prefix',
          description: 'What each key and channel has to begin with.',
        },
        password: { type: 'string', title: 'Password', writeOnly: true },
        url: { type: 'string', title: 'Connection string', writeOnly: true },
      },
      required: ['host', 'port', 'username', 'keyPrefix'],
      additionalProperties: false,
    },
    credentials: 'issued',
    hasSnapshots: false,
    hasSuspension: true,
  };
}

const settingsSchema = z.object({ mayRunScripts: z.boolean().default(true) });

/** Reads what the schema above has let through. */
export function readRedisSettings(inputs: JsonObject) {
  return settingsSchema.parse(inputs);
}
