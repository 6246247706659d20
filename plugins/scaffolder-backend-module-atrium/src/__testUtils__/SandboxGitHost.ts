import { startSandboxGitHost } from '@atrium/git-hosts/testUtils';

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
    return new SandboxGitHost(await startSandboxGitHost());
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
