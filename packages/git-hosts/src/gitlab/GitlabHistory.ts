import { z } from 'zod';
import type { HostApi } from '../http/HostApi';
import {
  firstLineSchema,
  utcInstantSchema,
  webAddressSchema,
} from '../objects';
import type {
  FindLastCommitOptions,
  RepositoryCommit,
  RepositoryHistory,
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

/** What was committed to a repository on GitLab, by its REST API. */
export class GitlabHistory implements RepositoryHistory {
  readonly #api: HostApi;

  constructor(api: HostApi) {
    this.#api = api;
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
