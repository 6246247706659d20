import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../report.ts';
import { endProcess } from './endProcess.ts';
import {
  isStillRunning,
  readProcessIdentity,
  type ProcessIdentity,
} from './processIdentity.ts';

/** What the launcher writes down about the world it runs. */
export interface RunRecord {
  launcher: ProcessIdentity;
  portalUrl: string;
  /** The environment's ports and addresses, without secrets. */
  basePort: number;
  services: ServiceRecord[];
}

export interface ServiceRecord {
  name: string;
  stopSignal: NodeJS.Signals;
  identity: ProcessIdentity;
}

/** Longer than ending the orphans of a killed launcher takes at most. */
const DOOR_TIMEOUT_MS = 30_000;

/** Says that another launcher holds the home folder. */
export class AlreadyRunningError extends Error {
  readonly record: RunRecord;

  constructor(record: RunRecord) {
    super(`The portal is already running at ${record.portalUrl}`);
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
    const record: RunRecord = { launcher, ...run, services: [] };
    await withDoor(home, async () => {
      await removeStale(file);
      await writeFile(file, serialize(record), { flag: 'wx', mode: 0o600 });
    });
    return new WorldLock(file, record);
  }

  async setServices(services: ServiceRecord[]): Promise<void> {
    this.#record.services = services;
    const incoming = `${this.#file}.${process.pid}`;
    await writeFile(incoming, serialize(this.#record), { mode: 0o600 });
    await rename(incoming, this.#file);
  }

  async release(): Promise<void> {
    await rm(this.#file, { force: true });
  }
}

/** The record of the world that runs in a home folder, if one does. */
export async function readRunningWorld(
  home: string,
): Promise<RunRecord | undefined> {
  const record = parse(await readIfPresent(lockFile(home)));
  return record && (await isStillRunning(record.launcher)) ? record : undefined;
}

/**
 * Lets one launcher at a time look at the lock and take it: looking and taking
 * are two steps, and between them another one could do the same.
 */
async function withDoor(home: string, enter: () => Promise<void>) {
  const door = join(home, 'run.door');
  while (!(await openDoor(door))) {
    await delay(50);
  }
  try {
    await enter();
  } finally {
    await rm(door, { recursive: true, force: true });
  }
}

async function openDoor(door: string): Promise<boolean> {
  try {
    await mkdir(door);
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) {
      throw error;
    }
  }
  const opened = await stat(door).catch(() => undefined);
  if (opened && Date.now() - opened.mtimeMs > DOOR_TIMEOUT_MS) {
    // Whoever went in was killed there.
    await rm(door, { recursive: true, force: true });
  }
  return false;
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

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
