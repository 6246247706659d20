import type { ResourceDriverDescription } from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { databaseOutputs } from '../shared/databaseOutputs';

const extensionNames = {
  type: 'array',
  items: { type: 'string', pattern: '^[a-z][a-z0-9_-]{0,62}$' },
  uniqueItems: true,
  default: [],
};

/** What the driver says of itself. */
export function describePostgres(
  serverSchema: JsonObject,
): ResourceDriverDescription {
  return {
    id: 'postgres',
    title: 'PostgreSQL',
    description:
      'A database on a server that is shared, with a role that owns what is in it and one that reads it.',
    types: ['postgres'],
    inputs: {
      type: 'object',
      properties: {
        server: serverSchema,
        connectionLimit: {
          type: 'integer',
          title: 'Connections',
          description: 'How many connections it takes at once.',
          minimum: 1,
          maximum: 10_000,
          default: 20,
        },
        allowedExtensions: {
          ...extensionNames,
          title: 'Allowed extensions',
          description: 'Those that a requester may choose.',
        },
        mayCreateSchemas: {
          type: 'boolean',
          title: 'May create schemas',
          description:
            'Whether the owner may make schemas beside `public`; with that right come the extensions that PostgreSQL trusts.',
          default: false,
        },
        sslMode: {
          type: 'string',
          title: 'TLS',
          description:
            'What the connection strings ask for; default: nothing, or what they need where the server is configured with TLS.',
          enum: ['disable', 'require', 'verify-ca', 'verify-full'],
        },
      },
      required: ['server'],
      additionalProperties: false,
    },
    parameters: {
      type: 'object',
      properties: {
        extensions: {
          ...extensionNames,
          title: 'Extensions',
          description:
            'Such as `pg_trgm`, of those that the definition allows.',
        },
      },
      additionalProperties: false,
    },
    outputs: databaseOutputs,
    credentials: 'issued',
    hasSnapshots: true,
    hasSuspension: true,
    maxConcurrency: 4,
  };
}

const inputsSchema = z.object({
  connectionLimit: z.int().default(20),
  allowedExtensions: z.array(z.string()).default([]),
  mayCreateSchemas: z.boolean().default(false),
  sslMode: z.string().optional(),
});
const parametersSchema = z.object({
  extensions: z.array(z.string()).default([]),
});

/** What a database is to be, with the defaults. */
export type DatabaseSettings = z.infer<typeof inputsSchema> &
  z.infer<typeof parametersSchema>;

/** Reads what the schemas above have let through. */
export function readDatabaseSettings(target: {
  inputs: JsonObject;
  parameters: JsonObject;
}): DatabaseSettings {
  return {
    ...inputsSchema.parse(target.inputs),
    ...parametersSchema.parse(target.parameters),
  };
}
