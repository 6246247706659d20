import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { GitClone } from './GitClone';

export interface StartGithubHostOptions {
  /** The folder of the bare repositories. */
  root: string;
  organization: string;
}

/** GitHub on loopback: the API simulator, and git over real repositories. */
export class GithubHost {
  /** The only token that the host accepts. */
  static readonly token = 'ghp_of_the_portal';

  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(options: StartGithubHostOptions): Promise<GithubHost> {
    const child = fork(
      require.resolve('./main.mts'),
      [options.root, options.organization, GithubHost.token],
      { execArgv: [], env: { PATH: process.env.PATH } },
    );
    const exit = once(child, 'exit').then(([code]) => {
      throw new Error(`The GitHub host ended with code ${code}`);
    });
    const [{ port }] = await Promise.race([once(child, 'message'), exit]);
    exit.catch(() => {});
    return new GithubHost(child, port);
  }

  async stop(): Promise<void> {
    const exit = once(this.#child, 'exit');
    this.#child.disconnect();
    await exit;
  }

  /** Calls the API as the portal does. */
  call(path: string, body?: object): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${GithubHost.token}`,
        'Content-Type': 'application/json',
      },
      body: body ? JSON.stringify(body) : undefined,
    });
  }

  /** Clones a repository over HTTP, as a developer does. */
  async clone(repository: string, folder: string): Promise<GitClone> {
    const url = new URL(`/${repository}.git`, this.url);
    url.username = 'x-access-token';
    url.password = GithubHost.token;
    return GitClone.create(url.href, folder);
  }
}
