import type { Knex } from 'knex';
import { deleteInBatches } from '../deleteInBatches';
import { toStorableJson } from '../storable/toStorableJson';
import type { Message } from './Message';

/** A message that is to be sent now. */
export interface DueMessage extends Message {
  id: string;
  attempts: number;
}

/** By when whoever took a message has marked it, or is gone. */
const TAKEN_FOR = `interval '30 seconds'`;

/**
 * Old figures would take the place of the new ones, which are sent or will be. Who is
 * not told of the new ones hears the old ones still.
 */
const DROP_REPLACED = `
  UPDATE messages m SET due_at = NULL,
    problem = coalesce(m.problem, 'A later message of the same scope took its place')
  WHERE m.due_at <= now() AND m.payload ->> 'scope' IS NOT NULL AND EXISTS (
    SELECT FROM messages later
    WHERE later.payload ->> 'scope' = m.payload ->> 'scope'
      AND later.recipient_refs @> m.recipient_refs
      AND later.created_at > m.created_at)`;

/** An earlier message that will be tried again that soon may as well be under way. */
const TAKE_DUE = `
  UPDATE messages SET due_at = now() + ${TAKEN_FOR} WHERE id = (
    SELECT id FROM messages m WHERE due_at <= now() AND NOT EXISTS (
      SELECT FROM messages earlier
      WHERE earlier.payload ->> 'scope' = m.payload ->> 'scope'
        AND earlier.recipient_refs && m.recipient_refs
        AND earlier.created_at < m.created_at
        AND earlier.due_at > now() AND earlier.due_at <= now() + ${TAKEN_FOR})
    ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, key, recipient_refs, exclude_ref, payload, attempts`;

/**
 * Keeps who is to be told of what, so that each hears it once, in the table
 * `messages` of a plugin.
 */
export class MessageStore {
  readonly #knex: Knex;
  readonly #onAdded: (() => void) | undefined;

  /** @param options - `onAdded` is told when there may be something to send */
  constructor(knex: Knex, options: { onAdded?(): void } = {}) {
    this.#knex = knex;
    this.#onAdded = options.onAdded;
  }

  /**
   * Writes messages down, to be sent soon. Of those that were written before,
   * and of those that nobody would hear, none is added.
   */
  async add(
    messages: readonly Message[],
    trx: Knex | Knex.Transaction = this.#knex,
  ): Promise<void> {
    const rows = messages
      .filter(({ recipientRefs }) => recipientRefs.length > 0)
      .map(({ key, recipientRefs, excludeRef, payload }) => ({
        key,
        recipient_refs: recipientRefs,
        exclude_ref: excludeRef,
        payload: toStorableJson(payload),
        due_at: trx.fn.now(),
      }));
    if (rows.length > 0) {
      const added = await trx('messages')
        .insert(rows)
        .onConflict('key')
        .ignore()
        .returning('key');
      if (added.length > 0) {
        this.#tellOfAdded(trx);
      }
    }
  }

  /** Within a transaction nobody else sees them before its end. */
  #tellOfAdded(trx: Knex | Knex.Transaction): void {
    if ('executionPromise' in trx) {
      trx.executionPromise.then(
        () => this.#onAdded?.(),
        () => undefined,
      );
    } else {
      this.#onAdded?.();
    }
  }

  /**
   * Takes the one that has been due for longest, if there is one. Nobody else
   * gets it for half a minute, unless whoever took it is gone by then. Nobody gets
   * one any more once there is a later one of its scope, which waits for up to half
   * a minute where the earlier one may be under way.
   */
  async takeDue(): Promise<DueMessage | undefined> {
    await this.#knex.raw(DROP_REPLACED);
    const { rows } = await this.#knex.raw(TAKE_DUE);
    return rows.map(toDueMessage).at(0);
  }

  async markSent(id: string): Promise<void> {
    await this.#knex('messages')
      .where({ id })
      .update({ sent_at: this.#knex.fn.now(), due_at: null, problem: null });
  }

  /** @param retryMs - nobody tries any more where it is undefined */
  async markFailed(
    id: string,
    { problem, retryMs }: { problem: string; retryMs: number | undefined },
  ): Promise<void> {
    await this.#knex.raw(
      `UPDATE messages SET problem = ?, attempts = attempts + 1,
         due_at = now() + ?::float8 * interval '1 millisecond' WHERE id = ?`,
      [problem, retryMs ?? null, id],
    );
  }

  /** Forgets what was sent before a time; its keys could be used again. */
  async removeOlderThan(before: Date): Promise<number> {
    return deleteInBatches(this.#knex, 'messages', {
      before,
      timeColumn: 'created_at',
      condition: 't.due_at IS NULL',
    });
  }
}

interface MessageRow {
  id: string;
  key: string;
  recipient_refs: string[];
  exclude_ref: string | null;
  payload: Message['payload'];
  attempts: number;
}

function toDueMessage(row: MessageRow): DueMessage {
  return {
    id: row.id,
    key: row.key,
    recipientRefs: row.recipient_refs,
    excludeRef: row.exclude_ref ?? undefined,
    payload: row.payload,
    attempts: row.attempts,
  };
}
