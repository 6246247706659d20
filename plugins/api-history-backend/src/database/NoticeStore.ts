import { toStorableJson } from '@atrium/backend-common';
import type { Knex } from 'knex';

/** Somebody who is told of a breaking version. */
export interface Notice {
  versionId: string;
  ownerRef: string;
  /** Titles of the components that make the owner a consumer. */
  consumers: string[];
}

/** A notice that has to be sent, and how often that has failed. */
export interface DueNotice extends Notice {
  attempts: number;
}

interface NoticeRow {
  version_id: string;
  owner_ref: string;
  consumers: string[] | string;
  attempts: number;
  next_attempt_at: Date | null;
  sent_at: Date | null;
}

/** Remembers who was told of which version, and who still has to be. */
export class NoticeStore {
  readonly #client: Knex;

  constructor(client: Knex) {
    this.#client = client;
  }

  /** Ids of breaking versions of which nobody has been told, oldest first. */
  async listUnannounced(limit: number): Promise<string[]> {
    return this.#client('versions')
      .where({ is_announced: false })
      .orderBy(['created_at', 'id'])
      .limit(limit)
      .pluck('id');
  }

  /** Notes who has to be told of a version, once. */
  async announce(
    versionId: string,
    notices: Notice[],
    now: Date,
  ): Promise<void> {
    await this.#client.transaction(async tx => {
      if (notices.length > 0) {
        await tx<NoticeRow>('notices')
          .insert(
            notices.map(notice => ({
              version_id: notice.versionId,
              owner_ref: notice.ownerRef,
              consumers: toStorableJson(notice.consumers),
              next_attempt_at: now,
            })),
          )
          .onConflict(['version_id', 'owner_ref'])
          .ignore();
      }
      await tx('versions')
        .where({ id: versionId })
        .update({ is_announced: true });
    });
  }

  async listDue(now: Date, limit: number): Promise<DueNotice[]> {
    const rows = await this.#client<NoticeRow>('notices')
      .where('next_attempt_at', '<=', now)
      .orderBy(['next_attempt_at', 'version_id', 'owner_ref'])
      .limit(limit);
    return rows.map(row => ({
      versionId: row.version_id,
      ownerRef: row.owner_ref,
      consumers: Array.isArray(row.consumers) ? row.consumers : [],
      attempts: row.attempts,
    }));
  }

  async markSent(notice: Notice, now: Date): Promise<void> {
    await this.#one(notice).update({ sent_at: now, next_attempt_at: null });
  }

  /** Notes that sending failed; without `nextAttemptAt` it is given up. */
  async markFailed(
    notice: Notice,
    nextAttemptAt: Date | undefined,
  ): Promise<void> {
    await this.#one(notice).update({
      attempts: this.#client.raw('attempts + 1'),
      next_attempt_at: nextAttemptAt ?? null,
    });
  }

  #one({ versionId, ownerRef }: Notice) {
    return this.#client('notices').where({
      version_id: versionId,
      owner_ref: ownerRef,
    });
  }
}
