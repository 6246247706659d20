// What GitHub sends, by its documented schema; fields that nobody reads and say
// nothing are left out.

const api = 'https://api.github.com/repos/acme/payment-service';
const page = 'https://github.com/acme/payment-service';
const commit = '4f1c2d3e4f5061728394a5b6c7d8e9f001122334';

const priya = {
  login: 'priya-n',
  id: 21031067,
  html_url: 'https://github.com/priya-n',
  type: 'User',
  site_admin: false,
};
const jonas = { ...priya, login: 'jonas-w', id: 21031068 };
const actionsBot = {
  ...priya,
  login: 'github-actions[bot]',
  id: 41898282,
  type: 'Bot',
};

const owner = { ...priya, login: 'acme', id: 33435682, type: 'Organization' };

/** The repository, as most webhooks describe it. */
export const repository = {
  id: 283462325,
  name: 'payment-service',
  full_name: 'acme/payment-service',
  private: true,
  owner,
  html_url: page,
  url: api,
  fork: false,
  default_branch: 'main',
  pushed_at: '2026-11-25T10:00:00Z',
  archived: false,
  visibility: 'private',
};

const common = {
  repository,
  organization: { login: 'acme', id: 33435682 },
  sender: priya,
};

/** A workflow run, of the webhook and of the REST API. */
export const workflowRun = {
  id: 1589141559,
  name: 'build',
  path: '.github/workflows/build.yml',
  node_id: 'WFR_kwLOF6lyTM5euGA3',
  head_branch: 'main',
  head_sha: commit,
  run_number: 118,
  run_attempt: 1,
  event: 'push',
  status: 'completed',
  conclusion: 'success',
  workflow_id: 16340987,
  url: `${api}/actions/runs/1589141559`,
  html_url: `${page}/actions/runs/1589141559`,
  pull_requests: [],
  created_at: '2026-11-25T10:00:05Z',
  updated_at: '2026-11-25T10:04:31Z',
  run_started_at: '2026-11-25T10:00:05Z',
  actor: priya,
  triggering_actor: priya,
  jobs_url: `${api}/actions/runs/1589141559/jobs`,
  repository: { id: 283462325, full_name: 'acme/payment-service', owner },
  head_repository: { id: 283462325, full_name: 'acme/payment-service', owner },
};

/** The workflow of that run, of the webhook and of the REST API. */
export const workflow = {
  id: 16340987,
  node_id: 'W_kwDOF6lyTM4A-Vf7',
  name: 'build',
  path: '.github/workflows/build.yml',
  state: 'active',
};

/** A workflow that GitHub runs by itself, and one of its runs. */
export const dependabot = {
  ...workflow,
  id: 98_114_201,
  name: 'Dependabot Updates',
  path: 'dynamic/dependabot/dependabot-updates',
};
export const dependabotRun = {
  ...workflowRun,
  id: 1589141600,
  name: 'npm_and_yarn in /. for fast-uri - Update #1553823451',
  path: dependabot.path,
  workflow_id: dependabot.id,
  event: 'dynamic',
};

/** A job of that run. */
export const workflowJob = {
  id: 2832853555,
  run_id: 1589141559,
  run_attempt: 1,
  workflow_name: 'build',
  head_branch: 'main',
  head_sha: commit,
  url: `${api}/actions/jobs/2832853555`,
  html_url: `${page}/actions/runs/1589141559/job/2832853555`,
  status: 'completed',
  conclusion: 'success',
  created_at: '2026-11-25T10:00:06Z',
  started_at: '2026-11-25T10:00:12Z',
  completed_at: '2026-11-25T10:04:25Z',
  name: 'unit tests',
  steps: [],
  labels: ['ubuntu-latest'],
};

/** A deployment made by that run. */
export const deployment = {
  url: `${api}/deployments/145988746`,
  id: 145988746,
  task: 'deploy',
  original_environment: 'production',
  environment: 'production',
  description: null,
  created_at: '2026-11-25T10:05:00Z',
  updated_at: '2026-11-25T10:06:02Z',
  creator: actionsBot,
  sha: commit,
  ref: 'main',
  payload: {},
  transient_environment: false,
  production_environment: true,
};

/** Its last state. */
export const deploymentStatus = {
  url: `${api}/deployments/145988746/statuses/209916254`,
  id: 209916254,
  state: 'success',
  creator: actionsBot,
  description: '',
  environment: 'production',
  target_url: `${page}/actions/runs/1589141559/job/2832853556`,
  log_url: `${page}/actions/runs/1589141559/job/2832853556`,
  environment_url: '',
  created_at: '2026-11-25T10:06:02Z',
  updated_at: '2026-11-25T10:06:02Z',
};

