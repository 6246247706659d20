import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const PROGRAM = join(
  __dirname,
  '../../../../packages/sandbox/src/kubernetes/main.ts',
);
const run = promisify(execFile);

/** Whether `npm test` found kubectl on this machine. */
export const describeWithKubectl = (process.env.ATRIUM_TEST_SERVERS ?? '')
  .split(' ')
  .includes('kubectl')
  ? describe
  : describe.skip;

/** The cluster of the sandbox, alone, and kubectl to look at it. */
export class SandboxCluster {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#process = child;
  }

  static async start(): Promise<SandboxCluster> {
    const child = spawn(process.execPath, [PROGRAM], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    return new SandboxCluster(String(line), child);
  }

  async stop() {
    this.#process.kill();
    await once(this.#process, 'exit');
  }

  /** How the portal reaches it with the token of an account. */
  connect(account: 'portal' | 'score' | 'provisioning') {
    return {
      name: 'acme',
      url: this.url,
      token: `sandbox-${account}`,
      checksCertificate: true,
    };
  }

  /** Runs kubectl as an account, or as the administrator. */
  async kubectl(
    account: 'admin' | 'provisioning' | 'secrets',
    args: string[],
  ): Promise<string> {
    // Without TLS kubectl keeps a token to itself, and sends what the address says.
    const credentials =
      account === 'admin'
        ? 'platform-admin:platform-admin'
        : `sandbox:sandbox-${account}`;
    const server = this.url.replace('//', `//${credentials}@`);
    const { stdout } = await run('kubectl', [
      `--server=${server}`,
      '--kubeconfig=/dev/null',
      ...args,
    ]);
    return stdout;
  }
}
