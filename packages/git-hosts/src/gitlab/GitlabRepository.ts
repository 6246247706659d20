import { z } from 'zod';
import type { HostApi } from '../http/HostApi';
import {
  firstLineSchema,
  utcInstantSchema,
  webAddressSchema,
} from '../objects';
import type {
  FindLastCommitOptions,
  RepositoryBranch,
  RepositoryCommit,
  RepositoryFile,
  RepositoryFileList,
  RepositorySource,
} from '../RepositoryClient';

const commitsSchema = z
  .array(
    z.object({
      id: z.string(),
      web_url: webAddressSchema,
      title: firstLineSchema,
      author_name: z.string().optional(),
      committed_date: utcInstantSchema,
    }),
  )
  .transform(([commit]) =>
    commit
      ? {
          id: commit.id,
          date: commit.committed_date,
          author: commit.author_name || undefined,
          message: commit.title || undefined,
          url: commit.web_url,
        }
      : undefined,
  );

const projectSchema = z.object({ default_branch: z.string().nullish() });

const branchSchema = z
  .object({
    commit: z.object({ id: z.string() }),
    protected: z.boolean().optional(),
  })
  .transform(({ commit, protected: isProtected }) => ({
    commit: commit.id,
    isProtected,
  }));

const treeSchema = z.array(z.object({ path: z.string(), type: z.string() }));

const fileSchema = z
  .object({ blob_id: z.string(), content: z.string() })
  .transform(({ blob_id: sha, content }) => ({
    sha,
    content: Buffer.from(content, 'base64').toString('utf8'),
  }));

/** A hundred entries each; GitLab gives no more at once. */
const MAX_TREE_PAGES = 50;

/** What is in a repository on GitLab, by its REST API. */
export class GitlabRepository implements RepositorySource {
  readonly #api: HostApi;

  constructor(api: HostApi) {
    this.#api = api;
  }

  async findDefaultBranch(): Promise<string | undefined> {
    const found = await this.#api.find('', { schema: projectSchema });
    return found?.default_branch || undefined;
  }

  async getBranch(name: string): Promise<RepositoryBranch | undefined> {
    return this.#api.find(`/repository/branches/${encodeURIComponent(name)}`, {
      schema: branchSchema,
    });
  }

  async listFiles(commit: string): Promise<RepositoryFileList> {
    const query = new URLSearchParams({
      ref: commit,
      recursive: 'true',
      pagination: 'keyset',
      per_page: '100',
    });
    const files: RepositoryFileList['files'] = [];
    let url: string | undefined;
    for (let page = 0; page < MAX_TREE_PAGES; page++) {
      const { items, nextUrl } = await this.#api.getPage(
        `/repository/tree?${query}`,
        {
          schema: treeSchema,
          page: { url },
          isAbsent: ({ status }) => status === 404,
        },
      );
      files.push(
        ...items
          .filter(({ type }) => type === 'blob')
          .map(({ path }) => ({ path, sizeBytes: undefined })),
      );
      url = nextUrl;
      if (!url) {
        break;
      }
    }
    return { files, isTruncated: url !== undefined };
  }

  async readFile(
    path: string,
    ref: string,
  ): Promise<RepositoryFile | undefined> {
    const query = new URLSearchParams({ ref });
    return this.#api.find(
      `/repository/files/${encodeURIComponent(path)}?${query}`,
      { schema: fileSchema },
    );
  }

  findLastCommit(
    path: string,
    { ref, signal }: FindLastCommitOptions,
  ): Promise<RepositoryCommit | undefined> {
    const query = new URLSearchParams({ ref_name: ref, path, per_page: '1' });
    return this.#api.request(`/repository/commits?${query}`, {
      schema: commitsSchema,
      signal,
    });
  }
}
