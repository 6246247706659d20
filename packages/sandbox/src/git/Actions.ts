import type { Repository } from './Repository.ts';

export type ActionOutcome = 'success' | 'failure' | 'error' | 'cancelled';

export interface ActionStep {
  name: string;
  /** Skipped: not needed, or an earlier step failed. */
  status: 'waiting' | 'running' | 'finished' | 'skipped';
  outcome?: ActionOutcome;
  startedAtMs?: number;
  finishedAtMs?: number;
  log: string;
}

/** One run of the pipeline of a repository. */
export interface ActionRun {
  number: number;
  commit: string;
  /** First line of the commit message. */
  title: string;
  branch: string;
  /** Git user who started it. */
  userName: string;
  trigger: 'push' | 'rerun';
  status: 'queued' | 'running' | 'finished';
  outcome?: ActionOutcome;
  queuedAtMs: number;
  startedAtMs?: number;
  finishedAtMs?: number;
  /** What it packaged. */
  version?: string;
  steps: ActionStep[];
}

/** What the git host shows of its CI and lets people do with it. */
export interface Actions {
  /** Runs from the newest to the oldest. */
  list(repository: Repository): ActionRun[];
  get(repository: Repository, number: number): ActionRun | undefined;
  /** Runs the commit of an earlier run once more, under a new number. */
  rerun(
    repository: Repository,
    options: { number: number; userName: string },
  ): ActionRun | undefined;
}
