import { shortenName, toIdentifier } from '../shared/names';

/** What things of one resource are called on the server. */
export interface MySqlNames {
  database: string;
  owner: string;
  reader: string;
}

/** Names for a resource: users of MySQL have at most 32 characters. */
export function mySqlNames(providerName: string): MySqlNames {
  const database = toIdentifier(providerName);
  const user = shortenName(database, 25);
  return { database, owner: `${user}_owner`, reader: `${user}_reader` };
}
