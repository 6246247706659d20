// What Gitea's REST API and webhooks send, by its published schema; fields that
// nobody reads and say nothing are left out.

const page = 'https://git.acme.example/acme/payment-service';
const api = 'https://git.acme.example/api/v1/repos/acme/payment-service';

/** The commit that everything is about. */
export const commit = '4f1c2d3e4f5061728394a5b6c7d8e9f001122334';

const priya = {
  id: 4,
  login: 'priya',
  login_name: '',
  full_name: 'Priya Natarajan',
  email: 'priya@acme.example',
  username: 'priya',
};
const jonas = { ...priya, id: 5, login: 'jonas', username: 'jonas' };

/** The repository, as webhooks describe it. */
export const repository = {
  id: 12,
  name: 'payment-service',
  full_name: 'acme/payment-service',
  html_url: page,
  url: api,
  default_branch: 'main',
};

/** A run of a workflow. */
export const workflowRun = {
  id: 795,
  url: `${api}/actions/runs/795`,
  html_url: `${page}/actions/runs/795`,
  display_title: 'Round half to even',
  path: 'build.yaml@refs/heads/main',
  event: 'push',
  run_attempt: 1,
  run_number: 191,
  head_sha: commit,
  head_branch: 'main',
  status: 'completed',
  conclusion: 'failure',
  actor: priya,
  trigger_actor: priya,
  created_at: '2026-11-25T11:00:00+01:00',
  started_at: '2026-11-25T11:00:10+01:00',
  completed_at: '2026-11-25T11:04:10+01:00',
};

/** A run that waits, as a Gitea that does not tell times of creation has it. */
export const waitingRun = {
  ...workflowRun,
  id: 796,
  html_url: `${page}/actions/runs/796`,
  run_attempt: 0,
  run_number: 192,
  status: 'queued',
  conclusion: '',
  created_at: undefined,
  started_at: '1970-01-01T01:00:00+01:00',
  completed_at: '1970-01-01T01:00:00+01:00',
};

/** A job of the run. */
export const workflowJob = {
  id: 198,
  url: `${api}/actions/jobs/198`,
  html_url: `${page}/actions/runs/795/jobs/198`,
  run_id: 795,
  run_attempt: 1,
  name: 'unit tests',
  labels: ['ubuntu-latest'],
  head_sha: commit,
  head_branch: 'main',
  status: 'completed',
  conclusion: 'failure',
  steps: [],
  created_at: '2026-11-25T10:00:00Z',
  started_at: '2026-11-25T10:00:12Z',
  completed_at: '2026-11-25T10:04:00Z',
};

/** A merged pull request. */
export const pullRequest = {
  id: 301,
  number: 42,
  url: `${page}/pulls/42`,
  html_url: `${page}/pulls/42`,
  user: priya,
  title: 'Round half to even',
  labels: [],
  state: 'closed',
  draft: false,
  merged: true,
  merged_at: '2026-11-25T09:00:00Z',
  merge_commit_sha: commit,
  merged_by: jonas,
  base: { label: 'main', ref: 'main', sha: '0'.repeat(40), repo_id: 12 },
  head: { label: 'rounding', ref: 'rounding', sha: commit, repo_id: 12 },
  created_at: '2026-11-24T09:00:00Z',
  updated_at: '2026-11-25T09:00:01Z',
  closed_at: '2026-11-25T09:00:00Z',
};

/** Its commits, newest first. */
export const commits = [
  '2026-11-24T08:30:00Z',
  '2026-11-23T16:00:00+01:00',
].map(date => ({
  sha: commit,
  commit: { message: 'Round half to even', author: { name: 'Priya', date } },
}));

/** Its reviews: one given, one only asked for, and an answer of the author. */
export const reviews = [
  { id: 1, user: jonas, state: 'REQUEST_REVIEW' },
  { id: 2, user: priya, state: 'COMMENT' },
  { id: 3, user: jonas, state: 'APPROVED' },
].map(review => ({ ...review, submitted_at: '2026-11-24T15:00:00Z' }));

/** An issue that is an incident, and is over. */
export const issue = {
  id: 77,
  number: 43,
  html_url: `${page}/issues/43`,
  user: priya,
  title: 'Payments are declined',
  labels: [{ id: 1, name: 'Incident', color: 'ee0701' }],
  assignees: null,
  state: 'closed',
  created_at: '2026-11-25T10:10:00Z',
  updated_at: '2026-11-25T10:40:00Z',
  closed_at: '2026-11-25T10:40:00Z',
  pull_request: null,
};

/** A release. */
export const release = {
  id: 9,
  tag_name: 'v1.4.2',
  target_commitish: commit,
  name: '1.4.2',
  html_url: `${page}/releases/tag/v1.4.2`,
  draft: false,
  prerelease: false,
  created_at: '2026-11-25T10:06:00Z',
  published_at: '2026-11-25T10:06:00Z',
  author: jonas,
};
