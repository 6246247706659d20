import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What the host answers. */
interface HostState {
  lists: Record<string, unknown[]>;
  pageSize: number;
  remaining: number;
}

/** GitHub's API on loopback, by the simulator, in a process of its own. */
export class GithubHost {
  readonly url: string;
  readonly #child: ChildProcess;
  #requests: string[] = [];

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.url = `http://127.0.0.1:${port}`;
    child.on('message', (message: { request?: string }) => {
      if (message.request) {
        this.#requests.push(message.request);
      }
    });
  }

  static async start(): Promise<GithubHost> {
    const child = fork(require.resolve('./main.mts'), [], {
      execArgv: [],
      env: { PATH: process.env.PATH },
    });
    const exit = once(child, 'exit').then(([code]) => {
      throw new Error(`The GitHub host ended with code ${code}`);
    });
    const [{ port }] = await Promise.race([once(child, 'message'), exit]);
    exit.catch(() => {});
    return new GithubHost(child, port);
  }

  async set(state: Partial<HostState>): Promise<void> {
    const answer = new Promise<void>(resolve => {
      const listen = (message: { isSet?: boolean }) => {
        if (message.isSet) {
          this.#child.off('message', listen);
          resolve();
        }
      };
      this.#child.on('message', listen);
    });
    this.#child.send(state);
    await answer;
  }

  /** What was asked since the last time, in order, with the answer's status. */
  async takeRequests(): Promise<string[]> {
    // Answered after every request that was noted before.
    await this.set({});
    const requests = this.#requests;
    this.#requests = [];
    return requests;
  }

  async stop(): Promise<void> {
    const exit = once(this.#child, 'exit');
    this.#child.disconnect();
    await exit;
  }
}
