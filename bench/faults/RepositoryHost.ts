import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const TOKEN = 'token-of-the-repository-host';
const NOWHERE = 'http://127.0.0.1:9';

const SANDBOX = join(import.meta.dirname, '../../packages/sandbox/src');

// The sandbox is a program of its own: talked to by HTTP, never imported.
const SCRIPT = `
  const { createGitHost } = await import(${JSON.stringify(
    join(SANDBOX, 'git/createGitHost.ts'),
  )});
  const { personas } = await import(${JSON.stringify(
    join(SANDBOX, 'personas.ts'),
  )});
  const config = JSON.parse(process.argv[1]);
  const host = await createGitHost({ personas, config });
  await host.listen();
  process.stdin.once('end', () => host.close()).resume();
  console.log('ready');
`;

/** What is in a repository. */
export interface RepositoryContent {
  commitCount: number;
  files: string[];
}

/** The git host that templates make repositories on: that of the sandbox, empty. */
export class RepositoryHost {
  readonly url: string;
  readonly token = TOKEN;
  readonly stop: () => Promise<void>;

  private constructor(url: string, stop: () => Promise<void>) {
    this.url = url;
    this.stop = stop;
  }

  static async start(port: number, home: string): Promise<RepositoryHost> {
    const gitUrl = `http://localhost:${port}`;
    await mkdir(join(home, 'examples', 'acme'), { recursive: true });
    const config = {
      root: home,
      stateDir: join(home, 'repositories'),
      portalUrl: NOWHERE,
      gitUrl,
      gitToken: TOKEN,
      webhookSecret: '',
      deliverySecret: '',
      identityUrl: NOWHERE,
      oidcClientSecret: '',
      kubernetesUrl: NOWHERE,
      kubernetesTokens: {
        portal: '',
        score: '',
        provisioning: '',
        secrets: '',
      },
      metricsUrl: NOWHERE,
      sloToken: '',
    };
    const child = spawn(
      process.execPath,
      ['--input-type=module', '--eval', SCRIPT, JSON.stringify(config)],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    await Promise.race([
      once(createInterface({ input: child.stdout }), 'line'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`The repository host ended with ${code}`);
      }),
    ]);
    return new RepositoryHost(gitUrl, async () => {
      const isGone = once(child, 'exit');
      child.stdin.end();
      await isGone;
    });
  }

  get host(): string {
    return new URL(this.url).host;
  }

  /** Undefined where there is no such repository. */
  async read(name: string): Promise<RepositoryContent | undefined> {
    const [commits, files] = await Promise.all([
      this.#list(`/repos/acme/${name}/commits`),
      this.#list(`/repos/acme/${name}/contents`),
    ]);
    const isThere = (await this.#ask(`/repos/acme/${name}`)).ok;
    return isThere
      ? {
          commitCount: commits.length,
          files: files.map(file => String(Object(file).name)),
        }
      : undefined;
  }

  /** Empty where the repository is. */
  async #list(path: string): Promise<unknown[]> {
    const response = await this.#ask(path);
    const answer: unknown = await response.json();
    return Array.isArray(answer) ? answer : [];
  }

  #ask(path: string): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, {
      headers: { authorization: `token ${TOKEN}` },
    });
  }
}
