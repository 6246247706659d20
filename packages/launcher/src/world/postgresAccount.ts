import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '../report.ts';

const run = promisify(execFile);

/** Who Postgres runs as. */
export interface PostgresAccount {
  /** Whom its files belong to; undefined for the present user. */
  owner?: { uid: number; gid: number };
  /** For starting a process as the owner. */
  ids: { uid?: number; gid?: number };
  /** Put before the command where ids alone do not do. */
  wrapper: string[];
}

/**
 * Postgres refuses to run as root, so a launcher that does hands it to the
 * account that owns the data, to `postgres`, or to `nobody`. No account is
 * created.
 *
 * @param folders - folders that Postgres reads or writes
 */
export async function postgresAccount(
  dataFolder: string,
  folders: string[],
): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) {
    return { ids: {}, wrapper: [] };
  }
  const account =
    (await ownerOf(dataFolder)) ??
    (await lookUp('postgres')) ??
    (await lookUp('nobody'));
  if (!account) {
    throw new Failure(
      'Postgres does not run as root, and there is no other account',
      { hint: 'Run the command as an ordinary user.' },
    );
  }
  for (const folder of folders) {
    if (!(await canReach(folder, account.uid))) {
      const wrapper = await reachEverything(folder, account);
      return { owner: account, ids: {}, wrapper };
    }
  }
  return { owner: account, ids: account, wrapper: [] };
}

async function ownerOf(
  folder: string,
): Promise<{ uid: number; gid: number } | undefined> {
  const owner = await stat(folder).catch(() => undefined);
  return owner && owner.uid !== 0
    ? { uid: owner.uid, gid: owner.gid }
    : undefined;
}

async function lookUp(
  name: string,
): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async option =>
        Number((await run('id', [option, name])).stdout),
      ),
    );
    return { uid, gid };
  } catch {
    return undefined;
  }
}

/** Whether every folder on the way down lets the account through. */
async function canReach(folder: string, uid: number): Promise<boolean> {
  const { mode, uid: owner } = await stat(folder);
  const bit = owner === uid ? 0o100 : 0o001;
  if ((mode & bit) === 0) {
    return false;
  }
  const parent = dirname(folder);
  return parent === folder || canReach(parent, uid);
}

/**
 * Root's home is closed to others, and a checkout may well lie in it. Linux
 * lets an ordinary account keep the one right to pass through.
 */
async function reachEverything(
  folder: string,
  account: { uid: number; gid: number },
): Promise<string[]> {
  const wrapper = [
    'setpriv',
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--',
  ];
  try {
    await run(wrapper[0], [...wrapper.slice(1), 'true']);
    return wrapper;
  } catch (error) {
    throw new Failure(
      `Postgres does not run as root, and no other account reaches ${folder}`,
      {
        hint: 'Run the command as an ordinary user, or move the checkout out of a closed folder.',
        cause: error,
      },
    );
  }
}
