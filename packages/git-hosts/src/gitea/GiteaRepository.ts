import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { z } from 'zod';
import { GithubCompatibleRepository } from '../GithubCompatibleRepository';
import { encodePath } from '../http/encodePath';
import type {
  HostPage,
  HostRefusal,
  ListRequest,
  PageRequest,
} from '../http/HostApi';
import {
  commitFilesSchema,
  commitSchema,
  type Issue,
  issueSchema,
  type PullRequest,
  pullRequestSchema,
  type Release,
  releaseSchema,
  repositorySchema,
  type Review,
  type WorkflowJob,
  workflowJobSchema,
} from '../objects';
import { pullRequestFor } from '../pullRequestFor';
import type {
  RepositoryChange,
  RepositoryClient,
  RepositoryFileChange,
  RepositoryHandover,
  RepositoryInfo,
  RepositoryRuns,
  RerunRequest,
  RunAttempt,
} from '../RepositoryClient';
import {
  giteaReviewSchema,
  type GiteaWorkflowRun,
  giteaWorkflowRunSchema,
} from './giteaObjects';

/** As many as Gitea gives at once, unless it is set up otherwise. */
const PAGE_SIZE = 'limit=50';

const giteaRepositorySchema = repositorySchema.extend({
  private: z.boolean().default(true),
  // For whoever has an account.
  internal: z.boolean().default(false),
  has_pull_requests: z.boolean().default(false),
});
const changedSchema = z.object({
  commit: z.object({ sha: z.string(), html_url: z.string() }),
});
const branchSchema = z.object({ commit: z.object({ id: z.string() }) });
const stateSchema = z.object({ empty: z.boolean() });
const branchMessageSchema = z.object({
  commit: z.object({ message: z.string() }),
});
const pullSchema = z.object({ html_url: z.string() });
// Some versions send no address of the next page with runs and their jobs.
const totalSchema = z.number().optional();
const runListSchema = z
  .object({
    total_count: totalSchema,
    workflow_runs: z.array(giteaWorkflowRunSchema).nullable(),
  })
  .transform(({ total_count: total, workflow_runs: runs }) => ({
    items: runs ?? [],
    total,
  }));
const jobsSchema = z.array(workflowJobSchema).nullish();
// They were called otherwise at first.
const jobListSchema = z
  .object({
    total_count: totalSchema,
    jobs: jobsSchema,
    workflow_jobs: jobsSchema,
  })
  .transform(({ total_count: total, jobs, workflow_jobs: earlierJobs }) => ({
    items: jobs ?? earlierJobs ?? [],
    total,
  }));

/** How Gitea says that a file is not what it was taken for. */
const CHANGED_MEANWHILE = /sha does not match|already exists|does not exist/i;

