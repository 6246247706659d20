import { toIdentifier } from '../shared/names';

/** What things of one resource are called on the server. */
export interface DatabaseNames {
  database: string;
  owner: string;
  reader: string;
}

/** Names for a resource; PostgreSQL takes up to 63 characters. */
export function databaseNames(providerName: string): DatabaseNames {
  const database = toIdentifier(providerName);
  return {
    database,
    owner: `${database}_owner`,
    reader: `${database}_reader`,
  };
}
