import type { ResourceDriverDescription } from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { databaseOutputs } from '../shared/databaseOutputs';

/** What the driver says of itself. */
export function describeMySql(
  serverSchema: JsonObject,
): ResourceDriverDescription {
  return {
    id: 'mysql',
    title: 'MySQL and MariaDB',
    description:
      'A database on a server that is shared, with a user that may do everything in it and one that reads it.',
    types: ['mysql'],
    inputs: {
      type: 'object',
      properties: {
        server: serverSchema,
        connectionLimit: {
          type: 'integer',
          title: 'Connections',
          description: 'How many connections each user may have at once.',
          minimum: 1,
          maximum: 10_000,
          default: 20,
        },
        requireTls: {
          type: 'boolean',
          title: 'Require TLS',
          description: 'Whether the server refuses connections without TLS.',
          default: false,
        },
      },
      required: ['server'],
      additionalProperties: false,
    },
    parameters: { type: 'object', properties: {}, additionalProperties: false },
    outputs: databaseOutputs,
    credentials: 'issued',
    hasSnapshots: false,
    hasSuspension: true,
  };
}

const settingsSchema = z.object({
  connectionLimit: z.int().default(20),
  requireTls: z.boolean().default(false),
});

/** Reads what the schema above has let through. */
export function readMySqlSettings(inputs: JsonObject) {
  return settingsSchema.parse(inputs);
}