/** A repository on Gitea or Forgejo, by its REST API. */
export class GiteaRepository
  extends GithubCompatibleRepository
  implements RepositoryClient, RepositoryRuns<GiteaWorkflowRun>
{
  // Without these the host reads the change itself for every commit.
  protected readonly singleCommit =
    'limit=1&stat=false&verification=false&files=false';
  protected readonly hasTreePages = true;

  async getInfo(): Promise<RepositoryInfo> {
    const found = await this.describe(giteaRepositorySchema);
    return {
      url: found.html_url,
      defaultBranch: found.default_branch,
      isPublic: !found.private && !found.internal,
      handover: found.has_pull_requests ? 'pull-request' : 'commit',
    };
  }

  /** Whether it is there, and whether somebody has pushed to it. */
  async getState(): Promise<'absent' | 'empty' | 'filled'> {
    const found = await this.api.find('', { schema: stateSchema });
    if (!found) {
      return 'absent';
    }
    return found.empty ? 'empty' : 'filled';
  }

  /** The message of the newest commit of a branch. */
  async readHeadMessage(branch: string): Promise<string | undefined> {
    const found = await this.api.find(`/branches/${encodePath(branch)}`, {
      schema: branchMessageSchema,
    });
    return found?.commit.message;
  }

  async getHead(branch: string): Promise<string> {
    const { commit } = await this.api.request(
      `/branches/${encodePath(branch)}`,
      { schema: branchSchema },
    );
    return commit.id;
  }

  async handOver(change: RepositoryChange): Promise<RepositoryHandover> {
    const { handover } = await this.getInfo();
    if (handover === 'commit') {
      return this.#commit(change);
    }
    const pullRequest = pullRequestFor(change.message);
    const { commit } = await this.#commit(change, pullRequest.head);
    const { html_url: url } = await this.api.request('/pulls', {
      schema: pullSchema,
      method: 'POST',
      body: { ...pullRequest, base: change.branch },
    });
    return { kind: 'pull-request', url, commit };
  }

  /** Commits all files at once, to the branch itself or to a new one from it. */
  async #commit(
    change: RepositoryChange,
    newBranch?: string,
  ): Promise<RepositoryHandover> {
    const { fullName } = this.repository;
    const { files, branch, message, author } = change;
    const { commit } = await this.api.request('/contents', {
      schema: changedSchema,
      method: 'POST',
      body: {
        files: files.map(toFileOperation),
        branch,
        new_branch: newBranch,
        message,
        author,
      },
      toError: ({ status, message: said }) => {
        if (status === 409 || CHANGED_MEANWHILE.test(said)) {
          return new ConflictError(
            `'${fullName}' has changed meanwhile; nothing was written: ${said}`,
          );
        }
        return status === 422
          ? new InputError(`'${fullName}' does not take it: ${said}`)
          : undefined;
      },
    });
    return { kind: 'commit', url: commit.html_url, commit: commit.sha };
  }

  async listChangedFiles(commit: string): Promise<string[]> {
    return this.api.request(
      `/git/commits/${encodeURIComponent(
        commit,
      )}?stat=false&verification=false&files=true`,
      { schema: commitFilesSchema },
    );
  }

  listPullRequests(page: PageRequest): Promise<HostPage<PullRequest>> {
    const path = `/pulls?state=all&sort=recentupdate&${PAGE_SIZE}`;
    return this.#list(path, z.array(pullRequestSchema), page);
  }

  /**
   * When the first commit was made.
   *
   * @remarks Of more than fifty commits the first is taken for as old as the
   * oldest of the newest fifty.
   */
  async findFirstCommitAt(
    pullRequestNumber: number,
  ): Promise<string | undefined> {
    const commits = await this.api.request(
      `/pulls/${pullRequestNumber}/commits?${PAGE_SIZE}&verification=false&files=false`,
      { schema: z.array(commitSchema) },
    );
    const [first] = commits
      .flatMap(({ commit }) => commit.author?.date ?? [])
      .sort((a, b) => Date.parse(a) - Date.parse(b));
    return first;
  }

  listReviews(pullRequestNumber: number): Promise<Review[]> {
    return this.api.request(
      `/pulls/${pullRequestNumber}/reviews?${PAGE_SIZE}`,
      { schema: z.array(giteaReviewSchema) },
    );
  }

  listIssues(page: PageRequest, since: Date): Promise<HostPage<Issue>> {
    // The list cannot be sorted by change in every version.
    const path = `/issues?state=all&type=issues&since=${since.toISOString()}&${PAGE_SIZE}`;
    return this.#list(path, z.array(issueSchema), page);
  }

  listReleases(page: PageRequest): Promise<HostPage<Release>> {
    const path = `/releases?draft=false&${PAGE_SIZE}`;
    return this.#list(path, z.array(releaseSchema), page);
  }

  listRuns(page: PageRequest): Promise<HostPage<GiteaWorkflowRun>> {
    return this.#list(`/actions/runs?${PAGE_SIZE}`, runListSchema, page);
  }

  listJobs({ id }: Pick<RunAttempt, 'id'>): Promise<WorkflowJob[]> {
    return this.api.requestList(
      `/actions/runs/${id}/jobs?${PAGE_SIZE}`,
      jobListSchema,
    );
  }

  async rerun({ id, commit }: RerunRequest): Promise<void> {
    const path = `/actions/runs/${id}`;
    const toError = (refusal: HostRefusal) =>
      toRerunError(refusal, `${this.repository.fullName}${path}`);
    const run = await this.api.request(path, {
      schema: giteaWorkflowRunSchema.pick({ head_sha: true }),
      toError,
    });
    // Before Gitea 1.26 addresses held another number than the API takes.
    if (commit && run.head_sha !== commit) {
      throw new ConflictError(
        `'${this.repository.fullName}${path}' is the run of another commit`,
      );
    }
    await this.api.request(`${path}/rerun`, {
      schema: z.unknown(),
      method: 'POST',
      toError,
    });
  }

  /** A repository may have no Actions, no issues, no releases. */
  async #list<T>(
    path: string,
    schema: ListRequest<T>['schema'],
    { url }: PageRequest,
  ): Promise<HostPage<T>> {
    return this.api.getPage(path, {
      schema,
      page: { url },
      isAbsent: ({ status }) => status === 404,
    });
  }
}

/** What Gitea's refusal means to whoever wants a run started again. */
function toRerunError(
  { status, message }: HostRefusal,
  run: string,
): Error | undefined {
  switch (status) {
    case 401:
    case 403:
      return new NotAllowedError(
        `Gitea does not let the portal start runs again (${run}): its credentials lack the right to write to Actions: ${message}`,
      );
    case 404:
    case 405:
      return new NotFoundError(
        `Gitea does not have that run any more, or is older than 1.26, which cannot start runs again (${run})`,
      );
    case 400:
    case 409:
    case 422:
      return new ConflictError(
        `Gitea cannot start that run again now (${run}): ${message}`,
      );
    default:
      return undefined;
  }
}

function toFileOperation({ path, content, base }: RepositoryFileChange) {
  return {
    operation: base === undefined ? 'create' : 'update',
    path,
    content: Buffer.from(content).toString('base64'),
    sha: base,
  };
}
