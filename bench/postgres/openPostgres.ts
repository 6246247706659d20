import { createDatabase } from '@atrium/launcher/src/world/createDatabase.ts';
import { startPostgres } from '@atrium/launcher/src/world/postgres.ts';
import { Supervisor } from '@atrium/launcher/src/world/Supervisor.ts';
import pg from 'pg';
import { readMark } from './databaseMark.ts';

/** Where to measure; without it the embedded server is started. */
const URL_VARIABLE = 'ATRIUM_BENCH_POSTGRES_URL';
const PASSWORD = 'bench-of-a-plugin';

interface OpenPostgresOptions {
  /** The plugin that is measured: its name is that of its schema. */
  plugin: string;
  home: string;
  /** That of the plugin's backend; the embedded server listens on the next. */
  port: number;
  /** Further settings of the connections that the bench makes itself. */
  settings?: string;
  /** Whether what an earlier run has filled, and marked so, does for this one. */
  fits?(mark: string): boolean;
}

/** A database that is empty, unless it fits as an earlier run has left it. */
export interface BenchPostgres {
  url: string;
  pool: pg.Pool;
  isFilled: boolean;
}

/** Opens the server that the environment names, or the embedded one. */
export async function openPostgres(
  options: OpenPostgresOptions,
  cleanups: (() => Promise<void>)[],
): Promise<BenchPostgres> {
  const { plugin, settings = '', fits } = options;
  const database = `atrium_bench_${plugin}`;
  const server =
    process.env[URL_VARIABLE] ?? (await startEmbedded(options, cleanups));
  const admin = new pg.Client(server);
  await admin.connect();
  const mark = await readMark(admin, database);
  const isFilled = mark !== undefined && fits?.(mark) === true;
  if (!isFilled) {
    await admin.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    await admin.query(`CREATE DATABASE "${database}"`);
  }
  await admin.end();
  const url = new URL(server);
  url.pathname = database;
  const pool = new pg.Pool({
    connectionString: String(url),
    max: 2,
    // Backstage keeps one schema per plugin.
    options: `-c search_path=${plugin} ${settings}`,
  });
  // Whoever stops the server first ends idle connections too.
  pool.on('error', () => {});
  cleanups.push(() => pool.end());
  return { url: String(url), pool, isFilled };
}

async function startEmbedded(
  { home, port }: OpenPostgresOptions,
  cleanups: (() => Promise<void>)[],
): Promise<string> {
  const supervisor = new Supervisor();
  cleanups.push(() => supervisor.stopAll());
  const access = { port: port + 1, password: PASSWORD };
  await startPostgres({ supervisor, home, isDurable: true, ...access });
  await createDatabase('atrium', access);
  return `postgres://postgres:${PASSWORD}@127.0.0.1:${access.port}/postgres`;
}
