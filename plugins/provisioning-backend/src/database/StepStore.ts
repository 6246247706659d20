import type { Knex } from 'knex';

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
}

/** A step that is about to be taken. */
export interface NewStep {
  resourceId: string;
  requestId?: string;
  timelineId: string;
  action: StepAction;
  resourceVersion: number;
  idempotencyKey: string;
  attempt: number;
}

/** The intent journal: what was about to be done, and what it came to. */
export class StepStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Writes down what is about to be done; answers its id. */
  async start(trx: Knex, step: NewStep): Promise<string> {
    const [{ id }] = await trx('steps').insert(
      {
        resource_id: step.resourceId,
        request_id: step.requestId ?? null,
        timeline_id: step.timelineId,
        action: step.action,
        resource_version: step.resourceVersion,
        idempotency_key: step.idempotencyKey,
        attempt: step.attempt,
      },
      'id',
    );
    return id;
  }

  /** Writes down what a step came to. */
  async finish(
    trx: Knex,
    id: string,
    { outcome, message }: { outcome: StepOutcome; message?: string },
  ): Promise<void> {
    await trx('steps')
      .where({ id })
      .update({
        outcome,
        message: message ?? null,
        finished_at: trx.raw('clock_timestamp()'),
      });
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

interface StepRow {
  id: string;
  resource_id: string;
  action: StepAction;
  resource_version: string;
  idempotency_key: string;
  attempt: number;
  timeline_id: string | null;
  started_at: Date;
  finished_at: Date | null;
  outcome: StepOutcome;
  message: string | null;
}

function toStep(row: StepRow): StoredStep {
  return {
    id: row.id,
    action: row.action,
    resourceVersion: Number(row.resource_version),
    idempotencyKey: row.idempotency_key,
    attempt: row.attempt,
    timelineId: row.timeline_id ?? undefined,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString(),
    outcome: row.outcome,
    message: row.message ?? undefined,
  };
}