/** A pull request that was merged. */
export const pullRequest = {
  url: `${api}/pulls/42`,
  id: 279147437,
  html_url: `${page}/pull/42`,
  number: 42,
  state: 'closed',
  locked: false,
  title: 'Retry a refused payment once',
  user: priya,
  body: 'Closes #41.',
  created_at: '2026-11-24T09:00:00Z',
  updated_at: '2026-11-25T09:59:59Z',
  closed_at: '2026-11-25T09:59:58Z',
  merged_at: '2026-11-25T09:59:58Z',
  merge_commit_sha: commit,
  head: { label: 'acme:retry', ref: 'retry', sha: 'b'.repeat(40) },
  base: { label: 'acme:main', ref: 'main', sha: 'c'.repeat(40) },
  labels: [],
  draft: false,
  merged: true,
  merged_by: jonas,
};

/** Somebody's review of it. */
export const review = {
  id: 237895671,
  user: jonas,
  body: null,
  commit_id: 'b'.repeat(40),
  submitted_at: '2026-11-24T15:20:38Z',
  state: 'approved',
  html_url: `${page}/pull/42#pullrequestreview-237895671`,
};

/** An open issue. */
export const issue = {
  url: `${api}/issues/41`,
  html_url: `${page}/issues/41`,
  id: 444500041,
  number: 41,
  title: 'Payments are refused',
  user: jonas,
  labels: [{ id: 1362934389, name: 'bug', color: 'd73a4a', default: true }],
  state: 'open',
  state_reason: null,
  assignees: [priya],
  created_at: '2026-11-25T11:00:00Z',
  updated_at: '2026-11-25T11:00:00Z',
  closed_at: null,
  type: null,
};

/** A published release. */
export const release = {
  html_url: `${page}/releases/tag/v1.4.2`,
  id: 17372790,
  tag_name: 'v1.4.2',
  target_commitish: 'main',
  name: 'v1.4.2',
  draft: false,
  author: priya,
  prerelease: false,
  created_at: '2026-11-25T10:00:00Z',
  published_at: '2026-11-25T12:00:00Z',
  assets: [],
};

const pushed = {
  tree_id: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  distinct: true,
  author: { name: 'Priya', email: 'priya@acme.example', username: 'priya-n' },
};

/** The bodies of webhooks, by event. */
export const webhooks = {
  workflow_run: {
    ...common,
    action: 'completed',
    workflow_run: workflowRun,
    workflow,
  },
  workflow_job: {
    ...common,
    action: 'completed',
    workflow_job: workflowJob,
  },
  deployment_status: {
    ...common,
    action: 'created',
    deployment,
    deployment_status: deploymentStatus,
    workflow_run: workflowRun,
  },
  pull_request: {
    ...common,
    action: 'closed',
    number: 42,
    pull_request: pullRequest,
  },
  pull_request_review: {
    ...common,
    action: 'submitted',
    review,
    pull_request: pullRequest,
  },
  issues: { ...common, action: 'opened', issue },
  release: { ...common, action: 'published', release },
  push: {
    ...common,
    // Times of the repository are numbers in this event only.
    repository: {
      ...repository,
      created_at: 1_557_933_565,
      pushed_at: 1_795_600_800,
    },
    ref: 'refs/heads/main',
    before: 'a'.repeat(40),
    after: commit,
    created: false,
    deleted: false,
    forced: false,
    compare: `${page}/compare/aaaaaaaaaaaa...4f1c2d3e4f50`,
    commits: [
      {
        ...pushed,
        id: 'd'.repeat(40),
        message: 'Prepare',
        timestamp: '2026-11-25T09:00:00+01:00',
        url: `${page}/commit/${'d'.repeat(40)}`,
      },
      {
        ...pushed,
        id: commit,
        message: 'Fix the build\n\nThe cache was stale.',
        timestamp: '2026-11-25T10:30:00+01:00',
        url: `${page}/commit/${commit}`,
      },
    ],
    head_commit: {
      ...pushed,
      id: commit,
      message: 'Fix the build\n\nThe cache was stale.',
      timestamp: '2026-11-25T10:30:00+01:00',
      url: `${page}/commit/${commit}`,
    },
    pusher: { name: 'priya-n', email: 'priya@acme.example' },
  },
};
