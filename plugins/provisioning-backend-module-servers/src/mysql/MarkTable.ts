import type {
  Connection,
  ResultSetHeader,
  RowDataPacket,
} from 'mysql2/promise';
import type { ResourceMark } from '../shared/ResourceMark';

const NO_SUCH_TABLE = 1146;
const UNKNOWN_DATABASE = 1049;
const DUPLICATE_COLUMN = 1060;

/**
 * The marks of all resources on a server, in a schema of their own: MySQL has no
 * room for a text at databases and users that MariaDB has, too.
 */
export class MarkTable {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async find(name: string): Promise<ResourceMark | undefined> {
    return (await this.#select('WHERE name = ?', [name]))[0];
  }

  async list(): Promise<ResourceMark[]> {
    return this.#select('ORDER BY name', []);
  }

  /** Writes a mark where there is none of that name. */
  async claim({
    resourceId,
    installationId,
    name,
  }: ResourceMark): Promise<void> {
    await this.#ensureTable();
    await this.#connection.query(
      `INSERT IGNORE INTO atrium_provisioning.resources
        (name, resource_id, installation_id) VALUES (?, ?, ?)`,
      [name, resourceId, installationId ?? null],
    );
  }

  async #ensureTable(): Promise<void> {
    await this.#connection.query(
      'CREATE DATABASE IF NOT EXISTS atrium_provisioning CHARACTER SET utf8mb4',
    );
    await this.#connection.query(
      `CREATE TABLE IF NOT EXISTS atrium_provisioning.resources (
        name varchar(64) PRIMARY KEY,
        resource_id char(36) NOT NULL,
        fingerprint varchar(255),
        generation int,
        installation_id varchar(63)
      )`,
    );
    // A table of before marks named the portal; MySQL has no IF NOT EXISTS for it.
    const [columns] = await this.#connection.query<RowDataPacket[]>(
      "SHOW COLUMNS FROM atrium_provisioning.resources LIKE 'installation_id'",
    );
    if (columns.length === 0) {
      await this.#connection
        .query(
          'ALTER TABLE atrium_provisioning.resources ADD installation_id varchar(63)',
        )
        .catch(error => {
          if (errnoOf(error) !== DUPLICATE_COLUMN) {
            throw error;
          }
        });
    }
  }

  /** Says what was finished. */
  async write(mark: ResourceMark): Promise<void> {
    const { name, resourceId, installationId, fingerprint, generation } = mark;
    await this.#ensureTable();
    await this.#connection.query<ResultSetHeader>(
      `UPDATE atrium_provisioning.resources
        SET fingerprint = ?, generation = ?, installation_id = ?
        WHERE name = ? AND resource_id = ?`,
      [
        fingerprint ?? null,
        generation ?? null,
        installationId ?? null,
        name,
        resourceId,
      ],
    );
  }

  async remove(name: string): Promise<void> {
    await this.#connection.query(
      'DELETE FROM atrium_provisioning.resources WHERE name = ?',
      [name],
    );
  }

  async #select(rest: string, values: string[]): Promise<ResourceMark[]> {
    try {
      const [rows] = await this.#connection.query<RowDataPacket[]>(
        `SELECT * FROM atrium_provisioning.resources ${rest}`,
        values,
      );
      return rows.map(row => ({
        name: row.name,
        resourceId: row.resource_id,
        installationId: row.installation_id ?? undefined,
        fingerprint: row.fingerprint ?? undefined,
        generation: row.generation ?? undefined,
      }));
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === NO_SUCH_TABLE || errno === UNKNOWN_DATABASE) {
        return [];
      }
      throw error;
    }
  }
}

function errnoOf(error: unknown): unknown {
  return error instanceof Object && 'errno' in error ? error.errno : undefined;
}
