import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

const MODULE = resolve(
  resolvePackagePath('@atrium/plugin-scaffolder-backend-module-atrium'),
  '../../packages/sandbox/src/git/__testUtils__/createTestGitHost.ts',
);

// The sandbox is a program of its own: talked to by HTTP, never imported.
const SCRIPT = `
  const { createTestGitHost } = await import(${JSON.stringify(MODULE)});
  const host = await createTestGitHost();
  process.stdin.once('end', () => host.close()).resume();
  console.log(JSON.stringify({ url: host.url, token: host.config.gitToken }));
`;

/** The git host of the sandbox, in a process of its own. */
export class SandboxGitHost {
  readonly url: string;
  readonly token: string;
  readonly close: () => Promise<void>;

  private constructor(options: {
    url: string;
    token: string;
    close: () => Promise<void>;
  }) {
    this.url = options.url.replace('127.0.0.1', 'localhost');
    this.token = options.token;
    this.close = options.close;
  }

  static async start(): Promise<SandboxGitHost> {
    const child = spawn(
      process.execPath,
      ['--input-type=module', '--eval', SCRIPT],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const lines = createInterface({ input: child.stdout });
    const [line]: string[] = await Promise.race([
      once(lines, 'line'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`The git host ended with ${code}`);
      }),
    ]);
    return new SandboxGitHost({
      ...JSON.parse(line),
      async close() {
        const isGone = once(child, 'exit');
        child.stdin.end();
        await isGone;
      },
    });
  }

  get host(): string {
    return new URL(this.url).host;
  }

  async call(path: string, body?: object) {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `token ${this.token}`,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    return response.json();
  }

  /** The files at the root of a repository, and the messages of its commits. */
  async inspect(repository: string) {
    const contents: unknown = await this.call(`/repos/${repository}/contents`);
    const commits: unknown = await this.call(`/repos/${repository}/commits`);
    return {
      files: asList(contents).map(({ name }) => name),
      commitCount: asList(commits).length,
    };
  }
}

function asList(value: unknown): { name: string }[] {
  return Array.isArray(value) ? value : [];
}
