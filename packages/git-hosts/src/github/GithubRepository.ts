import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { z } from 'zod';
import { GithubCompatibleRepository } from '../GithubCompatibleRepository';
import { encodePath } from '../http/encodePath';
import type { HostPage, HostRefusal, PageRequest } from '../http/HostApi';
import {
  commitFilesSchema,
  commitSchema,
  type Issue,
  instantSchema,
  issueSchema,
  type PullRequest,
  pullRequestSchema,
  type Release,
  releaseSchema,
  repositorySchema,
  type Review,
  reviewSchema,
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
  type GithubCodeScanningAlert,
  githubCodeScanningAlertSchema,
  type GithubDependabotAlert,
  githubDependabotAlertSchema,
  type GithubSecretScanningAlert,
  githubSecretScanningAlertSchema,
} from './githubAlerts';
import {
  type GithubDeployment,
  githubDeploymentSchema,
  type GithubDeploymentStatus,
  githubDeploymentStatusSchema,
  type GithubWorkflow,
  type GithubWorkflowRun,
  githubWorkflowRunSchema,
  githubWorkflowSchema,
} from './githubObjects';

const PAGE_SIZE = 'per_page=100';
const NEWEST_FIRST = `state=all&sort=updated&direction=desc&${PAGE_SIZE}`;

const ALERTS = `sort=updated&direction=desc&hide_secret=true&${PAGE_SIZE}`;

const githubRepositorySchema = repositorySchema.extend({
  visibility: z.string().optional(),
});
const analysesSchema = z.array(z.object({ created_at: instantSchema }));
const refSchema = z.object({ object: z.object({ sha: z.string() }) });
const objectSchema = z.object({ sha: z.string() });
const commitObjectSchema = objectSchema.extend({ tree: objectSchema });
const pullSchema = z.object({ html_url: z.string() });
const runListSchema = z
  .object({ workflow_runs: z.array(githubWorkflowRunSchema) })
  .transform(({ workflow_runs: runs }) => runs);
const workflowListSchema = z
  .object({ workflows: z.array(githubWorkflowSchema) })
  .transform(({ workflows }) => workflows);
const jobListSchema = z
  .object({ jobs: z.array(workflowJobSchema) })
  .transform(({ jobs }) => jobs);

