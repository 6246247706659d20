import type { MessageParts } from '@atrium/common';
import type { Knex } from 'knex';
import type { MessageText } from './messageText';

/** What a step does at a provider. */
export type StepAction =
  | 'create'
  | 'update'
  | 'rotate'
  | 'suspend'
  | 'resume'
  | 'snapshot'
  | 'delete';

/** What a step came to; `running` of a worker that is gone is unknown, too. */
export type StepOutcome = 'running' | 'done' | 'refused' | 'unknown';

/** A step as it is kept. */
export interface StoredStep {
  id: string;
  action: StepAction;
  resourceVersion: number;
  idempotencyKey: string;
  attempt: number;
  timelineId?: string;
  startedAt: string;
  finishedAt?: string;
  outcome: StepOutcome;
  message?: string;
  /** What each line of the message is made of; absent where it is texts only. */
  messages?: MessageParts;
}

/** What a step came to, for people. */
export function messageOf({
  message,
  messages,
}: Pick<StoredStep, 'message' | 'messages'>): MessageText | undefined {
  return messages?.length === 1 ? messages[0] : message;
}

/** The intent journal: what was about to be done, and what it came to. */
export class StepStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The last steps of a resource, the oldest first. */
  async listLast(
    resourceId: string,
    { limit = 100, trx = this.#knex }: { limit?: number; trx?: Knex } = {},
  ): Promise<StoredStep[]> {
    const rows = await trx<StepRow>('steps')
      .where({ resource_id: resourceId })
      .orderBy('id', 'desc')
      .limit(limit);
    return rows.reverse().map(toStep);
  }
}

/** A row of `steps`, as it is or as JSON. */
export interface StepRow {
  id: string | number;
  resource_id: string;
  action: StepAction;
  resource_version: string | number;
  idempotency_key: string;
  attempt: number;
  timeline_id: string | number | null;
  started_at: Date | string;
  finished_at: Date | string | null;
  outcome: StepOutcome;
  message: string | null;
  messages: MessageParts | null;
}

/** A step of its row. */
export function toStep(row: StepRow): StoredStep {
  return {
    id: String(row.id),
    action: row.action,
    resourceVersion: Number(row.resource_version),
    idempotencyKey: row.idempotency_key,
    attempt: row.attempt,
    timelineId: row.timeline_id === null ? undefined : String(row.timeline_id),
    startedAt: toTime(row.started_at),
    finishedAt: row.finished_at === null ? undefined : toTime(row.finished_at),
    outcome: row.outcome,
    message: row.message ?? undefined,
    messages: row.messages ?? undefined,
  };
}

function toTime(value: Date | string): string {
  return new Date(value).toISOString();
}
