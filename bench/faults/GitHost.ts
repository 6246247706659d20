import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The files of a repository, by path. */
export type RepositoryFiles = ReadonlyMap<string, string>;

/**
 * The part of GitHub's API by which the portal reads the one repository
 * `acme/payments`.
 */
export class GitHost {
  readonly url: string;
  readonly #server: Server;
  #files: RepositoryFiles;
  #commit = 1;
  #isFrozen = false;

  private constructor(port: number, files: RepositoryFiles) {
    this.url = `http://127.0.0.1:${port}`;
    this.#files = files;
    this.#server = createServer((request, response) => {
      if (!this.#isFrozen) {
        const { pathname } = new URL(request.url ?? '/', this.url);
        void this.#answer(pathname, response);
      }
    });
  }

  static async start(port: number, files: RepositoryFiles): Promise<GitHost> {
    const host = new GitHost(port, files);
    host.#server.listen(port, '127.0.0.1');
    await once(host.#server, 'listening');
    return host;
  }

  /** Makes a commit that leaves these files. */
  commit(files: RepositoryFiles): void {
    this.#files = files;
    this.#commit++;
  }

  /** From now on it takes requests and never answers. */
  freeze(): void {
    this.#isFrozen = true;
  }

  /** Answers again; what was asked meanwhile has no answer. */
  thaw(): void {
    this.#isFrozen = false;
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(path: string, response: ServerResponse): Promise<void> {
    const [, below] = /^\/repos\/acme\/payments\/(.*)$/.exec(path) ?? [];
    const [kind, ...rest] = below?.split('/') ?? [];
    const file = this.#files.get(rest.join('/'));
    if (kind === 'contents' && file !== undefined) {
      response.end(file);
    } else if (kind === 'commits') {
      const repository = {
        archive_url: `${this.url}/repos/acme/payments/{archive_format}{/ref}`,
      };
      response.end(
        JSON.stringify({ sha: `commit-${this.#commit}`, repository }),
      );
    } else if (kind === 'tarball') {
      response.end(await pack(this.#files));
    } else {
      response.writeHead(404).end('{"message":"Not Found"}');
    }
  }
}

async function pack(files: RepositoryFiles): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  try {
    for (const [path, content] of files) {
      const file = join(folder, 'acme-payments', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    const { stdout } = await run('tar', ['-czf', '-', 'acme-payments'], {
      cwd: folder,
      encoding: 'buffer',
    });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
