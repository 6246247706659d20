import type { Knex } from 'knex';
import type { Push, PushStore } from './PushStore';

interface PushRow {
  repository_url: string;
  branch: string;
  commit_id: string;
  commit_url: string | null;
  pushed_at: Date;
}

/** Keeps pushes on PostgreSQL. */
export class DatabasePushStore implements PushStore {
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
