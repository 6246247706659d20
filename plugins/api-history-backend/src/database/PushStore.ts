import type { Knex } from 'knex';

/** The last commit to a branch that may have changed an API. */
export interface Push {
  /** Web page of the repository. */
  repositoryUrl: string;
  branch: string;
  commit: { id: string; url?: string };
}

interface PushRow {
  repository_url: string;
  branch: string;
  commit_id: string;
  commit_url: string | null;
  pushed_at: Date;
}

/** Remembers which commit a repository was changed by. */
export class PushStore {
  readonly #client: Knex;

  constructor(client: Knex) {
    this.#client = client;
  }

  async savePush(push: Push, now: Date): Promise<void> {
    await this.#client<PushRow>('pushes')
      .insert({
        repository_url: push.repositoryUrl,
        branch: push.branch,
        commit_id: push.commit.id,
        commit_url: push.commit.url ?? null,
        pushed_at: now,
      })
      .onConflict(['repository_url', 'branch'])
      .merge();
  }

  /**
   * The pushes since an instant to the repository that a web address is in, the
   * newest first.
   */
  async listPushes(url: string, since: Date): Promise<Push[]> {
    const rows = await this.#client<PushRow>('pushes')
      .whereRaw("starts_with(?, repository_url || '/')", [url])
      .where('pushed_at', '>=', since)
      .orderBy('pushed_at', 'desc');
    return rows.map(row => ({
      repositoryUrl: row.repository_url,
      branch: row.branch,
      commit: { id: row.commit_id, url: row.commit_url ?? undefined },
    }));
  }

  async removePushes(before: Date): Promise<number> {
    return this.#client<PushRow>('pushes')
      .where('pushed_at', '<', before)
      .delete();
  }
}