/** A repository on GitHub, by its REST API. */
export class GithubRepository
  extends GithubCompatibleRepository
  implements RepositoryClient, RepositoryRuns<GithubWorkflowRun>
{
  protected readonly singleCommit = 'per_page=1';
  protected readonly hasTreePages = false;

  async getInfo(): Promise<RepositoryInfo> {
    const found = await this.describe(githubRepositorySchema);
    return {
      url: found.html_url,
      defaultBranch: found.default_branch,
      isPublic: found.visibility === 'public',
      handover: 'pull-request',
    };
  }

  async getHead(branch: string): Promise<string> {
    const { object } = await this.api.request(
      `/git/ref/heads/${encodePath(branch)}`,
      { schema: refSchema },
    );
    return object.sha;
  }

  async handOver(change: RepositoryChange): Promise<RepositoryHandover> {
    const { branch, message } = change;
    const head = await this.getHead(branch);
    await Promise.all(change.files.map(file => this.#check(file, head)));
    const sha = await this.#commit(change, head);
    const pullRequest = pullRequestFor(message);
    await this.api.request('/git/refs', {
      schema: refSchema,
      method: 'POST',
      body: { ref: `refs/heads/${pullRequest.head}`, sha },
    });
    const pull = await this.api.request('/pulls', {
      schema: pullSchema,
      method: 'POST',
      body: { ...pullRequest, base: branch },
    });
    return { kind: 'pull-request', url: pull.html_url, commit: sha };
  }

  async #check({ path, base }: RepositoryFileChange, commit: string) {
    const found = await this.readFile(path, commit);
    if (found?.sha !== base) {
      throw new ConflictError(
        `'${path}' of '${this.repository.fullName}' has changed meanwhile; nothing was written`,
      );
    }
  }

  async #commit({ files, message, author }: RepositoryChange, parent: string) {
    const { tree: before } = await this.api.request(`/git/commits/${parent}`, {
      schema: commitObjectSchema,
    });
    const tree = await this.api.request('/git/trees', {
      schema: objectSchema,
      method: 'POST',
      body: {
        base_tree: before.sha,
        tree: await Promise.all(files.map(file => this.#toTreeEntry(file))),
      },
    });
    const { sha } = await this.api.request('/git/commits', {
      schema: commitObjectSchema,
      method: 'POST',
      body: { message, tree: tree.sha, parents: [parent], author },
    });
    return sha;
  }

  async #toTreeEntry({ path, content }: RepositoryFileChange) {
    const { sha } = await this.api.request('/git/blobs', {
      schema: objectSchema,
      method: 'POST',
      body: {
        content: Buffer.from(content).toString('base64'),
        encoding: 'base64',
      },
    });
    return { path, mode: '100644', type: 'blob', sha };
  }

  listChangedFiles(commit: string): Promise<string[]> {
    return this.api.request(`/commits/${encodeURIComponent(commit)}`, {
      schema: commitFilesSchema,
    });
  }

  /** Whether a pull request brought a commit to the repository. */
  async hasPullRequest(commit: string): Promise<boolean> {
    const found = await this.api.request(
      `/commits/${encodeURIComponent(commit)}/pulls?per_page=1`,
      { schema: z.array(z.unknown()) },
    );
    return found.length > 0;
  }

  listPullRequests(page: PageRequest): Promise<HostPage<PullRequest>> {
    const schema = z.array(pullRequestSchema);
    return this.#list(`/pulls?${NEWEST_FIRST}`, schema, page);
  }

  async findFirstCommitAt(
    pullRequestNumber: number,
  ): Promise<string | undefined> {
    // The oldest commit is the first of the list.
    const [first] = await this.api.request(
      `/pulls/${pullRequestNumber}/commits?per_page=1`,
      { schema: z.array(commitSchema) },
    );
    return first?.commit.author?.date ?? first?.commit.committer?.date;
  }

  listReviews(pullRequestNumber: number): Promise<Review[]> {
    return this.api.request(
      `/pulls/${pullRequestNumber}/reviews?${PAGE_SIZE}`,
      { schema: z.array(reviewSchema) },
    );
  }

  listIssues(page: PageRequest): Promise<HostPage<Issue>> {
    const schema = z.array(issueSchema);
    return this.#list(`/issues?${NEWEST_FIRST}`, schema, page);
  }

  listReleases(page: PageRequest): Promise<HostPage<Release>> {
    const schema = z.array(releaseSchema);
    return this.#list(`/releases?${PAGE_SIZE}`, schema, page);
  }

  /** The newest deployment comes first. */
  listDeployments(page: PageRequest): Promise<HostPage<GithubDeployment>> {
    const schema = z.array(githubDeploymentSchema);
    return this.#list(`/deployments?${PAGE_SIZE}`, schema, page);
  }

  /** The newest status comes first. */
  listDeploymentStatuses(
    deploymentId: number,
  ): Promise<GithubDeploymentStatus[]> {
    return this.api.request(
      `/deployments/${deploymentId}/statuses?${PAGE_SIZE}`,
      { schema: z.array(githubDeploymentStatusSchema) },
    );
  }

  listRuns(page: PageRequest): Promise<HostPage<GithubWorkflowRun>> {
    return this.#list(`/actions/runs?${PAGE_SIZE}`, runListSchema, page);
  }

  /** All that there are; runs may be of one that was deleted since. */
  async listWorkflows(): Promise<GithubWorkflow[]> {
    const workflows: GithubWorkflow[] = [];
    let url: string | undefined;
    do {
      const { items, nextUrl } = await this.#list(
        `/actions/workflows?${PAGE_SIZE}`,
        workflowListSchema,
        { url },
      );
      workflows.push(...items);
      url = nextUrl;
    } while (url);
    return workflows;
  }

  listJobs({ id, run_attempt: attempt }: RunAttempt): Promise<WorkflowJob[]> {
    return this.api.requestList(
      `/actions/runs/${id}/attempts/${attempt}/jobs?${PAGE_SIZE}`,
      jobListSchema,
    );
  }

  listDependabotAlerts(
    page: PageRequest,
  ): Promise<HostPage<GithubDependabotAlert>> {
    const schema = z.array(githubDependabotAlertSchema);
    return this.#listAlerts('/dependabot/alerts', schema, page);
  }

  listCodeScanningAlerts(
    page: PageRequest,
  ): Promise<HostPage<GithubCodeScanningAlert>> {
    const schema = z.array(githubCodeScanningAlertSchema);
    return this.#listAlerts('/code-scanning/alerts', schema, page);
  }

  /**
   * When code scanning looked at a branch last, also where it found nothing; undefined
   * where it never did, or the portal may not know.
   */
  async findLastCodeScan(branch: string): Promise<Date | undefined> {
    const ref = encodeURIComponent(`refs/heads/${branch}`);
    const { items } = await this.api.getPage(
      `/code-scanning/analyses?ref=${ref}&per_page=1`,
      {
        schema: analysesSchema,
        page: {},
        isAbsent: ({ status }) => status === 403 || status === 404,
      },
    );
    const newest = items.at(0);
    return newest && new Date(newest.created_at);
  }

  /** The secrets themselves are not asked for. */
  listSecretScanningAlerts(
    page: PageRequest,
  ): Promise<HostPage<GithubSecretScanningAlert>> {
    const schema = z.array(githubSecretScanningAlertSchema);
    return this.#listAlerts('/secret-scanning/alerts', schema, page);
  }

  async rerun({ id, isFailedOnly }: RerunRequest): Promise<void> {
    const action = isFailedOnly ? 'rerun-failed-jobs' : 'rerun';
    await this.api.request(`/actions/runs/${id}/${action}`, {
      schema: z.unknown(),
      method: 'POST',
      toError: refusal =>
        toRerunError(refusal, `${this.repository.fullName}, run ${id}`),
    });
  }

  /** GitHub answers 410 where a repository has no issues, for example. */
  async #list<T>(
    path: string,
    schema: z.ZodType<T[]>,
    page: PageRequest,
  ): Promise<HostPage<T>> {
    return this.api.getPage(path, {
      schema,
      page,
      isAbsent: ({ status }) => status === 410,
    });
  }

  /** Newest change first, in any state, of the default branch. */
  async #listAlerts<T>(
    path: string,
    schema: z.ZodType<T[]>,
    page: PageRequest,
  ): Promise<HostPage<T>> {
    return this.api.getPage(`${path}?${ALERTS}`, {
      schema,
      page,
      isAbsent: isDisabled,
    });
  }
}

/** A missing right is refused with the same status and other words. */
function isDisabled({ status, message }: HostRefusal): boolean {
  return (
    [403, 404].includes(status) &&
    /no analysis found|disabled|not enabled|must be enabled/i.test(message)
  );
}

/** What GitHub's refusal means to whoever wants a run started again. */
function toRerunError(
  { status, message }: HostRefusal,
  run: string,
): Error | undefined {
  switch (status) {
    case 401:
    case 403:
      return new NotAllowedError(
        `GitHub does not let the portal start runs again (${run}): it is running or too old, or the portal's credentials lack the right to write to Actions: ${message}`,
      );
    case 404:
      return new NotFoundError(`GitHub does not have that run (${run})`);
    case 409:
    case 422:
      return new ConflictError(
        `GitHub cannot start that run again now (${run}): ${message}`,
      );
    default:
      return undefined;
  }
}
