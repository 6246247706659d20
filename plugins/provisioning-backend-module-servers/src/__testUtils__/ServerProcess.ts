import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from './findFreePort';

const START_MS = 30_000;

/** A server that a test starts, on a port and with a folder of its own. */
export class ServerProcess {
  private constructor(
    readonly port: number,
    readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  /** @param command - the program and what it is told, for a port and a folder */
  static async start(
    command: (options: {
      port: number;
      folder: string;
    }) => Promise<[string, ...string[]]>,
  ): Promise<ServerProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'atrium-server-'));
    const port = await findFreePort();
    const [program, ...options] = await command({ port, folder });
    const child = spawn(program, options, { stdio: 'ignore' });
    const server = new ServerProcess(port, folder, child);
    for (let waited = 0; !(await takesConnections(port)); waited += 50) {
      if (waited > START_MS || child.exitCode !== null) {
        await server.stop();
        throw new Error(`${program} does not listen`);
      }
      await sleep(50);
    }
    return server;
  }

  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.child;
    if (exitCode === null && signalCode === null) {
      this.child.kill('SIGKILL');
      await once(this.child, 'exit');
    }
    await rm(this.folder, { recursive: true });
  }
}

async function takesConnections(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
