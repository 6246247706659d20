/** Somebody with an account at a git host. */
type HostUser = { login: string } | null | undefined;

/** A pull request, as git hosts that follow GitHub's API describe it. */
export interface HostPullRequest {
  id: number;
  number: number;
  title: string;
  html_url: string;
  user?: HostUser;
  base: { ref: string };
  created_at: string;
  updated_at: string;
  closed_at?: string | null;
  merged_at?: string | null;
  merge_commit_sha?: string | null;
}

/** A review of a pull request; one that is being written has no time yet. */
export interface HostReview {
  id: number;
  user?: HostUser;
  submitted_at?: string | null;
}

/** An issue. Some hosts list pull requests among them. */
export interface HostIssue {
  id: number;
  number: number;
  title: string;
  html_url: string;
  state_reason?: string | null;
  labels?: string[] | null;
  assignees?: { login: string }[] | null;
  user?: HostUser;
  type?: { name: string } | null;
  created_at: string;
  updated_at: string;
  closed_at?: string | null;
  pull_request?: unknown;
}

/** A release. */
export interface HostRelease {
  id: number;
  tag_name: string;
  target_commitish: string;
  draft: boolean;
  html_url: string;
  author?: HostUser;
  published_at?: string | null;
}
