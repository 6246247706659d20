import { NotFoundError, ResponseError } from '@backstage/errors';
import type { GiteaIntegrationConfig } from '@backstage/integration';
import { getGiteaRequestOptions } from '@backstage/integration';

export interface GiteaRepository {
  htmlUrl: string;
  defaultBranch: string;
}

export interface GiteaCommit {
  sha: string;
  fileUrl: string;
}

export interface GiteaFile {
  path: string;
  content: Buffer;
  branch: string;
  message: string;
  author?: { name: string; email: string };
}

export interface GiteaClientOptions {
  config: GiteaIntegrationConfig;
  owner: string;
  repo: string;
  signal?: AbortSignal;
}

/** The few calls of Gitea's REST API that committing one file takes. */
export class GiteaClient {
  private readonly baseUrl: string;
  private readonly options: GiteaClientOptions;

  constructor(options: GiteaClientOptions) {
    this.options = options;
    this.baseUrl = options.config.baseUrl ?? `https://${options.config.host}`;
  }

  async getRepository(): Promise<GiteaRepository> {
    const response = await this.request('');
    if (response.status === 404) {
      const { owner, repo, config } = this.options;
      throw new NotFoundError(
        `No repository '${owner}/${repo}' on '${config.host}'`,
      );
    }
    const body = await readRecord(response);
    return {
      htmlUrl: readString(body, 'html_url') ?? this.webUrl(),
      defaultBranch: readString(body, 'default_branch') ?? 'main',
    };
  }

  async hasFile(path: string, branch: string): Promise<boolean> {
    const response = await this.request(
      `/contents/${encodePath(path)}?ref=${encodeURIComponent(branch)}`,
    );
    if (response.status === 404) {
      return false;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return true;
  }

  async createFile(file: GiteaFile): Promise<GiteaCommit> {
    const response = await this.request(`/contents/${encodePath(file.path)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        content: file.content.toString('base64'),
        branch: file.branch,
        message: file.message,
        ...(file.author ? { author: file.author } : {}),
      }),
    });
    const body = await readRecord(response);
    return {
      sha: readString(readNested(body, 'commit'), 'sha') ?? '',
      fileUrl:
        readString(readNested(body, 'content'), 'html_url') ??
        `${this.webUrl()}/src/branch/${file.branch}/${encodePath(file.path)}`,
    };
  }

  private webUrl(): string {
    const { owner, repo } = this.options;
    return `${this.baseUrl}/${owner}/${repo}`;
  }

  private request(path: string, init: RequestInit = {}): Promise<Response> {
    const { config, owner, repo, signal } = this.options;
    const repository = `${encodeURIComponent(owner)}/${encodeURIComponent(
      repo,
    )}`;
    return fetch(`${this.baseUrl}/api/v1/repos/${repository}${path}`, {
      ...init,
      headers: {
        Accept: 'application/json',
        ...getGiteaRequestOptions(config).headers,
        ...init.headers,
      },
      signal,
    });
  }
}

type JsonRecord = Record<string, unknown>;

async function readRecord(response: Response): Promise<JsonRecord> {
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  const body: unknown = await response.json();
  return isRecord(body) ? body : {};
}

function readNested(body: JsonRecord, key: string): JsonRecord {
  const value = body[key];
  return isRecord(value) ? value : {};
}

function readString(body: JsonRecord, key: string): string | undefined {
  const value = body[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
