import type { ObjectSchema } from '@atrium/plugin-provisioning-common';

/** What a workload gets of a database with an owner and a reader. */
export const databaseOutputs: ObjectSchema = {
  type: 'object',
  properties: {
    host: { type: 'string', title: 'Host' },
    port: { type: 'integer', title: 'Port' },
    database: { type: 'string', title: 'Database' },
    name: {
      type: 'string',
      title: 'Name',
      description: 'The database, as Score calls it.',
    },
    username: { type: 'string', title: 'User' },
    readOnlyUsername: { type: 'string', title: 'User that only reads' },
    password: { type: 'string', title: 'Password', writeOnly: true },
    readOnlyPassword: {
      type: 'string',
      title: 'Password of the user that only reads',
      writeOnly: true,
    },
    url: { type: 'string', title: 'Connection string', writeOnly: true },
    readOnlyUrl: {
      type: 'string',
      title: 'Connection string that only reads',
      writeOnly: true,
    },
  },
  required: ['host', 'port', 'database', 'name', 'username'],
  additionalProperties: false,
};
