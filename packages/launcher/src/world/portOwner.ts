import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { readProcessIdentity } from '../../bin/bootstrap/processIdentity.mjs';

const run = promisify(execFile);

/**
 * Names the process that listens on a port: `node (pid 123)`. Undefined when
 * it belongs to somebody else or the system does not tell.
 */
export async function findPortOwner(port: number): Promise<string | undefined> {
  const inodes = await listeningInodes(port);
  return inodes ? findByInode(inodes) : findByLsof(port);
}

/** Undefined where there is no /proc. */
async function listeningInodes(port: number): Promise<string[] | undefined> {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  const inodes: string[] = [];
  let isReadable = false;
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const content = await readFile(table, 'utf8').catch(() => undefined);
    isReadable ||= content !== undefined;
    for (const line of content?.split('\n').slice(1) ?? []) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      // 0A is LISTEN.
      if (state === '0A' && local.endsWith(`:${hexPort}`)) {
        inodes.push(inode);
      }
    }
  }
  return isReadable ? inodes : undefined;
}

async function findByInode(inodes: string[]): Promise<string | undefined> {
  const wanted = new Set(inodes.map(inode => `socket:[${inode}]`));
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) {
      continue;
    }
    // Other people's processes cannot be looked into.
    const files = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const file of files) {
      const target = await readlink(`/proc/${pid}/fd/${file}`).catch(() => '');
      if (wanted.has(target)) {
        return describe(pid);
      }
    }
  }
  return undefined;
}

/** Node programs all have the same name, so their first argument is told too. */
async function describe(pid: string): Promise<string> {
  const identity = await readProcessIdentity(Number(pid));
  const [program = '', ...args] = identity?.commandLine.split(' ') ?? [];
  const argument = args.find(each => !each.startsWith('-')) ?? '';
  const name = `${basename(program) || 'a process'} ${argument}`.trim();
  return `${name} (pid ${pid})`;
}

async function findByLsof(port: number): Promise<string | undefined> {
  try {
    const { stdout } = await run('lsof', [
      '-nP',
      `-iTCP:${port}`,
      '-sTCP:LISTEN',
      '-Fp',
    ]);
    const pid = /^p(\d+)$/m.exec(stdout)?.[1];
    return pid && describe(pid);
  } catch {
    return undefined;
  }
}
