import type { Knex } from 'knex';

/** What a git host was told of the tip of a branch, and what is to be told. */
export interface BranchStatus {
  repositoryUrl: string;
  branch: string;
  isDue: boolean;
  pushedAt?: Date;
  state?: 'success' | 'failure';
  description?: string;
  attempts: number;
  nextAttemptAt?: Date;
}

interface StatusRow {
  repository_url: string;
  branch: string;
  is_due: boolean;
  pushed_at: Date | null;
  pushed_by: string | null;
  state: 'success' | 'failure' | null;
  description: string | null;
  attempts: number;
  next_attempt_at: Date | null;
}

/** Keeps in Postgres what the git hosts were told. */
export class CommitStatusStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(): Promise<BranchStatus[]> {
    const rows = await this.#statuses().select();
    return rows.map(row => ({
      repositoryUrl: row.repository_url,
      branch: row.branch,
      isDue: row.is_due,
      pushedAt: row.pushed_at ?? undefined,
      state: row.state ?? undefined,
      description: row.description ?? undefined,
      attempts: row.attempts,
      nextAttemptAt: row.next_attempt_at ?? undefined,
    }));
  }

  /**
   * Notes a push. Where it changed no catalog file, it matters only for a
   * branch whose last status says that something is wrong.
   */
  async notePush(
    push: {
      repositoryUrl: string;
      branch: string;
      isCatalogFile: boolean;
      /** The account on the host. */
      pushedBy?: string;
    },
    now: Date,
  ): Promise<void> {
    const place = { repository_url: push.repositoryUrl, branch: push.branch };
    const due = {
      is_due: true,
      pushed_at: now,
      pushed_by: push.pushedBy ?? null,
      attempts: 0,
    };
    if (push.isCatalogFile) {
      await this.#statuses()
        .insert({ ...place, ...due })
        .onConflict(['repository_url', 'branch'])
        .merge({ ...due, next_attempt_at: null });
      return;
    }
    await this.#statuses()
      .where({ ...place, state: 'failure' })
      .update({ ...due, next_attempt_at: null });
  }

  /** The account that pushed to a branch last, where that is known. */
  async findPusher(place: {
    repositoryUrl: string;
    branch: string;
  }): Promise<string | undefined> {
    const row = await this.#statuses()
      .where({ repository_url: place.repositoryUrl, branch: place.branch })
      .first('pushed_by');
    return row?.pushed_by ?? undefined;
  }

  /** Keeps what was told, unless there was another push meanwhile. */
  async save(status: BranchStatus): Promise<void> {
    const values = {
      is_due: status.isDue,
      pushed_at: status.pushedAt ?? null,
      state: status.state ?? null,
      description: status.description ?? null,
      attempts: status.attempts,
      next_attempt_at: status.nextAttemptAt ?? null,
    };
    await this.#statuses()
      .insert({
        repository_url: status.repositoryUrl,
        branch: status.branch,
        ...values,
      })
      .onConflict(['repository_url', 'branch'])
      .merge(values)
      .whereRaw('commit_statuses.pushed_at is not distinct from ?', [
        values.pushed_at,
      ]);
  }

  #statuses() {
    return this.#knex<StatusRow>('commit_statuses');
  }
}
