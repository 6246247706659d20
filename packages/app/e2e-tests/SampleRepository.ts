const gitUrl = process.env.ATRIUM_GIT_URL ?? 'http://localhost:7008';

interface CommitStatus {
  context: string;
  status: string;
  description: string;
}

/** A repository that a test makes for itself, as the payments developer does. */
export class SampleRepository {
  readonly name: string;

  private constructor(name: string) {
    this.name = name;
  }

  static async create(): Promise<SampleRepository> {
    const repository = new SampleRepository(`journey-${Date.now()}`);
    await call('POST', '/orgs/acme/repos', {
      body: { name: repository.name, default_branch: 'main' },
    });
    return repository;
  }

  /** Commits a file to the default branch. */
  async write(path: string, content: string): Promise<void> {
    const file = `/repos/acme/${this.name}/contents/${path}`;
    const existing = await call('GET', file).catch(() => undefined);
    await call(existing ? 'PUT' : 'POST', file, {
      body: {
        content: Buffer.from(content).toString('base64'),
        message: `Change ${path}`,
        branch: 'main',
        sha: existing?.sha,
      },
    });
  }

  /** What the portal says of the latest commit, on its host. */
  async findStatus(): Promise<CommitStatus | undefined> {
    const { statuses } = await call(
      'GET',
      `/repos/acme/${this.name}/commits/main/status`,
    );
    return statuses.find(
      ({ context }: CommitStatus) => context === 'atrium/catalog',
    );
  }

  async delete(): Promise<void> {
    await call('DELETE', `/repos/acme/${this.name}`, {
      // Only administrators of the host may.
      user: 'platform-admin',
    });
  }
}

async function call(
  method: string,
  path: string,
  options: { body?: object; user?: string } = {},
) {
  const { body, user = 'payments-dev' } = options;
  const response = await fetch(`${gitUrl}/api/v1${path}`, {
    method,
    headers: {
      Authorization: `Basic ${btoa(`${user}:${user}`)}`,
      'Content-Type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  }
  return text ? JSON.parse(text) : undefined;
}
