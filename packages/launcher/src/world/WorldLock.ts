import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../../bin/bootstrap/hasCode.mjs';
import { Failure } from '../report.ts';
import { endProcess } from './endProcess.ts';
import {
  isStillRunning,
  readProcessIdentity,
  type ProcessIdentity,
} from '../../bin/bootstrap/processIdentity.mjs';
import { withDoor } from '../../bin/bootstrap/withDoor.mjs';

/** What the launcher writes down about the world it runs. */
export interface RunRecord {
  launcher: ProcessIdentity;
  portalUrl: string;
  /** The environment's ports and addresses, without secrets. */
  basePort: number;
  /** Whether people can use the portal already. */
  isReady: boolean;
  services: ServiceRecord[];
}

export interface ServiceRecord {
  name: string;
  stopSignal: NodeJS.Signals;
  identity: ProcessIdentity;
}

/** Says that another launcher holds the home folder. */
export class AlreadyRunningError extends Error {
  readonly record: RunRecord;

  constructor(record: RunRecord) {
    const { isReady, portalUrl, launcher } = record;
    super(
      `The portal is already ${
        isReady ? 'running' : 'starting'
      } at ${portalUrl} (pid ${launcher.pid})`,
    );
    this.record = record;
  }
}

/**
 * One launcher per home folder. The file also names the services, so that the
 * next start can end what a killed launcher left behind.
 */
export class WorldLock {
  readonly #file: string;
  readonly #record: RunRecord;
  #isReleased = false;

  private constructor(file: string, record: RunRecord) {
    this.#file = file;
    this.#record = record;
  }

  /**
   * Takes the lock, taking over that of a launcher that no longer lives.
   *
   * @throws AlreadyRunningError when it does live
   */
  static async acquire(
    home: string,
    run: { portalUrl: string; basePort: number },
  ): Promise<WorldLock> {
    await mkdir(home, { recursive: true });
    const file = lockFile(home);
    const launcher = await readProcessIdentity(process.pid);
    if (!launcher) {
      throw new Failure('The launcher cannot read its own process', {
        hint: 'On a system without /proc the command ps is needed.',
      });
    }
    const record: RunRecord = {
      launcher,
      ...run,
      isReady: false,
      services: [],
    };
    // Looking at the lock and taking it are two steps, and between them
    // another launcher could do the same.
    await withDoor(join(home, 'run.door'), async () => {
      await removeStale(file);
      await writeFile(file, serialize(record), { flag: 'wx', mode: 0o600 });
    });
    return new WorldLock(file, record);
  }

  async setServices(services: ServiceRecord[]): Promise<void> {
    this.#record.services = services;
    await this.#write();
  }

  /** Writes down that the portal can be used. */
  async setReady(): Promise<void> {
    this.#record.isReady = true;
    await this.#write();
  }

  async release(): Promise<void> {
    this.#isReleased = true;
    await rm(this.#file, { force: true });
  }

  async #write(): Promise<void> {
    if (this.#isReleased) {
      // By then it may be the lock of another launcher.
      return;
    }
    const incoming = `${this.#file}.${process.pid}`;
    await writeFile(incoming, serialize(this.#record), { mode: 0o600 });
    await rename(incoming, this.#file);
  }
}

/** The record of the world that runs in a home folder, if one does. */
export async function readRunningWorld(
  home: string,
): Promise<RunRecord | undefined> {
  const record = parse(await readIfPresent(lockFile(home)));
  return record && (await isStillRunning(record.launcher)) ? record : undefined;
}

async function removeStale(file: string): Promise<void> {
  const content = await readIfPresent(file);
  if (content === undefined) {
    return;
  }
  const record = parse(content);
  if (record && (await isStillRunning(record.launcher))) {
    throw new AlreadyRunningError(record);
  }
  await endOrphans(record?.services ?? []);
  await rm(file, { force: true });
}

async function endOrphans(services: ServiceRecord[]): Promise<void> {
  for (const service of [...services].reverse()) {
    await endProcess(service.identity, {
      signal: service.stopSignal,
      graceSeconds: 5,
      group: false,
    });
  }
}

function lockFile(home: string): string {
  return join(home, 'run.json');
}

async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return undefined;
    }
    throw error;
  }
}

function serialize(record: RunRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`;
}

function parse(content: string | undefined): RunRecord | undefined {
  try {
    const value = JSON.parse(content ?? '');
    return typeof value?.launcher?.pid === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}
